"""The crash drill: killed at each write and each sync, an operation is wholly done or not done."""

import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import time

import pytest

import cluster
import killing
import tirek

pytestmark = pytest.mark.skipif(killing.is_missing("strace"), reason="strace is not installed")


@pytest.fixture(scope="module")
def killer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killer")
    return killing.Killer(killing.build_one_writer(folder), folder)


@pytest.fixture(scope="module")
def network(tmp_path_factory) -> pathlib.Path:
    """A small network, closed, with a shared and an unshared person, a case to refer, referrals and an offered case."""
    directory = tmp_path_factory.mktemp("network") / "demo"
    done = tirek.run("demo", "--directory", directory, "--people", 13, timeout=120)
    assert done.returncode == 0, done.stderr
    drill("prepare-work", directory)
    return directory


def check(place, tolerated=(), **options) -> dict:
    """Opens the network as every start does and counts what is there; nothing may contradict anything else."""
    done = tirek.run("drill", "check", "--demo", place, **options)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [problem for problem in found["problems"] if problem not in tolerated] == []
    return found["counts"]


def drill(operation, place, **options):
    done = tirek.run("drill", operation, "--demo", place, **options)
    assert done.returncode == 0, done.stderr


def states(network, folder, operation) -> tuple[dict, dict]:
    """What is there before the operation and after it."""
    place = killing.copy_network(network, folder / "whole")
    before = check(place)
    drill(operation, place)
    after = check(place)
    shutil.rmtree(place)
    assert before != after
    return before, after


def report(capsys, operation, tried, total):
    with capsys.disabled():
        print(f"\n    {operation}: killed at {tried} of {total} writes and syncs", end="")
    # A run may write a little less than the counting one, since random ids fall on other pages of the file.
    assert tried > 5 and tried >= 0.8 * total, f"{operation}: {tried} kill points tried, strace counted {total}"


OPERATIONS = ["create", "change", "share", "revoke", "erase", "rotate", "invite"]
#: Where facts must equal records and what a recipient holds must equal the live authorities, besides.
WORK = ["contact", "open-case", "refer", "accept", "withdraw", "transfer"]


@pytest.mark.parametrize("operation", OPERATIONS + WORK)
def test_killed_at_every_write(killer, network, tmp_path, capsys, operation):
    before, after = states(network, tmp_path, operation)
    seen = set()

    def judge(place, killed):
        found = check(place)
        if operation == "rotate" and found["open rotations"] == 1:
            # Rotation is several transactions: cut off between two, it goes on where it stopped.
            drill(operation, place)
            found = check(place)
        assert found in (before, after)
        seen.add(found == after)
        assert killed or found == after

    tried, total = killer.at_every_point(
        lambda name: killing.copy_network(network, tmp_path / name),
        lambda place: ["drill", operation, "--demo", place],
        judge,
        every=8 if operation in WORK else 1,
    )
    assert seen == {False, True}, "some were killed before the commit and some after it"
    report(capsys, operation, tried, total)


LOG = """Дата;Имя;Телефон;Страна;Проблема
{rows}
"""


def import_command(place, file) -> list:
    organization = next(
        account["organizationId"] for account in json.loads((place / "accounts.json").read_text())
    )
    return ["import", "contacts", file, "--organization", organization, "--demo", place, "--json"]


def test_an_import_killed_at_every_write_goes_on_and_doubles_nothing(killer, network, tmp_path, capsys):
    file = tmp_path / "log.csv"
    rows = [f"{day:02}.03.2026;Тестов {day};+99670012{day:04};Россия;не выплатили зарплату" for day in range(1, 7)]
    file.write_text(LOG.format(rows="\n".join(rows)))
    whole = killing.copy_network(network, tmp_path / "whole")
    before = check(whole)
    done = tirek.run(*import_command(whole, file))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["taken"] == len(rows)
    after = check(whole)
    assert after["contacts"] == before["contacts"] + len(rows)
    same = ("contacts", "people", "cases", "facts", "wraps of owners", "index rows", "leaf contact.imported")

    def judge(place, killed):
        # Each row is wholly there or not: the check holds rows, wraps, leaves and facts against each other.
        # An upload has its key before it is staged: cut off there, the key is left without anything sealed by it.
        unused_key = ["wraps of no record: 1"] if killed else []
        found = check(place, unused_key)
        assert before["contacts"] <= found["contacts"] <= after["contacts"]
        again = tirek.run(*import_command(place, file))
        assert again.returncode == 0, again.stderr
        finished = check(place, unused_key)
        for name in same:
            assert abs(finished[name] - after[name]) <= (name == "wraps of owners"), name

    tried, total = killer.at_every_point(
        lambda name: killing.copy_network(network, tmp_path / name),
        lambda place: import_command(place, file),
        judge,
        every=16,
    )
    report(capsys, "import", tried, total)


