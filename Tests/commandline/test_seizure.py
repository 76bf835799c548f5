"""The seizure drill: after a day's work nothing about a person and no credential can be read from the disks."""

import base64
import hashlib
import hmac
import os
import pathlib
import random
import re
import shutil
import sqlite3
import struct
import tarfile
import time
import urllib.parse

import pytest

import planting
import recognized
import seizing
import tirek
from conftest import psql
from seizing import number, word


def test_the_search_finds_every_spelling():
    secret = os.urandom(32)
    search = seizing.Search({"secret": secret})
    for text in (word(), word(seizing.CYRILLIC), word().upper(), number("+9967", 1)):
        for how, spelling in seizing.spellings(text).items():
            for lead in (b"", b"-", b"--"):
                assert search.bytes(lead + spelling + b"...", "memory"), f"{text} in {how}"
    for lead in (b"", b"-", b"--"):
        assert search.bytes(base64.b64encode(lead + secret), "memory")
        assert search.bytes(base64.b64encode(lead + word().encode() + b"more"), "memory")
    assert not search.bytes(os.urandom(1 << 20), "memory")


class Place:
    """A demonstration network with folders for all that a run leaves behind."""

    def __init__(self, folder: pathlib.Path, database: str | None):
        self.demo = folder / "demo"
        self.logs = folder / "logs"
        self.temporary = folder / "temporary"
        self.backups = folder / "backups"
        for path in (self.logs, self.temporary, self.backups):
            path.mkdir()
        self.environment = {"TMPDIR": str(self.temporary)}
        if database:
            self.environment["TIREK_DATABASE_URL"] = database
        self.database = database

    def run(self, name, *arguments) -> str:
        done = tirek.run(*arguments, environment_extra=self.environment, timeout=300)
        (self.logs / f"{name}.txt").write_text(done.stderr)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    database = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    return Place(tmp_path, database)


