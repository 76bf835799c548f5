"""What a backup holds and what a restore does with it, on both engines."""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import subprocess

import pytest

import killing
import tirek


@pytest.fixture(scope="module")
def network(tmp_path_factory) -> pathlib.Path:
    """A small closed network."""
    directory = tmp_path_factory.mktemp("network") / "demo"
    done = tirek.run("demo", "--directory", directory, "--people", 13, timeout=120)
    assert done.returncode == 0, done.stderr
    return directory


@pytest.fixture(scope="module")
def backup(network, tmp_path_factory) -> pathlib.Path:
    return make_backup(network, tmp_path_factory.mktemp("backup") / "copy")


def make_backup(place, target, **options) -> pathlib.Path:
    done = tirek.run("backup", target, "--demo", place, **options)
    assert done.returncode == 0, done.stderr
    return target


def empty_place(network, folder) -> pathlib.Path:
    folder.mkdir()
    for name in ("root.key", "erasure-register"):
        shutil.copy2(network / name, folder / name)
    return folder


def restore(backup, place, *arguments, **options) -> subprocess.CompletedProcess:
    return tirek.run("restore", backup, "--demo", place, *arguments, **options)


def check(place, **options) -> dict:
    done = tirek.run("drill", "check", "--demo", place, **options)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["problems"] == []
    return found["counts"]


def rows(place, query, *values) -> list:
    database = sqlite3.connect(place / "tirek.sqlite")
    try:
        return database.execute(query, values).fetchall()
    finally:
        database.close()


