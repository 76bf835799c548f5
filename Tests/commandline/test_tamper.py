"""What somebody with the database in hand changes: found, refused, journalled."""

import contextlib
import pathlib
import re
import shutil
import sqlite3
import time

import pytest

import killing
import tirek

SEALED = ["summary", "identity", "contact", "documents", "narrative"]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> pathlib.Path:
    directory = tmp_path_factory.mktemp("untouched") / "demo"
    done = tirek.run("demo", "--directory", directory, "--people", 13, "--json", timeout=120)
    assert done.returncode == 0, done.stderr
    return directory


class Network:
    def __init__(self, place: pathlib.Path):
        self.place = place
        accounts = tirek.run("demo", "--directory", place, "--json").stdout
        self.accounts = tirek.accounts_from(accounts)
        self.caseworker = next(account for account in self.accounts if account.role == "caseworker")
        self.organization = self.caseworker.organization_id

    @contextlib.contextmanager
    def desk(self, account=None):
        """A signed-in client while the server runs."""
        with tirek.Server("serve", "--demo", self.place) as server:
            client = tirek.Client(server.address)
            client.follow(client.sign_in(account or self.caseworker))
            yield client

    @contextlib.contextmanager
    def database(self):
        """The file itself, as somebody has it who took the disk."""
        database = sqlite3.connect(self.place / "tirek.sqlite")
        try:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            yield database
            database.commit()
        finally:
            database.close()

    def verify(self, *arguments):
        return tirek.run("journal", "verify", "--demo", self.place, *arguments)

    def leaves(self, kind: str, record: str | None = None) -> int:
        with self.database() as database:
            return database.execute(
                "SELECT COUNT(*) FROM journal_leaf WHERE kind = ? AND (? IS NULL OR subject_id = ?)",
                (kind, record, record),
            ).fetchone()[0]


@pytest.fixture
def network(untouched, tmp_path):
    return Network(killing.copy_network(untouched, tmp_path / "demo"))


def person(network, shared=False) -> tuple[str, str]:
    """A person of the caseworker's organisation: the id and the name as its page shows it."""
    with network.database() as database:
        some = "EXISTS" if shared else "NOT EXISTS"
        (record,) = database.execute(
            f"SELECT id FROM person p WHERE organization_id = ? AND {some} "
            "(SELECT 1 FROM record_grant g WHERE g.record_id = p.id) ORDER BY id LIMIT 1",
            (network.organization,),
        ).fetchone()
    with network.desk() as desk:
        title = re.search(r"<h1[^>]*>(.*?)</h1>", desk.get(f"/people/{record}").text, re.S)
    name = re.sub(r"<[^>]+>", "", title[1]).strip()
    assert len(name) > 3
    return record, name


def flip(database, statement: str, column: str, table: str, key: str, bit: int):
    """Changes one bit of a value, `bit` counted from its start or, below 0, from its end."""
    (value,) = database.execute(f"SELECT {column} FROM {table} WHERE {key}", (statement,)).fetchone()
    changed = bytearray(value)
    position = bit % (len(changed) * 8)
    changed[position // 8] ^= 1 << position % 8
    assert database.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (bytes(changed), statement)).rowcount == 1


def refused(network, record: str, name: str, account=None):
    """The page is an error page without the value, and the journal says so."""
    before = network.leaves("seal.refused", record)
    with network.desk(account) as desk:
        page = desk.get(f"/people/{record}")
        assert page.status >= 400 and name not in page.text
        assert re.search(r"<h1[^>]*>", page.text), "an error page, not an empty one"
        api = tirek.Client(desk.address)
        token = api.api_token(account or network.caseworker)
        answer = api.get(f"/api/v1/people/{record}", {"Authorization": f"Bearer {token}"})
        assert answer.status >= 400 and name.split()[0] not in answer.text
    assert network.leaves("seal.refused", record) > before


def named_by_verify(network, record: str):
    found = network.verify()
    assert found.returncode == 65, found.stdout
    assert any(record in line for line in found.stdout.splitlines()), found.stdout