class Work:
    """A day's work by HTTP, with a mark in everything that is typed. Collects the secrets that the program makes."""

    def __init__(self, address: str, accounts: list[tirek.Account]):
        self.address = address
        self.accounts = accounts
        self.secrets: dict[str, str | bytes] = {}

    def client(self, account: tirek.Account) -> tirek.Client:
        client = tirek.Client(self.address)
        client.follow(client.sign_in(account))
        self.note_session(f"session of {account.role}", client)
        return client

    def note_session(self, name: str, client: tirek.Client):
        for cookie, value in client.cookies.items():
            if len(value) >= 32:
                self.secrets[f"{name} ({cookie})"] = value
                self.note_raw(f"{name} ({cookie}, raw)", value)

    def note_raw(self, name: str, token: str):
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)) if re.fullmatch(r"[\w-]+", token) else b""
        if len(raw) >= 16:
            self.secrets[name] = raw

    def account(self, role: str, organization: str | None = None) -> tirek.Account:
        return next(
            account
            for account in self.accounts
            if account.role == role and organization in (None, account.organization_id)
        )

    def run(self):
        manager = self.account("manager")
        caseworker = next(
            account
            for account in self.accounts
            if account.role == "caseworker" and account.organization_id == manager.organization_id
        )
        token = self.client(caseworker) and tirek.Client(self.address).api_token(caseworker)
        self.secrets["API token"] = token
        self.note_raw("API token (raw)", token)
        person, other, client = (self.create(token) for _ in range(3))
        desk = self.client(manager)
        self.edit(desk, person)
        self.search(desk)
        self.share(desk, person, manager)
        self.erase(desk, other, manager)
        partner = next(
            account
            for account in self.accounts
            if account.role == "manager" and account.organization_id != manager.organization_id
        )
        chain = planting.Chain(self, desk, token, client, partner)
        chain.run()
        recognized.Leave(chain, manager).run()
        planting.files(self, desk, manager)
        self.staff(desk)
        self.mistakes()

    def create(self, token: str) -> str:
        self.phone, self.document = number("+9967", 1), number("AN", 2)
        body = {
            "names": [
                {"family": word().capitalize(), "given": word(), "patronymic": word()},
                {"family": word(seizing.CYRILLIC), "given": word(seizing.CYRILLIC)},
            ],
            "birthDate": "1987-03-25",
            "sex": "female",
            "citizenship": "KG",
            "phones": [{"number": self.phone, "note": word()}],
            "documents": [{"type": "passport", "number": self.document, "state": "withheld"}],
            "notes": f"{word()} {word(seizing.CYRILLIC)}\n{word()}",
        }
        answer = tirek.Client(self.address).post_json(
            "/api/v1/people", body, token, {"Idempotency-Key": f"key-{random.random()}"}
        )
        assert answer.status == 201, answer.text
        return answer.json()["id"]

    def edit(self, desk: tirek.Client, person: str):
        fields = {
            "names.0.family": word(),
            "names.0.given": word(seizing.CYRILLIC),
            "names.0.patronymic": word(),
            "phones.0.number": self.phone,
            "phones.0.note": word(),
            "documents.0.kind": "passport",
            "documents.0.number": self.document,
            "documents.0.state": "lost",
            "notes": word() * 20,
        }
        answer = desk.submit(f"/people/{person}/edit", fields)
        assert answer.status == 303, answer.text
        assert fields["notes"] in desk.get(f"/people/{person}").text
        # A form with a mistake is shown again with all that was typed.
        wrong = desk.submit(f"/people/{person}/edit", fields | {"phones.0.number": word()})
        assert wrong.status == 422 and fields["notes"] in wrong.text
        assert desk.get("/people").status == 200

    def search(self, desk: tirek.Client):
        for typed in (self.phone, self.document, word(), word(seizing.CYRILLIC)):
            assert desk.submit("/search", {"q": typed}).status in (200, 422)
        # Somebody may type a name where it doesn't belong: addresses get into logs.
        assert desk.get("/people?" + urllib.parse.urlencode({"before": word()})).status == 400
        assert desk.get("/" + word()).status == 404
        assert desk.get("/search?" + urllib.parse.urlencode({"q": word()})).status in (200, 400)

    def share(self, desk: tirek.Client, person: str, manager: tirek.Account):
        recipient = next(
            account
            for account in self.accounts
            if account.role in ("caseworker", "manager") and account.organization_id != manager.organization_id
        )
        for group in ("identity", "narrative"):
            fields = {
                "recipient": recipient.organization_id,
                "groups": group,
                "purpose": "legal_aid",
                "days": "30",
                "consent": "1",
            }
            answer = desk.submit(f"/people/{person}/share", fields)
            assert answer.status == 303, answer.text
            theirs = self.client(recipient)
            assert theirs.get(f"/people/{person}").status == 200
            assert theirs.get("/people").status == 200
            self.end_sharing(desk, person)
            assert theirs.get(f"/people/{person}").status == 404

    def end_sharing(self, desk: tirek.Client, person: str):
        page = desk.get(f"/people/{person}").text
        revoke = re.search(rf'action="(/people/{person}/grants/[0-9a-f-]+/revoke)"', page)
        assert revoke, "the person's page offers to end the sharing"
        assert desk.submit(f"/people/{person}", {}, revoke[1]).status == 303

    def erase(self, desk: tirek.Client, person: str, manager: tirek.Account):
        address = f"/people/{person}/erase"
        asked = desk.get(address)
        assert asked.status in (302, 303), asked.text
        confirm = asked.headers["Location"]
        assert desk.submit(confirm, {"password": manager.password}).status == 303
        self.note_session("stepped-up session", desk)
        self.erase_again(desk, person)

    def erase_again(self, desk: tirek.Client, person: str):
        """Erases somebody while the password that was entered before still counts."""
        address = f"/people/{person}/erase"
        assert desk.submit(address, {}, address).status == 200
        assert desk.get(f"/people/{person}").status == 404

    def staff(self, desk: tirek.Client):
        email, password = f"{word()}@{word()}.example", word() + "-" + word(seizing.CYRILLIC)
        answer = desk.submit(
            "/members/invite", {"email": email, "name": word(), "duty_name": word(), "role": "caseworker"}
        )
        link = re.search(r"/invitation/([\w-]+)", desk.follow(answer).text)
        assert link, answer.text
        self.secrets["invitation"] = link[1]
        self.note_raw("invitation (raw)", link[1])
        assert desk.get("/members").status == 200
        newcomer = tirek.Client(self.address)
        chosen = newcomer.submit(link[0], {"new_password": password, "repeat_password": password})
        assert chosen.status == 303, chosen.text
        account = tirek.Account(email, password, "caseworker", "", "")
        newcomer.follow(newcomer.sign_in(account))
        self.note_session("session of the newcomer", newcomer)
        self.second_step(newcomer, account)
        renewed = word() + word()
        fields = {"current_password": password, "new_password": renewed, "repeat_password": renewed}
        assert newcomer.submit("/account/password", fields).status == 303
        assert email in newcomer.get("/account").text

    def second_step(self, client: tirek.Client, account: tirek.Account):
        asked = client.get("/account/second-factor")
        if asked.status in (302, 303):
            assert client.submit(asked.headers["Location"], {"password": account.password}).status == 303
            self.note_session("second session of the newcomer", client)
            asked = client.get("/account/second-factor")
        shown = re.search(r"(?:[A-Z2-7]{4} ?){8}", asked.text)
        assert shown, "the page shows the key for the authenticator"
        secret = shown[0].replace(" ", "")
        raw = base64.b32decode(secret)
        self.secrets |= {"second factor": secret, "second factor (raw)": raw}
        answer = client.submit("/account/second-factor", {"code": one_time_code(raw)})
        assert answer.status == 200, answer.text
        codes = re.findall(r"\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}\b", answer.text)
        assert len(codes) == 10, answer.text
        for index, code in enumerate(codes):
            self.secrets[f"recovery code {index}"] = code
            self.secrets[f"recovery code {index} (raw)"] = base64.b32decode(code.replace("-", ""))

    def mistakes(self):
        stranger = tirek.Client(self.address)
        wrong = stranger.submit("/sign-in", {"email": f"{word()}@example.org", "password": word()})
        assert wrong.status in (401, 422)
        assert stranger.post_json("/api/v1/sessions", {"email": word(), "password": word()}).status >= 400
        assert stranger.get("/invitation/" + word()).status == 404
        assert stranger.get("/people", {"Authorization": f"Bearer {word()}", "User-Agent": word()}).status >= 300


