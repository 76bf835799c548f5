"""The crash drill on PostgreSQL: with its processes killed, an operation is wholly done or not done."""

import random
import shutil
import subprocess
import time

import pytest

import cluster
import killing
import tirek
from drilling import LOG, check, drill, import_command, network, restored  # noqa: F401 (a fixture among them)


@pytest.fixture
def postgres():
    if not (cluster.PROGRAMS / "initdb").exists():
        pytest.skip("PostgreSQL is not installed")
    made = cluster.Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()


# What every run of an operation changes by the same numbers.
STEADY = [
    "people", "wraps of owners", "live grants", "accounts", "memberships", "tickets", "contacts", "cases",
    "case members", "live authorities", "referrals", "live referral grants", "hidden people", "people of contacts",
    "people in figures", "facts",
]


def difference(before: dict, after: dict) -> dict:
    names = {name for name in before.keys() | after.keys() if name in STEADY or name.startswith(("leaf ", "event "))}
    changes = {name: after.get(name, 0) - before.get(name, 0) for name in names}
    return {name: change for name, change in changes.items() if change}

ERASED = ["people", "leaf person.erased", "event person.erased"]


def on(cluster_, database="postgres") -> dict:
    return {"environment_extra": {"TIREK_DATABASE_URL": cluster_.url.replace("/postgres?", f"/{database}?")}}


