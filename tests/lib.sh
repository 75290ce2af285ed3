# shellcheck shell=bash
# Sourced by the scripts under tests/: strict mode, the repository's root, and ways to ask for what a fresh
# machine lacks.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# The nightly for what stable cannot do: std built for a target, sanitizers, miri.
export NIGHTLY=${NIGHTLY:-nightly-2026-05-20}

fail() {
    echo "$*" >&2
    exit 1
}

# as_root COMMAND...: needs no password, or fails.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

# need_deb PACKAGE...: Debian packages, installed where that is allowed.
need_deb() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    as_root true 2>/dev/null || fail "this needs the Debian packages: ${missing[*]}"
    # One list update in a run of all parts: it is what takes long.
    local updated="$root/target/tests/apt-updated"
    if [[ ! -e $updated ]]; then
        as_root apt-get -q update && mkdir -p "${updated%/*}" && touch "$updated"
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends "${missing[@]}" ||
        fail "could not install the Debian packages: ${missing[*]}"
}

# need_toolchain TOOLCHAIN [COMPONENT...]: a compiler besides the default one.
need_toolchain() {
    local toolchain=$1 component
    shift
    rustc "+$toolchain" --version >/dev/null 2>&1 ||
        rustup toolchain install "$toolchain" --profile minimal ||
        fail "this needs the Rust toolchain $toolchain"
    for component in "$@"; do
        rustup component list --toolchain "$toolchain" --installed | grep -q "^$component" ||
            rustup component add --toolchain "$toolchain" "$component" ||
            fail "this needs $component of the Rust toolchain $toolchain"
    done
}

# need_nightly [COMPONENT...]: the nightly, for example with rust-src.
need_nightly() {
    need_toolchain "$NIGHTLY" "$@"
}

# need_rust_target TARGET [TOOLCHAIN]: the standard library for a target.
need_rust_target() {
    local toolchain=()
    [[ -z ${2:-} ]] || toolchain=(--toolchain "$2")
    rustup target list "${toolchain[@]}" --installed | grep -qx "$1" ||
        rustup target add "${toolchain[@]}" "$1" ||
        fail "this needs the Rust target $1"
}

# zig links against any glibc; into target/tools/zig/bin.
need_zig() {
    local tools=$root/target/tools
    [[ ! -x $tools/zig/bin/cargo-zigbuild ]] || return 0
    python3 -m venv "$tools/zig"
    "$tools/zig/bin/pip" install --quiet ziglang==0.13.0 cargo-zigbuild==0.20.1
}
