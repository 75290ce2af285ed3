# shellcheck shell=bash
# Sourced by the parts that run .NET: the assembly, its package, and a runtime of Microsoft's.

work=$root/target/tests/${0##*/}
wheels=$root/target/tests/dotnet-wheels
programs=tests/bindings/dotnet
mkdir -p "$work"
need_deb mono-mcs mono-runtime mono-xbuild libmono-system-core4.0-cil
# shellcheck source=tests/bindings/python.sh
source tests/bindings/python.sh
export RUST_BACKTRACE=0 PYTHONDONTWRITEBYTECODE=1

# fetch NAME PLATFORM REQUIREMENTS: the content of a wheel of PyPI's, in $wheels/NAME.
fetch() {
    local folder=$wheels/$1
    ! cmp -s "$3" "$folder/installed.txt" || return 0
    rm -rf "$folder"
    "$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
        --platform "$2" --python-version 3.8 --abi cp38 --abi none --dest "$folder" -r "$3" ||
        fail "this needs from PyPI, for $2: $(grep -o '^[^# ]*' "$3" | head -n 1)"
    "$python" -m zipfile -e "$folder"/*.whl "$folder"
    cp "$3" "$folder/installed.txt"
}

compile=(mcs -warnaserror -warn:4 -langversion:7)

# assembly RID=FILE...: compiles the assembly and lays out the package with these natives, in $work/package.
assembly() {
    "${compile[@]}" -target:library -doc:"$work/Tillwire.xml" -out:"$work/Tillwire.dll" bindings/dotnet/src/*.cs ||
        fail "the assembly does not compile"
    "$python" tests/bindings/dotnet_package.py pack "$work/package" "$work/Tillwire.dll" "$@"
}

# program NAME: compiles a program of $programs, with what is shared there.
program() {
    "${compile[@]}" -r:"$work/Tillwire.dll" -out:"$work/$1.exe" "$programs/$1.cs" "$programs"/{Shared,PropertyJson}.cs ||
        fail "$1 does not compile"
}

# framework NAME: builds an example for .NET Framework with the package, in $work/framework.
framework() {
    xbuild /nologo /verbosity:quiet "/p:Package=$work/package" "/p:Program=$1" "/p:Out=$work/framework/" \
        "$programs/Consumer.csproj" || fail "the example $1 does not build with the package"
}

# publish FOLDER NAME [RID]: a program and the package as `dotnet publish` lays them out.
publish() {
    "$python" tests/bindings/dotnet_package.py publish "$work/$1" "$work/package" "$work/$2.exe" "${@:3}"
}
