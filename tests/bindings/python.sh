# shellcheck shell=bash
# Sourced by the parts that run Python: $python, with what requirements.txt names, in a folder that they share.

python3 -c 'import ensurepip, venv' 2>/dev/null || need_deb python3-venv
requirements=tests/bindings/requirements.txt
python=$root/target/tests/bindings/venv/bin/python
if ! cmp -s "$requirements" "$root/target/tests/bindings/venv/installed.txt"; then
    python3 -m venv --clear "$root/target/tests/bindings/venv"
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$requirements" ||
        fail "this needs from PyPI: $(xargs <"$requirements")"
    cp "$requirements" "$root/target/tests/bindings/venv/installed.txt"
fi
