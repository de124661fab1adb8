# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh
# Debian packages: which are missing, and how to install them without starting a server on this machine.

# Asked by what a package brings, not by its name: a Node from elsewhere is as good as Debian's.
missing_packages() {
	have mariadbd && have mariadb || echo mariadb-server
	have redis-server || echo redis-server
	have faketime || echo faketime
	have caddy || echo caddy
	have chromium || echo chromium
	have firefox-esr || echo firefox-esr
	have kcat || echo kcat
	java_is_new_enough || echo openjdk-17-jre-headless
	have mvn || echo maven
	have pkg-config || echo pkg-config
	have cc && have make || echo build-essential
	[[ -e /usr/include/zlib.h ]] || echo zlib1g-dev
	[[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ]] || echo fonts-noto-cjk
	have unzip || echo unzip
	have curl || echo curl
	have node || echo nodejs
	have npm || echo npm
	if [[ $1 == mysql ]]; then
		# Oracle's own build of MySQL looks for these two by name.
		[[ -e /usr/lib/x86_64-linux-gnu/libaio.so.1 ]] || echo libaio1
		[[ -e /usr/lib/x86_64-linux-gnu/libnuma.so.1 ]] || echo libnuma1
	fi
}

java_is_new_enough() {
	local version
	have java || return 1
	version=$(java -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
	((${version:-0} >= 17))
}

# install_packages DATABASE
install_packages() {
	local missing
	mapfile -t missing < <(missing_packages "$1")
	if ((${#missing[@]} == 0)); then
		say "Debian packages: all there."
		return
	fi
	if ! have apt-get; then
		die "these are missing, and only Debian and Ubuntu are known here: ${missing[*]}"
	fi
	if ((EUID != 0)); then
		local command="sudo bin/setup --packages"
		[[ $1 == mysql ]] && command+=" --database mysql"
		say "Debian packages are missing: ${missing[*]}"
		say "Type this, then start again (it installs them and starts no server):"
		say "    $command"
		exit 1
	fi
	say "Debian packages: installing ${missing[*]} …"
	export DEBIAN_FRONTEND=noninteractive
	forbid_service_starts
	apt-get update -q
	apt-get install -q -y --no-install-recommends "${missing[@]}"
	allow_service_starts
	disable_services "${missing[@]}"
}

# A server package starts its service when installed. Debian asks /usr/sbin/policy-rc.d first, so for as long as apt
# works that file says no; what stood there before comes back afterwards, however this script ends.
policy=/usr/sbin/policy-rc.d
policy_kept=$policy.before-seonchak

forbid_service_starts() {
	trap allow_service_starts EXIT
	trap 'exit 130' INT TERM
	if [[ -e $policy && ! -e $policy_kept ]]; then mv "$policy" "$policy_kept"; fi
	printf '#!/bin/sh\n# Written by bin/setup of Seonchak while it installs packages; it takes it away again.\nexit 101\n' >"$policy"
	chmod 755 "$policy"
}

allow_service_starts() {
	trap - EXIT INT TERM
	rm -f "$policy"
	if [[ -e $policy_kept ]]; then mv "$policy_kept" "$policy"; fi
}

# The policy above forbids starting now; this forbids starting at the next boot. Only what we just installed is touched.
disable_services() {
	local package
	for package in "$@"; do
		case $package in
		mariadb-server) disable_service mariadb ;;
		redis-server) disable_service redis-server ;;
		caddy) disable_service caddy ;;
		esac
	done
}

disable_service() {
	say "Debian packages: $1 shall not start with the machine."
	if have systemctl; then
		systemctl disable --quiet "$1.service" 2>/dev/null || say "  (systemctl could not; nothing runs it here)"
	fi
	if have update-rc.d; then update-rc.d "$1" disable >/dev/null 2>&1 || true; fi
}
