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

# Of what one failing test said, at most so many lines.
failure_lines_max=25

# cargo_failures FILE: the tests that failed and the end of what each said, out of cargo's output; without the backtrace.
cargo_failures() {
	awk -v most="$failure_lines_max" '
		function tell(  i) {
			if (name != "") print name
			for (i = (said > most ? said - most : 0); i < said; i++) print lines[i]
			name = ""; said = 0
		}
		/^failures:$/ { tell(); inside = !inside; next }
		!inside { next }
		/^---- .* ----$/ { tell(); name = $0; quiet = 0; next }
		/^stack backtrace:$/ { quiet = 1 }
		!quiet && NF { lines[said++] = $0 }
	' "$1"
}

# playwright_failures FILE: the same, out of its JSON report.
playwright_failures() {
	node -e '
		const [file, most] = process.argv.slice(1);
		const plain = (text) => text.replace(/\x1b\[[0-9;]*m/g, "").split("\n").slice(0, most).join("\n");
		const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
		const { suites, errors } = JSON.parse(require("fs").readFileSync(file, "utf8"));
		for (const spec of suites.flatMap(specs).filter(({ ok }) => !ok)) {
			const said = spec.tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors);
			console.log(`---- ${spec.file}:${spec.line} ${spec.title} ----`);
			for (const { message } of said) console.log(plain(message ?? ""));
		}
		for (const { message } of errors) console.log(plain(message ?? ""));
	' "$1" "$failure_lines_max" 2>/dev/null || true
}

# summarise: the closing line, and the exit code that goes with it.
summarise() {
	say ""
	say "$passed passed, $failed failed"
	((failed == 0))
}
