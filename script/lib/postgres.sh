# shellcheck shell=bash
# A PostgreSQL 15 of one's own: in a temporary folder, on a Unix socket only, as an unprivileged user, gone afterwards.
# Sourced after common.sh.

POSTGRES_DIRECTORY=""
POSTGRES_PID=""

# postgres_start [SETTING…]: starts the server; each SETTING is a line of postgresql.conf.
# Sets POSTGRES_URL (the superuser's), POSTGRES_DATA and POSTGRES_BIN.
postgres_start() {
    POSTGRES_BIN=/usr/lib/postgresql/15/bin
    [ -x "$POSTGRES_BIN/initdb" ] || fail "PostgreSQL 15 is missing: $POSTGRES_BIN/initdb was not found."
    local base=${TMPDIR:-/tmp}
    [ ${#base} -le 60 ] || base=/tmp # a socket's path has at most 107 bytes
    POSTGRES_DIRECTORY=$(mktemp -d "$base/tirek-postgres.XXXXXX")
    POSTGRES_DATA=$POSTGRES_DIRECTORY/data
    local as=()
    if [ "$(id -u)" -eq 0 ]; then
        chown postgres: "$POSTGRES_DIRECTORY"
        as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
    fi
    (
        cd /
        ${as[@]+"${as[@]}"} "$POSTGRES_BIN/initdb" -D "$POSTGRES_DATA" -U postgres --auth=trust --data-checksums \
            --encoding=UTF8 --locale=C.UTF-8 >"$POSTGRES_DIRECTORY/initdb.txt" 2>&1
    ) || {
        cat "$POSTGRES_DIRECTORY/initdb.txt" >&2
        fail "PostgreSQL could not be set up."
    }
    {
        printf "listen_addresses = ''\nunix_socket_directories = '%s'\n" "$POSTGRES_DIRECTORY"
        printf "max_connections = 300\nshared_buffers = 128MB\nlogging_collector = on\nlog_directory = 'log'\n"
        [ $# -eq 0 ] || printf '%s\n' "$@"
    } >>"$POSTGRES_DATA/postgresql.conf"
    set -m
    (
        cd /
        exec ${as[@]+"${as[@]}"} "$POSTGRES_BIN/postgres" -D "$POSTGRES_DATA"
    ) >"$POSTGRES_DIRECTORY/start.txt" 2>&1 </dev/null &
    POSTGRES_PID=$!
    set +m
    local tries
    for tries in {1..100}; do
        if "$POSTGRES_BIN/pg_isready" -q -h "$POSTGRES_DIRECTORY"; then break; fi
        if [ "$tries" -eq 100 ] || ! kill -0 "$POSTGRES_PID" 2>/dev/null; then
            cat "$POSTGRES_DIRECTORY/start.txt" >&2
            fail "PostgreSQL did not start."
        fi
        sleep 0.1
    done
    POSTGRES_URL="postgres://postgres@/postgres?host=$POSTGRES_DIRECTORY"
    export POSTGRES_URL POSTGRES_DATA POSTGRES_BIN
}

# postgres_stop: ends the server that postgres_start began, by its id, and removes its folder. Safe to call twice.
postgres_stop() {
    local tries
    if [ -n "$POSTGRES_PID" ]; then
        kill -INT "$POSTGRES_PID" 2>/dev/null || true
        for tries in {1..100}; do
            kill -0 "$POSTGRES_PID" 2>/dev/null || break
            [ "$tries" -ne 80 ] || kill -QUIT "$POSTGRES_PID" 2>/dev/null || true
            sleep 0.1
        done
        wait "$POSTGRES_PID" 2>/dev/null || true
        POSTGRES_PID=""
    fi
    if [ -n "$POSTGRES_DIRECTORY" ]; then
        rm -rf "$POSTGRES_DIRECTORY"
        POSTGRES_DIRECTORY=""
    fi
}