@pytest.mark.parametrize("column", SEALED)
@pytest.mark.parametrize("bit", [100, -1], ids=["nonce", "tag"])
def test_a_flipped_bit_is_found(network, column, bit):
    record, name = person(network)
    with network.database() as database:
        flip(database, record, column, "person", "id = ?", bit)
    refused(network, record, name)
    named_by_verify(network, record)


def test_a_damaged_line_of_the_list_shows_no_value(network):
    record, name = person(network)

    def listed() -> tuple[set[str], int]:
        with network.desk() as desk:
            page = desk.get("/people")
            assert page.status == 200
            rows = re.findall(r"<tr>.*?</tr>", page.text, re.S)
            return {link for row in rows for link in re.findall(r'href="/people/([0-9a-f-]{36})"', row)}, len(rows)

    links, rows = listed()
    assert record in links
    with network.database() as database:
        flip(database, record, "summary", "person", "id = ?", 200)
    # The line is still there, without name and link.
    assert listed() == (links - {record}, rows)
    assert network.leaves("seal.refused", record) == 1


def test_a_changed_wrap_is_found(network):
    record, name = person(network)
    with network.database() as database:
        flip(database, record, "wrapped", "record_key_wrap", "record_id = ? AND grant_id IS NULL", -9)
    refused(network, record, name)


@pytest.mark.parametrize("column", SEALED)
def test_a_value_moved_to_another_person_is_found(network, column):
    record, name = person(network)
    with network.database() as database:
        (other,) = database.execute(
            f"SELECT {column} FROM person WHERE organization_id = ? AND id <> ?", (network.organization, record)
        ).fetchone()
        database.execute(f"UPDATE person SET {column} = ? WHERE id = ?", (other, record))
    refused(network, record, name)
    named_by_verify(network, record)


def test_a_value_moved_to_another_column_is_found(network):
    record, name = person(network)
    with network.database() as database:
        database.execute("UPDATE person SET contact = documents, documents = contact WHERE id = ?", (record,))
    refused(network, record, name)
    named_by_verify(network, record)


@pytest.mark.parametrize("columns", [["narrative"], SEALED + ["version", "changed_at"]], ids=["value", "whole row"])
def test_an_older_value_put_back_is_found(network, columns):
    record, name = person(network)
    names = ", ".join(columns)
    with network.database() as database:
        older = database.execute(f"SELECT {names} FROM person WHERE id = ?", (record,)).fetchone()
    with network.desk() as desk:
        fields = {"names.0.family": name, "notes": "The newer note"}
        assert desk.submit(f"/people/{record}/edit", fields).status == 303
    assert network.verify().returncode == 0
    with network.database() as database:
        settings = ", ".join(f"{column} = ?" for column in columns)
        database.execute(f"UPDATE person SET {settings} WHERE id = ?", (*older, record))
    refused(network, record, name)
    named_by_verify(network, record)


def test_a_recipient_sees_no_forged_value_either(network):
    record, name = person(network, shared=True)
    with network.database() as database:
        (recipient,) = database.execute(
            "SELECT recipient_organization_id FROM record_grant WHERE record_id = ?", (record,)
        ).fetchone()
        flip(database, record, "identity", "person", "id = ?", -1)
    theirs = next(
        account
        for account in network.accounts
        if account.organization_id == recipient and account.role in ("caseworker", "lawyer", "coordinator", "manager")
    )
    refused(network, record, name, theirs)


def test_a_row_behind_the_programs_back_is_found(network):
    with network.database() as database:
        columns = ", ".join(["organization_id", "version", "created_at", "changed_at", *SEALED])
        added = "01900000-0000-7000-8000-000000000001"
        database.execute(f"INSERT INTO person (id, {columns}) SELECT ?, {columns} FROM person LIMIT 1", (added,))
    named_by_verify(network, added)


def test_a_row_that_vanished_is_found(network):
    record, _ = person(network)
    with network.database() as database:
        database.execute("DELETE FROM person WHERE id = ?", (record,))
    named_by_verify(network, record)