def test_a_migration_killed_midway_is_finished_by_the_next_start(killer, tmp_path, capsys):
    older = tmp_path / "older"
    older.mkdir()
    assert tirek.run("key", "new", older / "root.key").returncode == 0
    drill("prepare-migrate", older)
    newest = killing.copy_network(older, tmp_path / "newest")
    drill("migrate", newest)
    whole, missing = schema(newest), schema(older)
    assert len(whole[0]) == len(missing[0]) + 2 and missing[1] < whole[1]

    def judge(place, killed):
        numbers, names = schema(place)
        # A migration's number is there exactly when what it makes is.
        assert len(numbers) in range(len(missing[0]), len(whole[0]) + 1)
        if len(numbers) == len(missing[0]):
            assert names == missing[1]
        drill("migrate", place)
        assert schema(place) == whole

    tried, total = killer.at_every_point(
        lambda name: killing.copy_network(older, tmp_path / name),
        lambda place: ["drill", "migrate", "--demo", place],
        judge,
    )
    report(capsys, "migrate", tried, total)


def schema(place) -> tuple[set, set]:
    with sqlite3.connect(place / "tirek.sqlite") as database:
        numbers = {row[0] for row in database.execute("SELECT number FROM schema_migration")}
        names = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE sql IS NOT NULL")}
    database.close()
    return numbers, names


def restored(backup, network, place) -> dict:
    place.mkdir()
    for name in ("root.key", "erasure-register"):
        shutil.copy2(network / name, place / name)
    done = tirek.run("restore", backup, "--demo", place)
    assert done.returncode == 0, done.stderr
    return check(place)


def test_a_backup_killed_midway_is_none(killer, network, tmp_path, capsys):
    before = check(network)

    def judge(place, killed):
        finished = (place / "copy").exists()
        assert killed or finished
        assert check(place).get("leaf backup.made", 0) == 1 or not finished
        if not finished:
            # What was left under the temporary name is in nobody's way.
            again = tirek.run("backup", place / "copy", "--demo", place)
            assert again.returncode == 0, again.stderr
        assert not (place / "copy.partial").exists()
        for part in ("data", "keys"):
            assert (place / "copy" / part / "manifest.json").stat().st_size > 100
        if finished:
            found = restored(place / "copy", network, place / "restored")
            assert {name: found[name] for name in before if "backup" not in name} == before

    tried, total = killer.at_every_point(
        lambda name: killing.copy_network(network, tmp_path / name),
        lambda place: ["backup", place / "copy", "--demo", place],
        judge,
    )
    report(capsys, "backup", tried, total)


def test_a_restore_killed_midway_is_none(killer, network, tmp_path, capsys):
    source = killing.copy_network(network, tmp_path / "source")
    backup = tmp_path / "copy"
    assert tirek.run("backup", backup, "--demo", source).returncode == 0
    whole = restored(backup, network, tmp_path / "whole")
    done = 0

    def prepare(name):
        place = tmp_path / name
        place.mkdir()
        for file in ("root.key", "erasure-register"):
            shutil.copy2(network / file, place / file)
        return place

    def judge(place, killed):
        nonlocal done
        finished = (place / "tirek.sqlite").exists()
        assert killed or finished
        if not finished:
            done += 1
            # Each point before the last leaves the same: a file under another name. Every tenth is tried again.
            if done % 10:
                return
            again = tirek.run("restore", backup, "--demo", place)
            assert again.returncode == 0, again.stderr
            assert not list(place.glob("*.restoring*"))
        assert check(place) == whole

    tried, total = killer.at_every_point(prepare, lambda place: ["restore", backup, "--demo", place], judge)
    report(capsys, "restore", tried, total)


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
    "case members", "live authorities", "referrals", "live referral grants",
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


def test_postgresql_killed_within_the_work_of_two_organisations(postgres, tmp_path, capsys):
    place, options = tmp_path / "demo", on(postgres)
    assert tirek.run("demo", "--directory", place, "--people", 13, **options).returncode == 0
    outcomes = {"done": 0, "not done": 0}
    for operation in ["refer", "accept", "withdraw", "transfer"]:
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
