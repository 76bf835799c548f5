"""Two servers on one database, written to at once: no event is missed, none is out of turn, rollbacks leave no gap."""

import concurrent.futures
import http.client
import json
import threading

import pytest

import tirek

WRITERS = 16
EACH = 6


class Follower(threading.Thread):
    """Reads a server's stream of changes and keeps the positions that it told."""

    def __init__(self, server, cookie: str):
        super().__init__(daemon=True)
        self.positions: list[int] = []
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.connection.request("GET", "/events", headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"})
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200

    def run(self):
        try:
            for line in self.answer:
                if line.startswith(b"id:"):
                    self.positions.append(int(line[3:]))
        except (OSError, ValueError, http.client.HTTPException, AttributeError):
            pass


def token(client, account) -> str:
    answer = client.send(
        "POST",
        "/api/v1/sessions",
        json.dumps({"email": account.email, "password": account.password}).encode(),
        {"Content-Type": "application/json"},
    )
    assert answer.status == 201, answer.text
    return answer.json()["token"]


def events(engine, place) -> list[int]:
    if engine == "sqlite":
        import sqlite3

        with sqlite3.connect(f"file:{place}?mode=ro", uri=True) as database:
            return [row[0] for row in database.execute("SELECT position FROM event ORDER BY position")]
    import os
    import pathlib
    import subprocess

    program = pathlib.Path(os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin")) / "psql"
    query = "SET ROLE tirek_system; SELECT position FROM event ORDER BY position"
    done = subprocess.run([program, "-qXAt", "-d", place, "-c", query], capture_output=True, text=True, check=True)
    return [int(line) for line in done.stdout.split()]


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_two_servers_lose_no_event(engine, tmp_path, request):
    url = {}
    place = tmp_path / "demo/tirek.sqlite"
    if engine == "postgres":
        place = request.getfixturevalue("postgres_url")
        url = {"TIREK_DATABASE_URL": place}
    arguments = ["demo", "--directory", tmp_path / "demo", "--people", "4", "--json"]
    made = tirek.run(*arguments, environment_extra=url, timeout=300)
    assert made.returncode == 0, made.stderr
    accounts = tirek.accounts_from(made.stdout)
    account = next(account for account in accounts if account.role == "caseworker")
    before = events(engine, place)
    servers = []
    try:
        for number in (1, 2):
            (tmp_path / f"state{number}").mkdir()
            extra = url | {"TIREK_STATE_DIRECTORY": str(tmp_path / f"state{number}")}
            server = tirek.Server("serve", "--demo", tmp_path / "demo", environment_extra=extra)
            server.start()
            servers.append(server)
        followers = []
        for server in servers:
            visitor = tirek.Client(server.address)
            visitor.submit("/sign-in", {"email": account.email, "password": account.password})
            follower = Follower(server, "; ".join(f"{name}={value}" for name, value in visitor.cookies.items()))
            follower.start()
            followers.append(follower)
        tokens = [token(tirek.Client(server.address), account) for server in servers]

        def write(writer: int) -> list[int]:
            client = tirek.Client(servers[writer % 2].address)
            statuses = []
            for number in range(EACH):
                # Every third one is refused inside its transaction or before it, and must leave no gap.
                names = [] if number % 3 == 2 else [{"family": f"Writer{writer}", "given": str(number)}]
                answer = client.send(
                    "POST",
                    "/api/v1/people",
                    json.dumps({"names": names}).encode(),
                    {
                        "Content-Type": "application/json",
                        "Authorization": f"Bearer {tokens[writer % 2]}",
                        "Idempotency-Key": f"{writer}-{number}",
                    },
                )
                statuses.append(answer.status)
            return statuses

        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            statuses = [status for each in pool.map(write, range(WRITERS)) for status in each]
        created = statuses.count(201)
        assert created == WRITERS * EACH * 2 // 3
        assert statuses.count(422) == WRITERS * EACH - created

        found = events(engine, place)
        assert found == list(range(1, len(found) + 1)), "positions have gaps or repeat"
        # Two sign-ins at the desk and two for the API journal into the installation's log and may leave events too.
        assert len(found) >= len(before) + created
        for _ in range(100):
            if all(follower.positions and follower.positions[-1] >= found[-1] for follower in followers):
                break
            threading.Event().wait(0.1)
        for follower in followers:
            assert follower.positions == sorted(set(follower.positions)), "a follower was told positions out of turn"
            assert follower.positions[-1] == found[-1], "a follower missed the last event"
    finally:
        for server in servers:
            server.stop()