def one_time_code(secret: bytes) -> str:
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[-1] & 15
    value = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{value % 1_000_000:06}"


def test_a_seized_machine_tells_nothing(place):
    accounts = tirek.accounts_from(
        place.run("demo", "demo", "--directory", place.demo, "--people", 12, "--json")
    )
    log = place.logs / "server.txt"
    server = tirek.Server("serve", "--demo", place.demo, log=log, environment_extra=place.environment)
    folders = [place.demo, place.logs, place.temporary, place.backups]
    if place.database:
        data = os.environ.get("TIREK_TEST_POSTGRES_DATA")
        assert data, "TIREK_TEST_POSTGRES_DATA is not set; script/test sets it"
        folders.append(pathlib.Path(data))
    with server:
        work = Work(server.address, accounts)
        work.run()
        place.run("backup", "backup", place.backups / "while-serving", "--demo", place.demo)
        search = seizing.Search(work.secrets)
        # While it runs, the write-ahead log has what the database's file has not yet.
        found, _ = search.folders(place.demo, place.logs, place.temporary)
        assert not found, "\n".join(found)
    assert any((place.demo / "search-snapshots").iterdir()), "names are kept as sealed snapshots"
    place.run("verify", "journal", "verify", "--demo", place.demo)
    place.run("backup2", "backup", place.backups / "stopped", "--demo", place.demo)
    assert not [path for path in place.backups.rglob("*") if "snapshot" in path.name], "no backup has them"
    with tarfile.open(place.backups / "all.tar.gz", "w:gz") as archive:
        archive.add(place.backups / "stopped", "stopped")
    if place.database:
        psql(place.database, "CHECKPOINT")
    # The demonstration's passwords lie in the folder on purpose, and so does its key.
    found, count = search.folders(*folders, but=["accounts.json", "root.key"])
    assert not found, "\n".join(found)
    assert count > 1_000_000
    root = (place.demo / "root.key").read_bytes()
    no_root = seizing.Search({"root key": root})
    found, _ = no_root.folders(place.backups, place.logs, place.temporary)
    assert not found, "\n".join(found)
    assert no_root.folders(place.demo)[0], "where the key is, the search finds it"
    plant_control(place)
    found, _ = search.folders(*folders, but=["accounts.json", "root.key"])
    assert found, "a text that was left unsealed on purpose is found"


def plant_control(place: Place):
    """Writes a marked text into a column that is not sealed, as a careless change of the program would."""
    statement = f"INSERT INTO installation_setting (key, value, updated_at) VALUES ('control', '{word()}', 0)"
    if place.database:
        # The superuser of the tests passes row-level security.
        psql(place.database, statement)
        return psql(place.database, "CHECKPOINT")
    with sqlite3.connect(place.demo / "tirek.sqlite") as database:
        database.execute(statement)
    database.close()
    return None
