"""A real installation from nothing, on both engines: key, schema, organisation, people, serving, stopping."""

import json
import re
import shutil
import signal
import stat
import subprocess

import tirek


def test_from_nothing_to_serving(installation):
    assert re.match(r"Applied \d+ migrations\.", installation.done("migrate"))
    assert "up to date" in installation.done("migrate")

    organization = installation.done(
        "organization", "add", "--code", "test-house", "--name", "Дом «Өмүр»", "--zone", "Asia/Bishkek"
    ).strip()
    assert tirek.UUID.fullmatch(organization)
    listed = [json.loads(line) for line in installation.done("organization", "list", "--json").splitlines()]
    assert organization in json.dumps(listed) and "Дом «Өмүр»" in json.dumps(listed, ensure_ascii=False)

    invited = installation.done(
        "user",
        "add",
        "--email",
        "first@test.example",
        "--name",
        "Айгүл",
        "--organization",
        "test-house",
        "--role",
        "manager",
    )
    assert "http" in invited or "/" in invited
    users = [json.loads(line) for line in installation.done("user", "list", "--json").splitlines()]
    assert "first@test.example" in json.dumps(users)

    server = tirek.Server("serve", environment_extra=installation.environment)
    server.start()
    try:
        client = tirek.Client(server.address)
        assert client.get("/health").status in (200, 204, 404)
        assert client.get("/sign-in").status == 200
    finally:
        assert server.stop() == 0, "SIGTERM ends the server with 0"
    installation.done("journal", "verify")


def test_the_same_organisation_twice_is_refused(installation):
    installation.done("migrate")
    arguments = ("organization", "add", "--code", "twice", "--name", "Twice")
    installation.done(*arguments)
    result = installation.run(*arguments)
    assert result.returncode not in (0, 64) and "twice" in result.stderr.lower()


def test_an_unknown_role_is_refused(installation):
    installation.done("migrate")
    installation.done("organization", "add", "--code", "one", "--name", "One")
    result = installation.run(
        "user", "add", "--email", "a@b.example", "--name", "A", "--organization", "one", "--role", "king"
    )
    assert result.returncode != 0 and "king" in result.stderr


def test_a_hang_up_by_terminal_stops_it_too(demonstration, tmp_path):
    state = {"TIREK_STATE_DIRECTORY": str(tmp_path)}
    server = tirek.Server("serve", "--demo", demonstration[0], environment_extra=state)
    server.start()
    assert server.stop(signal.SIGINT) == 0


def test_the_root_key_is_for_its_owner_only(key_folder):
    key = key_folder / "root.key"
    assert tirek.run("key", "new", key).returncode == 0
    assert stat.S_IMODE(key.stat().st_mode) in (0o600, 0o400)
    again = tirek.run("key", "new", key)
    assert again.returncode != 0, "an existing key is never overwritten"


def test_a_key_comes_back_from_its_sheet(key_folder):
    made = tirek.run("key", "new", key_folder / "root.key")
    sheet = made.stdout.split("\n\n", 1)[1]

    def recover(text, name):
        return subprocess.run(
            [tirek.binary(), "key", "recover", key_folder / name],
            input=text,
            text=True,
            capture_output=True,
            env=tirek.environment(),
            timeout=30,
        )

    assert recover(sheet.lower(), "back.key").returncode == 0
    assert (key_folder / "back.key").read_bytes() == (key_folder / "root.key").read_bytes()

    wrong = list(sheet)
    place = next(index for index, letter in enumerate(wrong) if letter.isalnum() and index > len(wrong) // 2)
    wrong[place] = "2" if wrong[place] != "2" else "3"
    refused = recover("".join(wrong), "wrong.key")
    assert refused.returncode != 0 and not (key_folder / "wrong.key").exists()


def test_a_key_beside_the_data_is_refused(tmp_path, key_folder):
    assert tirek.run("key", "new", key_folder / "root.key").returncode == 0
    (tmp_path / "data").mkdir()
    beside = tmp_path / "data/root.key"
    shutil.copy(key_folder / "root.key", beside)
    beside.chmod(0o600)
    result = tirek.run(
        "serve",
        environment_extra={
            "TIREK_DATABASE_URL": f"sqlite://{tmp_path}/data/tirek.sqlite",
            "TIREK_KEY_FILE": str(beside),
            "TIREK_ERASURE_REGISTER": str(key_folder / "erasure-register"),
            "TIREK_PORT": str(tirek.free_port()),
        },
    )
    assert result.returncode == 78, result.stderr
    assert str(beside) in result.stderr


def test_a_key_that_others_may_read_is_refused(tmp_path, key_folder):
    key = key_folder / "root.key"
    assert tirek.run("key", "new", key).returncode == 0
    key.chmod(0o644)
    result = tirek.run(
        "migrate",
        environment_extra={
            "TIREK_DATABASE_URL": f"sqlite://{tmp_path}/tirek.sqlite",
            "TIREK_KEY_FILE": str(key),
        },
    )
    assert result.returncode == 78, result.stderr


def test_a_new_root_key_takes_the_place_of_the_old_one(installation, key_folder):
    installation.done("organization", "add", "--code", "house", "--name", "House")
    installation.done("key", "new", key_folder / "next.key")
    installation.done("key", "replace", key_folder / "next.key")
    refused = installation.run("organization", "list")
    assert refused.returncode == 78 and "root key" in refused.stderr
    (key_folder / "next.key").replace(key_folder / "root.key")
    assert "house" in installation.done("organization", "list")
    installation.done("journal", "verify")


def test_an_account_is_erased_only_when_confirmed(installation):
    installation.done("organization", "add", "--code", "house", "--name", "House")
    person = ["--email", "aida@example.org"]
    installation.done("user", "add", *person, "--name", "Aida", "--organization", "house", "--role", "manager")
    assert "taken away" in installation.done("user", "reset", *person, "--second-factor")
    assert installation.run("user", "erase", *person).returncode != 0
    assert "aida@example.org" in installation.done("user", "list")
    installation.done("user", "erase", *person, "--confirm")
    assert "aida@example.org" not in installation.done("user", "list")
    installation.done("journal", "verify")
