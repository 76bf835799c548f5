"""Backup while serving, restore, damage, and the journals' proof."""

import pathlib
import shutil
import sqlite3

import pytest

import tirek


@pytest.fixture(scope="module")
def backup(server, demonstration, tmp_path_factory) -> pathlib.Path:
    """A backup made while the server runs."""
    target = tmp_path_factory.mktemp("backup") / "monday"
    result = tirek.run("backup", target, "--demo", demonstration[0], timeout=300)
    assert result.returncode == 0, result.stderr
    return target


def new_place(demonstration, tmp_path) -> pathlib.Path:
    """A folder for a restored demonstration: key and register are there, the database is not."""
    place = tmp_path / "restored"
    place.mkdir()
    shutil.copy(demonstration[0] / "root.key", place / "root.key")
    register = demonstration[0] / "erasure-register"
    if register.exists():
        shutil.copy(register, place / "erasure-register")
    else:
        (place / "erasure-register").touch()
    return place


def test_a_backup_has_two_parts_and_no_root_key(backup, demonstration):
    root = (demonstration[0] / "root.key").read_bytes()
    files = [path for path in backup.rglob("*") if path.is_file()]
    assert (backup / "data").is_dir() and (backup / "keys").is_dir()
    assert files
    for path in files:
        content = path.read_bytes()
        assert root not in content and root.strip() not in content, path


def test_a_backup_never_overwrites(backup, demonstration):
    assert tirek.run("backup", backup, "--demo", demonstration[0]).returncode != 0


def test_a_restored_network_serves(backup, demonstration, tmp_path):
    place = new_place(demonstration, tmp_path)
    result = tirek.run("restore", backup, "--demo", place, timeout=300)
    assert result.returncode == 0, result.stderr
    verified = tirek.run("journal", "verify", "--demo", place, timeout=300)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    with tirek.Server("serve", "--demo", place) as running:
        client = tirek.Client(running.address)
        manager = next(account for account in demonstration[1] if account.role == "manager")
        client.follow(client.sign_in(manager))
        people = client.get("/people")
        assert people.status == 200 and "/people/" in people.text


def test_a_restore_never_overwrites(backup, demonstration):
    result = tirek.run("restore", backup, "--demo", demonstration[0])
    assert result.returncode != 0


def test_a_restore_without_the_register_needs_a_reason(backup, demonstration, tmp_path):
    place = new_place(demonstration, tmp_path)
    (place / "erasure-register").unlink()
    refused = tirek.run("restore", backup, "--demo", place)
    assert refused.returncode != 0 and "--without-register" in refused.stderr
    allowed = tirek.run("restore", backup, "--demo", place, "--without-register", "the register burnt", timeout=300)
    assert allowed.returncode == 0, allowed.stderr


@pytest.mark.parametrize("part", ["data", "keys"])
def test_a_damaged_backup_is_refused(backup, demonstration, tmp_path, part):
    damaged = tmp_path / "damaged"
    shutil.copytree(backup, damaged)
    largest = max(
        (path for path in (damaged / part).rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 1
    largest.write_bytes(content)
    place = new_place(demonstration, tmp_path)
    result = tirek.run("restore", damaged, "--demo", place, timeout=300)
    assert result.returncode == 65, result.stderr
    assert not list(place.glob("tirek.sqlite*")), "nothing half restored stays behind"


def test_a_part_of_another_backup_is_refused(backup, demonstration, tmp_path):
    other = tmp_path / "tuesday"
    assert tirek.run("backup", other, "--demo", demonstration[0], timeout=300).returncode == 0
    shutil.rmtree(other / "keys")
    shutil.copytree(backup / "keys", other / "keys")
    result = tirek.run("restore", other, "--demo", new_place(demonstration, tmp_path), timeout=300)
    assert result.returncode == 65, result.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_leaf SET kind = 'person.opened' WHERE kind = 'person.created'",
        "DELETE FROM journal_leaf WHERE position = 1",
        "UPDATE journal_leaf SET at = at + 1 WHERE position = 0",
    ],
    ids=["edited", "dropped", "shifted in time"],
)
def test_verify_finds_a_changed_journal(backup, demonstration, tmp_path, statement):
    place = new_place(demonstration, tmp_path)
    assert tirek.run("restore", backup, "--demo", place, timeout=300).returncode == 0
    with sqlite3.connect(place / "tirek.sqlite") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        assert database.execute(statement).rowcount > 0
    database.close()
    result = tirek.run("journal", "verify", "--demo", place, timeout=300)
    assert result.returncode == 65
    assert any(letter.isdigit() for letter in result.stdout), "it names the place"
