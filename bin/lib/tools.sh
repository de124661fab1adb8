# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh
# What the build needs: the Rust toolchain, three cargo tools and the npm packages. Each version stands in one file only.

cargo_leptos_version=0.3.11
geckodriver_version=0.37.1
cargo_deny_version=0.20.2
cargo_fuzz_version=0.13.2
cargo_cyclonedx_version=0.5.9

toolchain_version() { sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml; }
wasm_bindgen_version() { sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml; }

install_toolchain() {
	local version sysroot
	version=$(toolchain_version)
	[[ -n $version ]] || die "rust-toolchain.toml names no channel"
	have rustup || die "rustup is missing: install it as the Rust project's site says, then start again"
	if sysroot=$(rustc "+$version" --print sysroot 2>/dev/null) &&
		[[ -x $sysroot/bin/rustfmt && -x $sysroot/bin/cargo-clippy && -d $sysroot/lib/rustlib/wasm32-unknown-unknown/lib ]]; then
		say "Rust $version: there."
		return
	fi
	say "Rust $version: installing with rustfmt, clippy and the WebAssembly target …"
	rustup toolchain install "$version" --profile minimal -c rustfmt -c clippy -t wasm32-unknown-unknown
}

install_cargo_tools() {
	local bindgen
	bindgen=$(wasm_bindgen_version)
	[[ -n $bindgen ]] || die "Cargo.toml names no exact version of wasm-bindgen"
	# The tool must be of the library's exact version: they speak a format of their own to each other.
	install_cargo_tool wasm-bindgen-cli "$bindgen" wasm-bindgen
	install_cargo_tool cargo-leptos "$cargo_leptos_version" cargo-leptos
	install_cargo_tool geckodriver "$geckodriver_version" geckodriver
}

# install_cargo_tool CRATE VERSION PROGRAM
install_cargo_tool() {
	local crate=$1 version=$2 program=$tools_dir/bin/$3
	# Of several lines (geckodriver's) the first one has the version.
	if [[ -x $program && " $("$program" --version 2>/dev/null | head -n 1) " == *" $version "* ]]; then
		say "$crate $version: there."
		return
	fi
	say "$crate $version: building it, once for all checkouts (some minutes) …"
	# Little optimisation: the tools run for seconds, and on two cores their full build takes a quarter of an hour.
	# Without the project's target directory, so that neither waits for the other or throws the other's work away.
	env -u CARGO_TARGET_DIR -u RUSTFLAGS \
		CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
		cargo "+$(toolchain_version)" install --locked --root "$tools_dir" "$crate@$version"
}

# install_npm DIRECTORY WHAT: `npm ci`, unless the lock file is the one installed last.
install_npm() {
	local directory=$1 what=$2 stamp=$1/node_modules/.seonchak-lock
	[[ -f $directory/package-lock.json ]] || die "$directory/package-lock.json is missing, so $what cannot be installed"
	if cmp -s "$directory/package-lock.json" "$stamp"; then
		say "$what: there."
		return
	fi
	say "$what: installing with npm …"
	# Debian's Chromium is the browser, so Playwright need not download its own.
	(cd "$directory" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund)
	cp "$directory/package-lock.json" "$stamp"
}