CHANGES = {
    "edited": "UPDATE journal_leaf SET kind = 'person.opened' WHERE log_id = :log AND position = 3",
    "another actor": "UPDATE journal_leaf SET actor_id = log_id WHERE log_id = :log AND position = 3",
    "another state": "UPDATE journal_leaf SET state = zeroblob(32) WHERE log_id = :log AND position = 3",
    "another salt": "UPDATE journal_leaf SET salt = zeroblob(16) WHERE log_id = :log AND position = 3",
    "dropped": "DELETE FROM journal_leaf WHERE log_id = :log AND position = 3",
    "swapped": "UPDATE journal_leaf SET position = CASE position WHEN 3 THEN -4 ELSE -3 END "
    "WHERE log_id = :log AND position IN (3, 4)",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_journal_is_found_with_its_place(network, change):
    with network.database() as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        assert database.execute(CHANGES[change], {"log": network.organization}).rowcount > 0
        database.execute("UPDATE journal_leaf SET position = -position WHERE position < 0")
    found = network.verify()
    assert found.returncode == 65, found.stdout
    assert re.search(rf"log {network.organization}, position 3\b", found.stdout), found.stdout


def test_a_leaf_rewritten_with_its_hash_is_found(network):
    with network.database() as database:
        database.execute(
            "UPDATE journal_leaf SET kind = later.kind, salt = later.salt, leaf_hash = later.leaf_hash "
            "FROM (SELECT * FROM journal_leaf WHERE log_id = :log AND position = 4) AS later "
            "WHERE journal_leaf.log_id = :log AND journal_leaf.position = 3",
            {"log": network.organization},
        )
    found = network.verify()
    assert found.returncode == 65 and network.organization in found.stdout


def checkpoints(network) -> dict[str, pathlib.Path]:
    """Serves until each log has a checkpoint of its present size; they are written at the start."""
    with tirek.Server("serve", "--demo", network.place):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with sqlite3.connect(f"file:{network.place}/tirek.sqlite?mode=ro", uri=True) as database:
                sizes = dict(database.execute("SELECT log_id, size FROM journal_head").fetchall())
            database.close()
            found = {}
            for path in (network.place / "checkpoints").glob("*.checkpoint"):
                origin, size = path.read_text().splitlines()[:2]
                found |= {log: path for log in sizes if log in origin and size == str(sizes[log])}
            if found.keys() == sizes.keys():
                return found
            time.sleep(0.1)
    raise AssertionError(f"no checkpoint of {sizes.keys() - found.keys()} within 10 s")


def test_an_end_cut_off_with_its_checkpoints_is_found_by_one_kept_elsewhere(network, tmp_path):
    log = network.organization
    record, _ = person(network)
    with network.database() as database:
        head = database.execute("SELECT size, frontier FROM journal_head WHERE log_id = ?", (log,)).fetchone()
    with network.desk() as desk:
        for _ in range(5):
            assert desk.get(f"/people/{record}").status == 200
    kept = tmp_path / "kept-elsewhere"
    shutil.copy(checkpoints(network)[log], kept)
    whole = network.verify("--against", kept)
    assert whole.returncode == 0 and "complete" in whole.stdout, whole.stdout
    with network.database() as database:
        (size,) = database.execute("SELECT size FROM journal_head WHERE log_id = ?", (log,)).fetchone()
        assert size >= head[0] + 5
        database.execute("DELETE FROM journal_leaf WHERE log_id = ? AND position >= ?", (log, head[0]))
        database.execute("DELETE FROM journal_checkpoint WHERE log_id = ? AND size > ?", (log, head[0]))
        database.execute("UPDATE journal_head SET size = ?, frontier = ? WHERE log_id = ?", (*head, log))
    alone = network.verify()
    assert alone.returncode == 0 and "not proven complete" in alone.stdout, "nothing inside tells of it"
    found = network.verify("--against", kept)
    assert found.returncode == 65, found.stdout
    assert f"log {log}, positions {head[0]} to {size - 1}" in found.stdout, found.stdout


def test_an_end_cut_off_alone_is_found_by_the_head(network):
    with network.database() as database:
        (size,) = database.execute(
            "SELECT size FROM journal_head WHERE log_id = ?", (network.organization,)
        ).fetchone()
        database.execute(
            "DELETE FROM journal_leaf WHERE log_id = ? AND position = ?", (network.organization, size - 1)
        )
    found = network.verify()
    assert found.returncode == 65 and f"log {network.organization}, position {size - 1}" in found.stdout
