# shellcheck shell=bash
# What every script shares: the tree's root, plain messages, steps with their seconds, Swift's version, packages.
# Sourced, never run. The caller has already set `-euo pipefail`.

TREE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
MINIMUM_SWIFT_MAJOR=6
MINIMUM_SWIFT_MINOR=2

# Process groups this script started and has not seen end; `stop_children` ends exactly these.
CHILDREN=()

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

stop_children() {
    local child
    for child in ${CHILDREN[@]+"${CHILDREN[@]}"}; do
        kill -TERM -- "-$child" 2>/dev/null || true
    done
    CHILDREN=()
}

forget_child() {
    local child kept=()
    for child in ${CHILDREN[@]+"${CHILDREN[@]}"}; do
        [ "$child" = "$1" ] || kept+=("$child")
    done
    CHILDREN=(${kept[@]+"${kept[@]}"})
}

# step TITLE LOG COMMAND…: runs COMMAND with its output in LOG, shows that it is alive, returns its status.
step() {
    local title=$1 log=$2
    shift 2
    launch "$log" "$@"
    watch "$title" "$log" "$LAUNCHED" "$SECONDS"
}

# launch LOG COMMAND…: begins COMMAND in a process group of its own, with its output in LOG; sets LAUNCHED for `watch`.
launch() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    set -m # a group of its own, so that it can be ended whole
    "$@" >"$log" 2>&1 </dev/null &
    LAUNCHED=$!
    set +m
    CHILDREN+=("$LAUNCHED")
}

# watch TITLE LOG CHILD BEGAN: shows until its end that what was launched at BEGAN seconds is alive; returns its status.
# On a terminal one line is rewritten; elsewhere a line every 30 seconds says how far it is.
watch() {
    local title=$1 log=$2 child=$3 began=$4 status=0 shown elapsed
    shown=$((SECONDS - began))
    [ -t 1 ] || printf '· %s\n' "$title"
    while kill -0 "$child" 2>/dev/null; do
        elapsed=$((SECONDS - began))
        if [ -t 1 ]; then
            printf '\r\033[K· %s, %d s  %s' "$title" "$elapsed" "$(last_line "$log" 70)"
        elif [ $((elapsed - shown)) -ge 30 ]; then
            shown=$elapsed
            printf '    %d s  %s\n' "$elapsed" "$(last_line "$log" 90)"
        fi
        sleep 0.2
    done
    wait "$child" || status=$?
    forget_child "$child"
    elapsed=$((SECONDS - began))
    [ ! -t 1 ] || printf '\r\033[K'
    if [ "$status" -eq 0 ]; then
        printf '✔ %s (%d s)\n' "$title" "$elapsed"
    else
        printf '✘ %s (%d s)\n' "$title" "$elapsed"
    fi
    return "$status"
}

last_line() { tail -c 400 "$1" 2>/dev/null | tr '\r' '\n' | tail -n 1 | tr -d '\033' | cut -c "1-$2"; }

# Says in one line what is wrong when Swift is missing or too old.
require_swift() {
    local advice="Tirek needs Swift $MINIMUM_SWIFT_MAJOR.$MINIMUM_SWIFT_MINOR or newer"
    local where="see https://www.swift.org/install/linux/"
    command -v swift >/dev/null 2>&1 || fail "$advice, and no swift was found on the PATH: $where."
    local text version major minor
    text=$(swift --version 2>/dev/null || true)
    version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"$text" | head -n 1)
    [ -n "$version" ] || fail "$advice, and \`swift --version\` did not say which it is: $where."
    major=${version%%.*}
    minor=${version#*.}
    if [ "$major" -lt "$MINIMUM_SWIFT_MAJOR" ] ||
        { [ "$major" -eq "$MINIMUM_SWIFT_MAJOR" ] && [ "$minor" -lt "$MINIMUM_SWIFT_MINOR" ]; }; then
        fail "$advice, and this is Swift $version: $where."
    fi
}

# missing_packages LIST…: names, one a line, of the packages in deploy/packages/LIST.txt that are not there yet.
missing_packages() {
    local list name stand_in wanted=() installed
    for list in "$@"; do
        while read -r name stand_in _; do
            case $name in '' | '#'*) continue ;; esac
            if [ -n "$stand_in" ] && command -v "$stand_in" >/dev/null 2>&1; then continue; fi
            wanted+=("$name")
        done <"$TREE/deploy/packages/$list.txt"
    done
    [ ${#wanted[@]} -gt 0 ] || return 0
    # shellcheck disable=SC2016 # the format is dpkg's, not the shell's
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)
    for name in "${wanted[@]}"; do
        grep -qxF "$name installed" <<<"$installed" || printf '%s\n' "$name"
    done | sort -u
}

# install_packages LIST…: installs what is missing when root; otherwise prints the exact command and ends.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian: please see to the packages in deploy/packages/ yourself."
        return 0
    fi
    local missing=()
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        fail "Some Debian packages are missing. Run this, then start again:"$'\n'"  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    local log=$TREE/var/log/packages.txt
    step "Installing ${missing[*]}" "$log" apt_install "${missing[@]}" || {
        tail -n 20 "$log" >&2
        fail "The packages could not be installed."
    }
}

# Debian starts a database cluster and a web server right after installing them. What was not there before and
# nobody asked for is stopped again.
apt_install() {
    local cluster=/etc/postgresql/15/main had_cluster=no had_nginx=no
    [ ! -e "$cluster" ] || had_cluster=yes
    ! command -v nginx >/dev/null 2>&1 || had_nginx=yes
    apt-get update -q || return 1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" || return 1
    if [ "$had_cluster" = no ] && [ -e "$cluster" ]; then pg_dropcluster --stop 15 main || true; fi
    if [ "$had_nginx" = no ] && command -v nginx >/dev/null 2>&1; then service nginx stop || true; fi
}

# build_release: builds the program and sets TIREK to its path.
build_release() {
    local log=$TREE/var/log/build-release.txt
    step "Building Tirek (the first time takes several minutes)" "$log" \
        swift build --package-path "$TREE" -c release --product tirek || {
        grep -E 'error:|warning: unre' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
        fail "The build failed; all of its output is in var/log/build-release.txt."
    }
    TIREK=$(swift build --package-path "$TREE" -c release --show-bin-path)/tirek
    export TIREK
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
