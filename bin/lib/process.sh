# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh
# A private server and its traces: .local/services/NAME holds its ports, pid, configuration and data, .local/log/NAME.log
# what it says.

services_dir=$local_dir/services

# A pid alone may by now belong to somebody else's process; a pid and the moment it began do not.
began_at() {
	local stat
	stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
	stat=${stat##*) } # behind the name, which may hold spaces
	read -r -a stat <<<"$stat"
	[[ ${stat[0]} != Z ]] && echo "${stat[19]}"
}

# pid_of NAME: its process, if it runs.
pid_of() {
	local pid began
	read -r pid began 2>/dev/null <"$services_dir/$1/pid" || return 1
	[[ $(began_at "$pid") == "$began" ]] && echo "$pid"
}

# launch NAME COMMAND…: in the background, in a session of its own, so that Ctrl-C in this terminal does not reach it.
# 9 is the lock of bin/services: a server that inherited it would hold it for good.
launch() {
	local name=$1
	shift
	setsid "$@" </dev/null >>"$log_dir/$name.log" 2>&1 9>&- &
	echo "$! $(began_at $!)" >"$services_dir/$name/pid"
}

# wait_until_answers NAME SECONDS COMMAND…: until the command succeeds, the server dies, or time is up.
wait_until_answers() {
	local name=$1 limit=$2 deadline=$((SECONDS + $2))
	shift 2
	until "$@" >/dev/null 2>&1; do
		if ! pid_of "$name" >/dev/null; then
			complain "$name" "stopped while starting"
		elif ((SECONDS >= deadline)); then
			complain "$name" "did not answer within $limit s"
		else
			sleep 0.05
			continue
		fi
		return 1
	done
}

complain() {
	printf '%s %s; the end of %s:\n' "$1" "$2" "$log_dir/$1.log" >&2
	tail -n 20 "$log_dir/$1.log" | sed 's/^/    /' >&2
}

# stop_server NAME: asks, waits, and after 30 s insists.
stop_server() {
	local name=$1 pid tries=0
	if ! pid=$(pid_of "$name"); then
		rm -f "$services_dir/$name/pid"
		return
	fi
	kill -TERM "$pid"
	while pid_of "$name" >/dev/null; do
		if ((++tries == 300)); then
			say "$name does not stop by itself; ending it."
			kill -KILL "$pid"
		fi
		sleep 0.1
	done
	rm -f "$services_dir/$name/pid"
	say "$name stopped."
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# keep_port NAME [FILE]: chooses a free port once and keeps it, so that addresses stay the same from day to day; chooses
# again if another program took it. Drawn at random, from below the range the kernel hands to outgoing connections, so
# that several checkouts do not meet.
keep_port() {
	local file=$services_dir/$1/${2:-port} port
	port=$(cat "$file" 2>/dev/null || true)
	while [[ -z $port ]] || port_is_taken "$port"; do
		port=$((20000 + RANDOM % 12000))
		# Not the port of a sibling that happens to be stopped.
		if grep -qx "$port" "$services_dir"/*/*port 2>/dev/null; then port=; fi
	done
	echo "$port" >"$file"
}

kept_port() { cat "$services_dir/$1/${2:-port}"; }