def killed_after(seconds, postgres, arguments, options) -> bool:
    """Kills PostgreSQL while the program works, starts it again; returns whether the program said that all went well."""
    process = subprocess.Popen(
        [str(tirek.binary()), *map(str, arguments)],
        cwd=tirek.TREE,
        env=tirek.environment(**options["environment_extra"]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    postgres.kill()
    ended = process.wait(60)
    postgres.start()
    return ended == 0


def make_database(postgres, name):
    subprocess.run([cluster.PROGRAMS / "createdb", "-h", postgres.folder, "-U", "postgres", name], check=True)


def test_postgresql_killed_at_random_moments(postgres, tmp_path, capsys):
    place, options = tmp_path / "demo", on(postgres)
    made = tirek.run("demo", "--directory", place, "--people", 60, **options)
    assert made.returncode == 0, made.stderr
    operations = ["create", "change", "share", "revoke", "erase", "invite", "rotate", "contact"]
    whole, durations = {}, {}
    before = check(place, **options)
    for operation in operations:
        began = time.monotonic()
        drill(operation, place, **options)
        durations[operation] = time.monotonic() - began
        after = check(place, **options)
        whole[operation], before = difference(before, after), after
    outcomes = {"done": 0, "not done": 0}
    for number in range(24):
        operation = operations[number % len(operations)]
        pause = random.uniform(0.1, 0.8) * durations[operation]
        acknowledged = killed_after(pause, postgres, ["drill", operation, "--demo", place], options)
        after = check(place, **options)
        if operation == "rotate":
            # Several transactions; the next run goes on where this one was cut off.
            changed = after["key versions"] > before["key versions"]
            assert changed or not acknowledged
            if after["open rotations"]:
                drill(operation, place, **options)
                after = check(place, **options)
            assert after["open rotations"] == 0 and after["keys"] == before["keys"]
        else:
            changed = difference(before, after)
            expected = whole[operation]
            if operation == "erase":
                # With a person go their cases, of which each has another number.
                changed, expected = ({name: of[name] for name in of if name in ERASED} for of in (changed, expected))
            assert changed == expected or (not changed and not acknowledged), f"{operation}: {changed}"
        outcomes["done" if changed else "not done"] += 1
        before = after
    with capsys.disabled():
        print(f"\n    PostgreSQL killed 24 times: {outcomes}", end="")


def test_postgresql_killed_within_the_work_of_two_organisations_and_within_mergers(postgres, tmp_path, capsys):
    place, options = tmp_path / "demo", on(postgres)
    assert tirek.run("demo", "--directory", place, "--people", 13, **options).returncode == 0
    outcomes = {"done": 0, "not done": 0}
    for operation in ["refer", "accept", "withdraw", "transfer", "merge", "undo-merge"]:
        drill("prepare-work", place, **options)
        before = check(place, **options)
        began = time.monotonic()
        drill(operation, place, **options)
        duration = time.monotonic() - began
        whole = difference(before, check(place, **options))
        assert whole
        for _ in range(4):
            drill("prepare-work", place, **options)
            before = check(place, **options)
            pause = random.uniform(0.3, 0.95) * duration
            acknowledged = killed_after(pause, postgres, ["drill", operation, "--demo", place], options)
            changed = difference(before, check(place, **options))
            assert changed == whole or (not changed and not acknowledged), f"{operation}: {changed}"
            outcomes["done" if changed else "not done"] += 1
    with capsys.disabled():
        print(f"\n    PostgreSQL killed {sum(outcomes.values())} times: {outcomes}", end="")


def test_an_import_into_a_killed_postgresql_goes_on_and_doubles_nothing(postgres, tmp_path, capsys):
    place, options = tmp_path / "demo", on(postgres)
    assert tirek.run("demo", "--directory", place, "--people", 13, **options).returncode == 0
    file = tmp_path / "log.csv"
    rows = [f"{1 + day % 28:02}.0{1 + day // 28}.2026;Тестов {day};+99670012{day:04};Россия;не выплатили зарплату"
            for day in range(200)]
    file.write_text(LOG.format(rows="\n".join(rows)))
    before, kills = check(place, **options), 0
    taken = before["contacts"]
    while taken < before["contacts"] + len(rows):
        if kills < 8:
            killed_after(random.uniform(0.2, 0.9), postgres, import_command(place, file), options)
            kills += 1
        else:
            assert tirek.run(*import_command(place, file), **options).returncode == 0
        now = check(place, ["wraps of no record: 1"], **options)["contacts"]
        assert now >= taken
        taken = now
    found = check(place, ["wraps of no record: 1"], **options)
    assert found["contacts"] == before["contacts"] + len(rows)
    assert found["leaf contact.imported"] == before.get("leaf contact.imported", 0) + len(rows)
    with capsys.disabled():
        print(f"\n    PostgreSQL killed {kills} times within an import", end="")


def test_a_backup_of_a_killed_postgresql_is_whole_or_none(postgres, network, tmp_path):
    place, options = tmp_path / "demo", on(postgres)
    assert tirek.run("demo", "--directory", place, "--people", 13, **options).returncode == 0
    for number in range(6):
        target = tmp_path / f"copy-{number}"
        killed_after(0.01 + 0.02 * number, postgres, ["backup", target, "--demo", place], options)
        if not target.exists():
            assert tirek.run("backup", target, "--demo", place, **options).returncode == 0
        assert restored(target, place, tmp_path / f"restored-{number}")["people"] == check(place, **options)["people"]
        assert not list(tmp_path.glob("*.partial"))


def test_a_migration_of_a_killed_postgresql_is_finished_by_the_next(postgres, network, tmp_path):
    place = tmp_path / "demo"
    place.mkdir()
    for file in ("root.key", "erasure-register"):
        shutil.copy2(network / file, place / file)
    for number in range(6):
        make_database(postgres, f"migrated_{number}")
        options = on(postgres, f"migrated_{number}")
        killed_after(0.02 + 0.03 * number, postgres, ["migrate", "--demo", place], options)
        again = tirek.run("migrate", "--demo", place, **options)
        assert again.returncode == 0, again.stderr
        assert check(place, **options)["migrations"] == check(network)["migrations"]


def test_a_restore_into_a_killed_postgresql_is_whole_or_none(postgres, network, tmp_path):
    source = killing.copy_network(network, tmp_path / "source")
    backup = tmp_path / "copy"
    assert tirek.run("backup", backup, "--demo", source).returncode == 0
    for number in range(6):
        make_database(postgres, f"restored_{number}")
        options = on(postgres, f"restored_{number}")
        place = tmp_path / f"restored_{number}"
        place.mkdir()
        for file in ("root.key", "erasure-register"):
            shutil.copy2(network / file, place / file)
        killed_after(0.05 + 0.06 * number, postgres, ["restore", backup, "--demo", place], options)
        again = tirek.run("restore", backup, "--demo", place, **options)
        # Either the first one got through, or nothing of it is there.
        assert again.returncode in (0, 65), again.stderr
        assert again.returncode == 0 or "isn't empty" in again.stderr
        assert check(place, **options)["leaf backup.restored"] == 1
