# shellcheck shell=bash
# The tests' private Python environment. Sourced after common.sh.

PYTHON_ENVIRONMENT=$TREE/.build-venv

# python_environment: makes or renews .build-venv when Tests/requirements.txt has changed; sets PYTHON.
python_environment() {
    local wanted log=$TREE/var/log/python.txt
    PYTHON=$PYTHON_ENVIRONMENT/bin/python
    export PYTHON PYTHONDONTWRITEBYTECODE=1
    wanted=$(sha256sum <"$TREE/Tests/requirements.txt")
    if [ -x "$PYTHON" ] && [ "$(cat "$PYTHON_ENVIRONMENT/requirements.sha256" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    step "Preparing Python's test packages" "$log" make_python_environment || {
        tail -n 20 "$log" >&2
        fail "Python's test packages could not be installed; all of the output is in var/log/python.txt."
    }
    printf '%s' "$wanted" >"$PYTHON_ENVIRONMENT/requirements.sha256"
}

make_python_environment() {
    rm -rf "$PYTHON_ENVIRONMENT"
    /usr/bin/python3 -m venv "$PYTHON_ENVIRONMENT" || return 1
    "$PYTHON_ENVIRONMENT/bin/python" -m pip install --disable-pip-version-check \
        --requirement "$TREE/Tests/requirements.txt"
}
