"""The crash drill: killed at each write and each sync, an operation is wholly done or not done."""

import json
import shutil
import sqlite3

import pytest

import killing
import tirek
from drilling import LOG, check, drill, import_command, network, restored  # noqa: F401 (a fixture among them)

pytestmark = pytest.mark.skipif(killing.is_missing("strace"), reason="strace is not installed")


@pytest.fixture(scope="module")
def made_killer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killer")
    return killing.Killer(killing.build_one_writer(folder), folder)


@pytest.fixture
def killer(made_killer, network, little_content):
    return made_killer


def states(network, folder, operation) -> tuple[dict, dict]:
    """What is there before the operation and after it."""
    place = killing.copy_network(network, folder / "whole")
    before = check(place)
    drill(operation, place)
    after = check(place)
    shutil.rmtree(place)
    assert before != after
    return before, after


def report(capsys, operation, tried, total, least=0.8):
    with capsys.disabled():
        print(f"\n    {operation}: killed at {tried} of {total} writes and syncs", end="")
    # A run may write a little less than the counting one, since random ids fall on other pages of the file.
    assert tried > 5 and tried >= least * total, f"{operation}: {tried} kill points tried, strace counted {total}"


OPERATIONS = ["create", "change", "share", "revoke", "erase", "rotate", "invite", "merge", "undo-merge"]
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
    # Into how many transactions its rows fall depends on how busy the machine is.
    report(capsys, "import", tried, total, least=0.5)


def test_the_check_knows_what_an_undone_import_took_back(network, tmp_path):
    place = killing.copy_network(network, tmp_path / "place")
    file = tmp_path / "log.csv"
    # Each row opens a case; one names nobody.
    rows = [
        f"{day:02}.03.2026;{f'Тестов {day}' if day > 1 else ''};;Россия;не выплатили зарплату;{day}/26"
        for day in range(1, 10)
    ]
    file.write_text("Дата;Имя;Телефон;Страна;Проблема;Номер дела\n" + "\n".join(rows) + "\n")
    owner = drilled_organization(place)
    before = check(place)
    for _ in range(2):
        # A second time with the same rows: what one undoing accounts for doesn't stand for the other.
        assert tirek.run(*import_command(place, file, owner)).returncode == 0
        whole = check(place)
        assert whole["facts"] > before["facts"]
        assert all(whole[name] == before[name] + len(rows) for name in ("contacts", "cases"))
        drill("undo-import", place)
        after = check(place)
        assert all(after[name] == before[name] for name in ("facts", "contacts", "cases"))
    for kind, problem in {"contact": "contacts without their facts", "case": "cases without their facts"}.items():
        poorer = killing.copy_network(place, tmp_path / kind)
        lose_fact(poorer, kind)
        done = tirek.run("drill", "check", "--demo", poorer)
        assert [found for found in json.loads(done.stdout)["problems"] if found.startswith(problem)], kind


def test_the_check_finds_a_merger_that_was_done_by_half(network, tmp_path):
    drill_place = killing.copy_network(network, tmp_path / "merged")
    drill("merge", drill_place)
    check(drill_place)
    harms = {
        "hidden people without": "DELETE FROM person_merge",
        "mergers of people": "UPDATE person SET merged_into = NULL",
        "rows that name a hidden": """UPDATE contact_person SET person_id = (SELECT hidden_id FROM person_merge LIMIT 1)
            WHERE person_id = (SELECT kept_id FROM person_merge LIMIT 1)""",
    }
    for problem, statement in harms.items():
        place = killing.copy_network(drill_place, tmp_path / problem[:4])
        with sqlite3.connect(place / "tirek.sqlite") as database:
            assert database.execute(statement).rowcount > 0
        database.close()
        found = json.loads(tirek.run("drill", "check", "--demo", place).stdout)["problems"]
        assert [one for one in found if one.startswith(problem)], f"{problem}: {found}"


def drilled_organization(place) -> str:
    """The organisation that the drill acts for: the first that shares somebody."""
    with sqlite3.connect(place / "tirek.sqlite") as database:
        (found,) = database.execute("SELECT MIN(owner_organization_id) FROM record_grant").fetchone()
    database.close()
    return found


def lose_fact(place, kind: str):
    with sqlite3.connect(place / "tirek.sqlite") as database:
        statement = "DELETE FROM fact WHERE id = (SELECT MIN(id) FROM fact WHERE kind = ?)"
        assert database.execute(statement, (kind,)).rowcount == 1
    database.close()


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
