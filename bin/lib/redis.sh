# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh and process.sh
# The private Redis: the project's own redis.conf, and what differs from checkout to checkout on the command line.

redis_url() { echo "redis://127.0.0.1:$(kept_port redis)"; }

start_redis() {
	local dir=$services_dir/redis port
	have redis-server || die "redis-server is not installed; bin/setup does that"
	port=$(kept_port redis)
	mkdir -p "$dir/data"
	launch redis redis-server "$root/redis.conf" --port "$port" --dir "$dir/data" --daemonize no
	wait_until_answers redis 30 redis_says_pong "$port"
}

# Its words, not the exit code: while Redis still reads its file it answers LOADING, and redis-cli calls that success.
redis_says_pong() { [[ $(redis-cli -h 127.0.0.1 -p "$1" ping) == PONG ]]; }
