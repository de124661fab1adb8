# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh
# The release build, left out when nothing that goes into it has changed; and what the server needs to know to run.

build_release() {
	local stamp=$local_dir/release.stamp
	if [[ -f $stamp && $(<"$stamp") == "$(release_state)" ]]; then
		say "Release build: nothing changed since the last one."
		return
	fi
	say "Release build: server and WebAssembly (the first one takes several minutes) …"
	mkdir -p "$local_dir"
	# File names without a hash, as Leptos.toml says; queries are checked against .sqlx/, not against a running database.
	# -P stores the site compressed as well, once and well, rather than at each request.
	env -u LEPTOS_HASH_FILES SQLX_OFFLINE=true cargo leptos build --release -P
	release_state >"$stamp"
}

# Everything that the build depends on, and the files it made: another checkout may share the target directory.
release_state() {
	git ls-files -z --cached --others --exclude-standard -- \
		':!bin' ':!bench' ':!docs' ':!end2end' ':!.ci' ':!README*' ':!compose.yaml' ':!redis.conf' |
		xargs -0 sha256sum 2>/dev/null | sha256sum || true # a deleted file changes the sum by its absence
	stat -c '%n %i %s %Y' "$server_bin" "$root"/target/site/pkg/*.wasm 2>/dev/null || echo "never built"
}

# Made once and kept, so that nobody is signed out by a restart.
prepare_server() {
	local key=$local_dir/session.key
	if [[ -z ${SEONCHAK_SESSION_KEY:-} ]]; then
		mkdir -p "$local_dir"
		[[ -s $key ]] || (umask 077 && random_hex 32 >"$key")
		SEONCHAK_SESSION_KEY=$(<"$key")
	fi
	export SEONCHAK_SESSION_KEY
	export SEONCHAK_MEDIA_DIR=${SEONCHAK_MEDIA_DIR:-$local_dir/media}
	export SEONCHAK_MAIL_DIR=${SEONCHAK_MAIL_DIR:-$local_dir/mail}
	mkdir -p "$SEONCHAK_MEDIA_DIR"
}

site_address=${LEPTOS_SITE_ADDR:-127.0.0.1:3000}

# Said before anything is built, not ten minutes later.
need_free_address() {
	if (exec 3<>"/dev/tcp/${site_address%:*}/${site_address##*:}") 2>/dev/null; then
		die "something already answers at $site_address; stop it, or choose another: LEPTOS_SITE_ADDR=127.0.0.1:3001 bin/${0##*/}"
	fi
}
