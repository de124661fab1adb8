# shellcheck shell=bash
# Adds up what tests say about themselves. A part that failed without saying so, or ran nothing, counts as one failure.

passed=0
failed=0

# count PART EXIT-CODE PASSED FAILED
count() {
	local part=$1 code=$2 good=$3 bad=$4
	if ((bad == 0 && code != 0)); then
		say "$part failed before its tests could say how they went (exit code $code)."
		bad=1
	elif ((good + bad == 0)); then
		say "$part ran no test at all; that counts as a failure."
		bad=1
	fi
	passed=$((passed + good))
	failed=$((failed + bad))
}

# cargo_figures FILE: "passed failed", over every `test result:` line of cargo's output.
cargo_figures() {
	awk '/^test result:/ {
		for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) good += $(i - 1); if ($i ~ /^failed/) bad += $(i - 1) }
	} END { print good + 0, bad + 0 }' "$1"
}

# playwright_figures FILE: "passed failed" of its JSON report. A flaky test passed in the end.
playwright_figures() {
	node -e '
		const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
		console.log(stats.expected + stats.flaky, stats.unexpected);
	' "$1" 2>/dev/null || echo "0 0"
}

# summarise: the closing line, and the exit code that goes with it.
summarise() {
	say ""
	say "$passed passed, $failed failed"
	((failed == 0))
}
