"""A sync that fails ends the process; a full disk ends nothing but writing."""

import contextlib
import json
import os
import pathlib
import subprocess
import time

import pytest

import killing
import tirek


@pytest.fixture(scope="module")
def network(tmp_path_factory) -> pathlib.Path:
    directory = tmp_path_factory.mktemp("network") / "demo"
    done = tirek.run("demo", "--directory", directory, "--people", 13, timeout=120)
    assert done.returncode == 0, done.stderr
    return directory


def accounts(place):
    return tirek.accounts_from(tirek.run("demo", "--directory", place, "--json").stdout)


class API:
    def __init__(self, server, place):
        self.client = tirek.Client(server.address)
        caseworker = next(account for account in accounts(place) if account.role == "caseworker")
        self.token = self.client.api_token(caseworker)

    def create(self, name: str) -> tirek.Answer:
        body = {"names": [{"family": name, "given": "Drill"}], "notes": "A long note. " * 300}
        return self.client.post_json("/api/v1/people", body, self.token)

    def get(self, path: str) -> tirek.Answer:
        return self.client.get(path, {"Authorization": f"Bearer {self.token}"})


def check(place) -> dict:
    done = tirek.run("drill", "check", "--demo", place)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["problems"] == []
    return found["counts"]


needs_strace = pytest.mark.skipif(killing.is_missing("strace"), reason="strace is not installed")


@needs_strace
@pytest.mark.parametrize("call", ["fdatasync", "pwrite64"])
def test_a_command_whose_write_fails_ends_with_74(network, tmp_path, call):
    place = killing.copy_network(network, tmp_path / "demo")
    before = check(place)
    file = place / "tirek.sqlite-wal"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-P", file, "-e", f"trace={call}", "-e",
         f"inject={call}:error=EIO:when=1+", str(tirek.binary()), "drill", "create", "--demo", place],
        cwd=tirek.TREE, env=tirek.environment(), capture_output=True, text=True, timeout=60,
    )
    assert done.returncode == 74, done.stderr
    found = check(place)
    # It was not acknowledged, so either is right.
    assert found["people"] in (before["people"], before["people"] + 1)


@needs_strace
@pytest.mark.parametrize("file", ["erasure-register"])
def test_an_erasure_whose_register_fails_ends_with_74(network, tmp_path, file):
    place = killing.copy_network(network, tmp_path / "demo")
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-P", place / file, "-e", "trace=fsync", "-e",
         "inject=fsync:error=EIO", str(tirek.binary()), "drill", "erase", "--demo", place],
        cwd=tirek.TREE, env=tirek.environment(), capture_output=True, text=True, timeout=60,
    )
    assert done.returncode == 74, done.stderr
    check(place)


@needs_strace
def test_a_server_whose_sync_fails_ends_without_answering(network, tmp_path):
    place = killing.copy_network(network, tmp_path / "demo")
    server = tirek.Server("serve", "--demo", place)
    server.start()
    tracer = None
    try:
        api = API(server, place)
        acknowledged = [api.create(f"Acknowledged {number}").json()["id"] for number in range(5)]
        log = tmp_path / "strace.txt"
        tracer = subprocess.Popen(
            ["strace", "-f", "-o", log, "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO",
             "-p", str(server.process.pid)],
            stderr=subprocess.PIPE, text=True,
        )
        if "attached" not in (said := tracer.stderr.readline()):
            pytest.skip(f"strace may not attach here: {said}")
        with pytest.raises(OSError):
            api.create("Never acknowledged")
        assert server.process.wait(10) == 74
    finally:
        server.stop()
        if tracer:
            tracer.wait(10)
    check(place)
    with tirek.Server("serve", "--demo", place) as again:
        api = API(again, place)
        for record in acknowledged:
            assert api.get(f"/api/v1/people/{record}").status == 200


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 48 MiB in memory; 32 of them are the journal's reserve."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("mounting needs root")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder: pathlib.Path) -> pathlib.Path:
    filler = folder / "filler"
    with open(filler, "ab", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def test_a_full_disk_refuses_writes_and_recovers_alone(small_disk):
    place = small_disk / "demo"
    done = tirek.run("demo", "--directory", place, "--people", 13, timeout=120)
    assert done.returncode == 0, done.stderr
    with tirek.Server("serve", "--demo", place) as server:
        api = API(server, place)
        assert api.create("Before").status == 201
        filler = fill(small_disk)
        answers = []
        # What the log has room for still goes in.
        while 503 not in answers and len(answers) < 300:
            answer = api.create(f"Meanwhile {len(answers)}")
            answers.append(answer.status)
            assert answer.status in (201, 503), answer.text
            fill(small_disk)
        assert answers[-1] == 503 and answer.headers["Retry-After"]
        assert api.get("/api/v1/people").status == 200, "reading goes on: its leaf goes into the reserve"
        assert api.create("Still full").status == 503
        os.unlink(filler)
        freed = time.monotonic()
        while (status := api.create("After").status) != 201:
            assert status == 503
            assert time.monotonic() - freed < 5, "writing recovers within 5 seconds"
            time.sleep(0.1)
        # The leaf of the read is moved from the reserve into the journal within a second or two.
        time.sleep(3)
    found = check(place)
    assert found["people"] == 13 + 2 + answers.count(201)
    assert found["leaf people.listed"] == 1
