# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh and process.sh
# The private database: MariaDB from Debian, or MySQL 8 from Maven. Each has its own data; both may run at once.

# One user with a password made once. It may do everything in `seonchak` and in databases named `seonchak_…`, which the
# tests make for themselves, and nothing else.
database_password() {
	local file=$services_dir/database.password
	[[ -s $file ]] || (umask 077 && random_hex 24 >"$file")
	cat "$file"
}

# database_url KIND
database_url() { echo "mysql://seonchak:$(database_password)@127.0.0.1:$(kept_port "$1")/seonchak"; }

# start_database KIND
start_database() {
	local kind=$1 dir=$services_dir/$1 server admin as_root=()
	case $kind in
	mariadb) server=mariadbd admin=mariadb-admin ;;
	mysql) server=$mysql_home/bin/mysqld admin=$mysql_home/bin/mysqladmin ;;
	esac
	have "$server" || die "$kind is not installed; bin/setup --database $kind does that"
	write_database_settings "$kind"
	# Both refuse to run as root unless told that it is meant: in a container there may be nobody else.
	if ((EUID == 0)); then as_root=(--user=root); fi
	if [[ ! -d $dir/data ]]; then make_"$kind"_data "${as_root[@]}" || return; fi
	launch "$kind" "$server" --defaults-file="$dir/server.cnf" "${as_root[@]}"
	wait_until_answers "$kind" 60 "$admin" --defaults-file="$dir/client.cnf" --connect-timeout=2 status
}

make_mariadb_data() {
	local dir=$services_dir/mariadb short made=
	rm -rf "$dir/data.part"
	# By way of a link, because the script cannot handle a path with a space in it.
	short=$(mktemp -d)
	ln -s "$dir" "$short/mariadb"
	mariadb-install-db --no-defaults --datadir="$short/mariadb/data.part" --skip-test-db \
		--auth-root-socket-user="$(id -un)" "$@" >>"$log_dir/mariadb.log" 2>&1 && made=yes
	rm -r "$short"
	[[ $made ]] || { complain mariadb "could not make its data directory" && return 1; }
	mv "$dir/data.part" "$dir/data"
}

make_mysql_data() {
	local part=$services_dir/mysql/data.part
	rm -rf "$part"
	# "Insecure" leaves root without a password for now; start.sql gives it one before the first connection is let in.
	"$mysql_home/bin/mysqld" --no-defaults --basedir="$mysql_home" --datadir="$part" --initialize-insecure "$@" \
		>>"$log_dir/mysql.log" 2>&1 || { complain mysql "could not make its data directory" && return 1; }
	mv "$part" "$services_dir/mysql/data"
}

write_database_settings() {
	local kind=$1 dir=$services_dir/$1 port password
	port=$(kept_port "$kind")
	password=$(database_password)
	{
		echo "[mysqld]"
		echo "datadir = \"$dir/data\""
		echo "port = $port"
		echo "bind-address = 127.0.0.1"
		echo "skip-networking = 0"
		echo "skip-name-resolve"
		# Relative to the data directory: a full path may exceed the 107 characters that a socket's name may have.
		echo "socket = server.sock"
		echo "pid-file = server.pid"
		echo "init-file = \"$dir/start.sql\""
		echo "character-set-server = utf8mb4"
		# The collation that both know, and that sqlx asks for when it connects.
		echo "collation-server = utf8mb4_unicode_ci"
		echo "max-connections = 500"
		# A commit is on disk before it is answered: the promise of a coupon stands on this.
		echo "innodb-flush-log-at-trx-commit = 1"
		# Nobody replicates from here, so a second log would only be a second fsync a commit.
		echo "skip-log-bin"
		echo "performance-schema = OFF"
		if [[ $kind == mysql ]]; then
			echo "basedir = \"$mysql_home\""
			# The X protocol would open one more port. TLS stays on: sqlx sends MySQL 8 a password over nothing else.
			echo "mysqlx = OFF"
			echo "skip-external-locking"
		fi
	} >"$dir/server.cnf"
	(
		umask 077
		printf '[client]\nprotocol = tcp\nhost = 127.0.0.1\nport = %s\nuser = seonchak\npassword = %s\n' \
			"$port" "$password" >"$dir/client.cnf"
		# Runs at each start, before the first connection; so no administrator's connection is needed at all.
		{
			echo "CREATE DATABASE IF NOT EXISTS seonchak;"
			echo "CREATE USER IF NOT EXISTS 'seonchak'@'127.0.0.1' IDENTIFIED BY '$password';"
			echo "GRANT ALL ON seonchak.* TO 'seonchak'@'127.0.0.1';"
			echo "GRANT ALL ON \`seonchak\\_%\`.* TO 'seonchak'@'127.0.0.1';"
			if [[ $kind == mysql ]]; then echo "ALTER USER 'root'@'localhost' IDENTIFIED BY '$password';"; fi
		} >"$dir/start.sql"
	)
}