def test_only_its_owner_can_read_a_backup(backup):
    for path in [backup, *backup.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_the_data_part_holds_no_key(network, backup):
    data = b"".join(path.read_bytes() for path in (backup / "data").iterdir())
    keys = b"".join(path.read_bytes() for path in (backup / "keys").iterdir())
    wraps = rows(network, "SELECT wrapped FROM record_key_wrap UNION SELECT wrapped FROM organization_key")
    tags = rows(network, "SELECT tag FROM blind_index")
    assert len(wraps) > 20 and len(tags) > 10
    for (secret,) in wraps + tags:
        assert secret not in data and secret in keys
    for (sealed,) in rows(network, "SELECT identity FROM person"):
        assert sealed in data


def test_its_own_leaf_is_in_the_backup_and_in_what_is_restored(network, backup, tmp_path):
    assert check(network)["leaf backup.made"] == 1
    place = empty_place(network, tmp_path / "restored")
    done = restore(backup, place)
    assert done.returncode == 0, done.stderr
    before, after = check(network), check(place)
    restored = {"leaf backup.restored": 1, "event backup.restored": 1}
    assert after == before | restored
    assert tirek.run("journal", "verify", "--demo", place).returncode == 0
    assert rows(place, "SELECT COUNT(*) FROM session") == [(0,)], "sessions don't come back to life"


def test_a_backup_goes_from_one_engine_to_the_other_and_back(network, backup, tmp_path, postgres_url):
    on_postgres = {"environment_extra": {"TIREK_DATABASE_URL": postgres_url}}
    there = empty_place(network, tmp_path / "there")
    done = restore(backup, there, **on_postgres)
    assert done.returncode == 0, done.stderr
    assert check(there, **on_postgres)["people"] == 13
    again = make_backup(there, tmp_path / "again", **on_postgres)
    for table in ("data/person", "data/organization", "data/user_account", "keys/record_key_wrap", "keys/blind_index"):
        assert (backup / f"{table}.rows").read_bytes() == (again / f"{table}.rows").read_bytes()
    back = empty_place(network, tmp_path / "back")
    done = restore(again, back)
    assert done.returncode == 0, done.stderr
    assert check(back)["leaf backup.restored"] == 2
    refused = restore(backup, there, **on_postgres)
    assert refused.returncode == 65 and "empty" in refused.stderr


def test_who_was_erased_since_stays_erased(network, tmp_path):
    place = killing.copy_network(network, tmp_path / "demo")
    backup = make_backup(place, tmp_path / "copy")
    assert tirek.run("drill", "erase", "--demo", place).returncode == 0
    (erased,) = [row[0] for row in rows(place, "SELECT subject_id FROM journal_leaf WHERE kind = 'person.erased'")]
    assert rows(network, "SELECT COUNT(*) FROM person WHERE id = ?", erased) == [(1,)]
    restored = empty_place(place, tmp_path / "restored")
    done = restore(backup, restored)
    assert done.returncode == 0 and "1 records" in done.stdout, done.stdout + done.stderr
    for table, column in [("person", "id"), ("record_key_wrap", "record_id"), ("blind_index", "record_id")]:
        assert rows(restored, f"SELECT COUNT(*) FROM {table} WHERE {column} = ?", erased) == [(0,)]
    assert rows(restored, "SELECT COUNT(*) FROM journal_leaf WHERE kind = 'person.erased' AND subject_id = ?", erased)
    check(restored)


def test_a_lost_register_needs_a_reason_that_the_journal_keeps(network, backup, tmp_path):
    place = empty_place(network, tmp_path / "restored")
    (place / "erasure-register").unlink()
    for arguments in ([], ["--without-register", "  "]):
        refused = restore(backup, place, *arguments)
        assert refused.returncode == 65 and "--without-register" in refused.stderr
        assert not list(place.glob("tirek.sqlite*")) and not (place / "erasure-register").exists()
    reason = "The register burnt on Monday"
    done = restore(backup, place, "--without-register", reason)
    assert done.returncode == 0, done.stderr
    ((details,),) = rows(place, "SELECT details FROM journal_leaf WHERE kind = 'backup.register_overridden'")
    assert len(details) > len(reason) and reason.encode() not in details, "the reason is sealed"
    check(place)


def test_a_damaged_register_is_refused(network, backup, tmp_path):
    place = empty_place(network, tmp_path / "restored")
    (place / "erasure-register").write_text("1 somebody cut this\n")
    assert restore(backup, place).returncode == 65
    assert not list(place.glob("tirek.sqlite*"))


def cut(path: pathlib.Path):
    os.truncate(path, path.stat().st_size - 1)


def grow(path: pathlib.Path):
    path.write_bytes(path.read_bytes() + b"\0")


def flip(path: pathlib.Path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [cut, grow, flip, pathlib.Path.unlink], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(
    "file",
    ["data/person.rows", "data/journal_leaf.rows", "data/manifest.json", "data/manifest.mac", "keys/manifest.json",
     "keys/record_key_wrap.rows", "keys/organization_key.rows"],
)
def test_every_damage_is_refused(network, backup, tmp_path, damage, file):
    damaged = tmp_path / "damaged"
    shutil.copytree(backup, damaged)
    damage(damaged / file)
    place = empty_place(network, tmp_path / "restored")
    refused = restore(damaged, place)
    assert refused.returncode == 65 and refused.stderr.startswith("tirek: "), refused.stderr
    assert not list(place.glob("tirek.sqlite*")), "no half-made database stays behind"


def test_a_forged_manifest_is_refused(network, backup, tmp_path):
    forged = tmp_path / "forged"
    shutil.copytree(backup, forged)
    manifest = json.loads((forged / "data/manifest.json").read_text())
    manifest["heads"][0]["size"] += 1
    (forged / "data/manifest.json").write_text(json.dumps(manifest))
    refused = restore(forged, empty_place(network, tmp_path / "restored"))
    assert refused.returncode == 65 and "changed" in refused.stderr


def test_another_root_key_is_told_by_its_name(network, backup, tmp_path):
    place = empty_place(network, tmp_path / "restored")
    (place / "root.key").unlink()
    assert tirek.run("key", "new", place / "root.key").returncode == 0
    refused = restore(backup, place)
    assert refused.returncode == 65
    assert json.loads((backup / "keys/manifest.json").read_text())["rootID"] in refused.stderr


def test_what_is_no_backup_is_refused(network, tmp_path):
    place = empty_place(network, tmp_path / "restored")
    assert restore(tmp_path / "nothing", place).returncode == 65
    (tmp_path / "empty").mkdir()
    assert restore(tmp_path / "empty", place).returncode == 65
    assert not list(place.glob("tirek.sqlite*"))


def test_a_database_of_another_program_is_not_backed_up(network, tmp_path):
    place = killing.copy_network(network, tmp_path / "demo")
    database = sqlite3.connect(place / "tirek.sqlite")
    database.execute("INSERT INTO schema_migration (number, name, at) VALUES (99999, 'from the future', 0)")
    database.commit()
    database.close()
    refused = tirek.run("backup", tmp_path / "copy", "--demo", place)
    assert refused.returncode == 65 and not (tmp_path / "copy").exists()


def test_a_new_machine_is_restored_from_the_recovery_sheet(tmp_path, key_folder):
    """The key is lost with the machine; the sheet, a backup and the register are all there is."""
    environment = {
        "TIREK_DATABASE_URL": f"sqlite://{tmp_path}/old/tirek.sqlite",
        "TIREK_KEY_FILE": str(key_folder / "old.key"),
        "TIREK_ERASURE_REGISTER": str(tmp_path / "erasure-register"),
        "TIREK_STATE_DIRECTORY": str(tmp_path / "old"),
    }
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    sheet = tirek.run("key", "new", key_folder / "old.key").stdout.split("\n\n", 1)[1]

    def done(*arguments) -> str:
        result = tirek.run(*arguments, environment_extra=environment)
        assert result.returncode == 0, result.stderr
        return result.stdout

    done("migrate")
    done("organization", "add", "--code", "test-house", "--name", "Дом «Өмүр»")
    done("user", "add", "--email", "a@test.example", "--name", "Айгүл", "--organization", "test-house", "--role",
         "manager")
    done("backup", tmp_path / "copy")
    shutil.rmtree(tmp_path / "old")
    (key_folder / "old.key").unlink()

    recovered = subprocess.run(
        [tirek.binary(), "key", "recover", key_folder / "new.key"],
        input=sheet.lower(), capture_output=True, text=True, env=tirek.environment(), cwd=tirek.TREE,
    )
    assert recovered.returncode == 0, recovered.stderr
    environment |= {
        "TIREK_DATABASE_URL": f"sqlite://{tmp_path}/new/tirek.sqlite",
        "TIREK_KEY_FILE": str(key_folder / "new.key"),
        "TIREK_STATE_DIRECTORY": str(tmp_path / "new"),
    }
    done("restore", tmp_path / "copy")
    assert "a@test.example" in done("user", "list", "--json")
    assert re.search(r"consistent", done("journal", "verify"))
