# shellcheck shell=bash
# shellcheck disable=SC2034  # variables that only the sourcing scripts use
# Sourced first by every script in bin/: where things are, and how a script speaks.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$root"

# Tools and downloaded packages are large and the same for every checkout, so they live outside it.
export SEONCHAK_CACHE=${SEONCHAK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/seonchak}
tools_dir=$SEONCHAK_CACHE/tools
kafka_home=$SEONCHAK_CACHE/kafka-4.3.1
mysql_home=$SEONCHAK_CACHE/mysql-8.0.33

# What this checkout alone owns: data of its private servers, keys, logs. Git ignores it.
local_dir=$root/.local
log_dir=$local_dir/log

target_dir=${CARGO_TARGET_DIR:-target}
[[ $target_dir == /* ]] || target_dir=$root/$target_dir
server_bin=$target_dir/release/server

# Our own tools come first, so that their versions are the ones meant here. Debian keeps servers in /usr/sbin, which
# is not on everybody's PATH, so it comes last.
export PATH=$tools_dir/bin:$root/node_modules/.bin:$PATH:/usr/sbin

say() { printf '%s\n' "$*"; }

die() {
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

have() { command -v "$1" >/dev/null; }

# The help of a script is the comment at its top: one text, which cannot differ from what people read in the file.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

# Hex characters that nobody can guess: `random_hex 32` gives 64 of them.
random_hex() { od -An -vtx1 -N"$1" /dev/urandom | tr -d ' \n'; }

# run_logged LOG WHAT COMMAND…: keeps a noisy command's output in LOG, and shows its end only if the command fails.
run_logged() {
	local log=$log_dir/$1.log what=$2 began=$SECONDS
	shift 2
	mkdir -p "$log_dir"
	if "$@" >"$log" 2>&1 </dev/null; then
		say "  done in $((SECONDS - began)) s"
	else
		tail -n 25 "$log" >&2
		die "$what failed; all it said is in $log"
	fi
}

# Starts what does not run yet, with the database that $database names if the script has set it, and exports the addresses.
# In steps, because `eval "$(…)"` would hide a failure.
use_services() {
	local addresses choice=()
	if [[ ${database:-} ]]; then choice=(--database "$database"); fi
	"$root/bin/services" start "${choice[@]}" || return
	addresses=$("$root/bin/services" env "${choice[@]}") || return
	eval "$addresses"
}
