"""The desk at work: 50,000 cases, 100,000 contacts, 750 users; signed in over HTTP, nothing cached.

200 mixed requests and 50 contact saves a second at a fixed rate over 64 connections; the same while a list is being
imported, by the command line and by the page; then eight clients that wait for each answer; last an import by itself.
`--postgres` measures on PostgreSQL too; `--minutes`, `--cases`, `--contacts`, `--people`, `--users` make it smaller. Beside
the steady load and the imports stands what a sync took meanwhile (syncing.py): `--directory` in a file system in memory
shows what is Tirek's own.
"""

import argparse
import asyncio
import csv
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import urllib.parse

from holding import held
from measuring import figure, progress, tirek
from openload import Pool, Times, closed_loop, fixed_rate, prepare
from syncing import syncs_watched

CONNECTIONS = 64
IMPORT_ROWS = 6_000
IMPORT_TARGET = 10
#: Kind of request, how many a second, and the longest p99 in milliseconds (none: shown only).
MIX = [
    ("list of cases", 20, 50), ("list of contacts", 20, 50), ("list of people", 19, 50), ("counts", 20, 50),
    ("my day", 30, 50), ("inbox", 20, 50), ("shared with us", 15, 50), ("case page", 35, 30), ("search by name", 20, 50),
    ("statistics table", 1, None),
]
SAVES = 50
SAVE_TARGET = 30
PROBLEMS = ["unpaid_wages", "residence_registration", "control_register", "documents_withheld", "health_care", "reentry_ban"]
NAMES = ["Осмонов Нурлан", "Asanov Bakyt", "Токтогулова Айжамал", "Саидов Рустам", "Karimova Malika", "Жумабеков Азамат",
         "Кадырова Гүлнара", "Yoʻldoshev Jasur", "Мамытов Эрлан", "Rusu Ion", "Сыдыков", "Назаров Далер"]


class Colleague:
    """Somebody signed in: a cookie for pages, a token for the API, and what their organisation has."""

    def __init__(self, address, account):
        client = tirek.Client(address)
        client.follow(client.sign_in(account))
        self.cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        self.token = client.api_token(account)
        self.role = account.role
        self.address = address
        self.cases = self._items("/api/v1/cases?limit=200")
        self.people = self._items("/api/v1/people?limit=200")

    def _items(self, path):
        answer = tirek.Client(self.address).get(path, {"Authorization": f"Bearer {self.token}"})
        assert answer.status == 200, f"{path} answered {answer.status}: {answer.text[:200]}"
        return [item["id"] for item in json.loads(answer.body)["items"]]

    def page(self, kind, path):
        return prepare(kind, "GET", path, {"Cookie": self.cookie})

    def api(self, kind, path):
        return prepare(kind, "GET", path, {"Authorization": f"Bearer {self.token}", "Accept": "application/json"})

    def save(self, kind, chance):
        value = {
            "channel": chance.choice(["phone", "messenger", "visit"]),
            "language": chance.choice(["ky", "ru", "uz"]),
            "problems": [chance.choice(PROBLEMS)],
            "summary": "Позвонил в обед, перезвонить после смены.",
            "outcome": "advised",
            "hostCountry": "RU",
            "region": "RU-MOW",
        }
        if self.people and chance.random() < 0.6:
            value["personId"] = chance.choice(self.people)
        body = json.dumps(value).encode()
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Idempotency-Key": f"{chance.getrandbits(96):024x}",
        }
        return prepare(kind, "POST", "/api/v1/contacts", headers, body)


class Work:
    """Makes the requests of the mix, each by a colleague who may make it."""

    def __init__(self, colleagues, seed):
        self.chance = random.Random(seed)
        self.colleagues = colleagues
        self.with_cases = [each for each in colleagues if each.cases]
        self.leaders = [each for each in colleagues if each.role == "coordinator"] or colleagues
        self.kinds = [kind for kind, rate, _ in MIX for _ in range(rate)]

    def next(self):
        return self.make(self.chance.choice(self.kinds))

    def make(self, kind):
        who = self.chance.choice(self.colleagues)
        match kind:
            case "list of cases": return who.page(kind, self.chance.choice(["/cases", "/cases?mine=1", "/cases?due=1"]))
            case "list of contacts": return who.page(kind, "/hotline/contacts")
            case "list of people": return who.page(kind, "/people")
            case "counts": return who.page(kind, "/hotline")
            case "my day": return who.page(kind, "/")
            case "inbox": return who.page(kind, "/inbox")
            case "shared with us": return who.page(kind, "/cases?box=shared&show=all")
            case "search by name":
                return who.api(kind, "/api/v1/people?limit=10&q=" + urllib.parse.quote(self.chance.choice(NAMES)))
            case "statistics table":
                leader = self.chance.choice(self.leaders)
                return leader.api(kind, "/api/v1/statistics/table?rows=problem&columns=sex&measure=contacts")
            case _:
                owner = self.chance.choice(self.with_cases)
                return owner.page("case page", "/cases/" + self.chance.choice(owner.cases))

    def save(self):
        return self.chance.choice(self.colleagues).save("contact save", self.chance)

    def round(self):
        """What somebody does again and again: home, a case, the list, a search, a new contact."""
        return [self.make("my day"), self.make("case page"), self.make("list of cases"), self.make("search by name"), self.save()]


def sign_in(address, accounts):
    """Two of each organisation, one of whom may read figures where there is such a colleague."""
    chosen = {}
    for account in accounts:
        if account.role in ("operator", "caseworker", "lawyer", "coordinator"):
            chosen.setdefault((account.organization_id, account.role in ("coordinator", "lawyer")), account)
    progress(f"signing {len(chosen)} colleagues in")
    return [Colleague(address, account) for account in chosen.values()]


def report(engine, phase, times, mix=MIX, save_target=SAVE_TARGET):
    for failure, count in sorted(times.failures.items()):
        progress(f"{engine}{phase}: {count} × {failure}: {times.answers[failure]}")
    if stalls := times.stalls(longer_than=100):
        progress(f"{engine}{phase}: seconds with a request of more than 100 ms: {stalls}")
    for kind, _, target in [*mix, ("contact save", SAVES, save_target)]:
        if kind not in times.by_kind:
            continue
        name = f"desk on {engine}{phase}: {kind}"
        figure(f"{name}, p50", times.percentile(kind, 0.5), "ms")
        figure(f"{name}, p99", times.percentile(kind, 0.99), "ms", f"<= {target}" if target else None)
    figure(f"desk on {engine}{phase}: failed requests", sum(times.failures.values()), "requests", "<= 0")


def write_list(path, seed):
    """A log as an organisation keeps it, of nobody real."""
    chance = random.Random(seed + 6)
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["№", "Дата", "ФИО", "Телефон", "Страна", "Регион", "Канал", "Проблема", "Примечание"])
        for number in range(1, IMPORT_ROWS + 1):
            name = chance.choice(NAMES) + chance.choice(["", "", " Талантович", " кызы"])
            day = f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{chance.choice([2023, 2024, 2025])}"
            rows.writerow([
                number, day, name, f"+99655{chance.randint(1_000_000, 9_999_999)}", "Россия",
                chance.choice(["Москва", "Екатеринбург", "СПб"]), chance.choice(["телефон", "WhatsApp", "визит"]),
                chance.choice(["невыплата зарплаты", "регистрация", "реестр", "изъятие документов"]), "из журнала",
            ])


def start_import(directory, environment, organization, path, log):
    return subprocess.Popen(
        [str(tirek.binary()), "import", "contacts", str(path), "--demo", str(directory), "--organization", organization,
         "--json"],
        cwd=tirek.TREE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def upload(address, account, path):
    """Uploads a list on the page and starts its import; returns what tells whether it is still being written."""
    client = tirek.Client(address)
    client.follow(client.sign_in(account))
    form = tirek.find_form(client.get("/import").text, {"file"})
    border = "----" + "b" * 24
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in form.hidden.items()
    ]
    parts.append(
        f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{path.name}"\r\n'
        "Content-Type: text/csv\r\n\r\n".encode() + path.read_bytes() + f"\r\n--{border}--\r\n".encode()
    )
    headers = {
        "Content-Type": f"multipart/form-data; boundary={border}", "Origin": address, "Sec-Fetch-Site": "same-origin"
    }
    answer = client.send("POST", "/import", b"".join(parts), headers)
    assert answer.status == 303, f"the upload answered {answer.status}"
    page = urllib.parse.urlsplit(answer.headers["Location"]).path
    answer = client.submit(page, {}, f"{page}/start")
    assert answer.status == 303, f"the start answered {answer.status}"
    return lambda: "<progress" in client.get(page).text


async def beside_command(engine, server, directory, accounts, options, folder, pool, streams, seconds):
    """An import on the command line: another process that writes to the same database."""
    progress(f"{engine}: the same while the command line imports {IMPORT_ROWS} rows")
    path = folder / "log.csv"
    write_list(path, options.seed)
    with open(folder / "import.log", "wb") as log:
        importing = start_import(directory, server.environment, accounts[0].organization_id, path, log)
        began = time.perf_counter()
        times = Times()
        await fixed_rate(pool, streams, seconds, times, until=lambda: importing.poll() is not None)
        took = time.perf_counter() - began
        if importing.poll() is None:
            importing.terminate()
    said = (folder / "import.log").read_text(errors="replace")
    if importing.wait() == 0:
        figure(f"desk on {engine}: import of {IMPORT_ROWS} rows beside the load", took, "s")
    else:
        progress(f"the import ended with {importing.returncode}: {said[-500:]}")
    report(engine, ", importing", times)


async def beside_page(engine, server, accounts, options, folder, pool, streams, seconds):
    """An import from the page, in the server itself."""
    progress(f"{engine}: the same while the page imports {IMPORT_ROWS} rows")
    path = folder / "page.csv"
    write_list(path, options.seed + 1)
    account = next(each for each in accounts if each.role == "coordinator")
    is_written = asyncio.Event()

    async def watch():
        is_running = await asyncio.to_thread(upload, server.address, account, path)
        while await asyncio.to_thread(is_running):
            await asyncio.sleep(1)
        is_written.set()

    watching = asyncio.create_task(watch())
    began = time.perf_counter()
    times = Times()
    await fixed_rate(pool, streams, seconds, times, until=is_written.is_set)
    if is_written.is_set():
        figure(f"desk on {engine}: import of {IMPORT_ROWS} rows from the page beside the load", time.perf_counter() - began, "s")
    else:
        progress("the page's import was not done within the time")
        watching.cancel()
    report(engine, ", importing on the page", times)


def alone(engine, server, directory, accounts, options, folder):
    """The same import while nobody else asks for anything."""
    progress(f"{engine}: the command line imports {IMPORT_ROWS} rows alone")
    path = folder / "alone.csv"
    write_list(path, options.seed + 2)
    target = f"<= {IMPORT_TARGET}" if engine == "SQLite" else None
    with open(folder / "alone.log", "wb") as log:
        began = time.perf_counter()
        importing = start_import(directory, server.environment, accounts[0].organization_id, path, log)
        assert importing.wait(timeout=600) == 0, (folder / "alone.log").read_text(errors="replace")[-500:]
    figure(f"desk on {engine}: import of {IMPORT_ROWS} rows alone", time.perf_counter() - began, "s", target)


async def measure(engine, server, directory, accounts, options, folder):
    work = Work(sign_in(server.address, accounts), options.seed)
    pool = Pool(server.port, CONNECTIONS)
    await pool.open()
    streams = [(sum(rate for _, rate, _ in MIX), work.next), (SAVES, work.save)]
    progress("warming up")
    await fixed_rate(pool, streams, 10, Times())

    # PostgreSQL's files lie in a folder of its own.
    disk = pathlib.Path(os.environ["POSTGRES_DATA"]).parent if engine == "PostgreSQL" else directory
    seconds = options.minutes * 60
    progress(f"{engine}: {sum(rate for _, rate, _ in MIX)} requests and {SAVES} saves a second for {seconds:.0f} s")
    times = Times()
    with syncs_watched(disk, f"desk on {engine}"):
        await fixed_rate(pool, streams, seconds, times)
    report(engine, "", times)

    with syncs_watched(disk, f"desk on {engine}, importing"):
        await beside_command(engine, server, directory, accounts, options, folder, pool, streams, seconds)
    with syncs_watched(disk, f"desk on {engine}, importing on the page"):
        await beside_page(engine, server, accounts, options, folder, pool, streams, seconds)

    progress(f"{engine}: 8 clients, each waiting for its answers")
    times = Times()
    span = min(30, seconds)
    await closed_loop(pool, [work.round] * 8, span, times)
    pool.close()
    report(engine, ", 8 clients", times, [(kind, rate, None) for kind, rate, _ in MIX], None)
    # A round ends with its save.
    rounds = len(times.by_kind["contact save"])
    figure(f"desk on {engine}, 8 clients: rounds of five", rounds / span, "rounds/s")


def desk(engine, options, url=None):
    with tempfile.TemporaryDirectory(prefix="tirek-bench-") as name:
        folder = pathlib.Path(name)
        directory = pathlib.Path(options.directory) if options.directory and not url else folder / "desk"
        extra = {"TIREK_DATABASE_URL": url} if url else {}
        progress(f"{engine}: making {options.cases} cases, {options.contacts} contacts, {options.users} users")
        if not (directory / "accounts.json").exists():
            done = tirek.run(
                "bench", "desk-data", "--directory", directory, "--cases", options.cases, "--contacts", options.contacts,
                "--people", options.people, "--users", options.users, "--seed", options.seed,
                environment_extra=extra, timeout=3600,
            )
            assert done.returncode == 0, done.stderr
            said = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
            figure(f"desk on {engine}: making the data", said["seconds"], "s", "<= 180")
        accounts = [
            tirek.Account(each["email"], each["password"], each["role"], each["organization"], each["organizationId"])
            for each in json.loads((directory / "accounts.json").read_text())
        ]
        with syncs_watched(directory, f"desk on {engine}: before any load"):
            time.sleep(20)
        server = tirek.Server("serve", "--demo", directory, log=folder / "server.log", environment_extra=extra)
        with held(directory / "tirek.sqlite", options.hold and not url):
            began = time.perf_counter()
            server.start(timeout=120)
            figure(f"desk on {engine}: spawn to ready", (time.perf_counter() - began) * 1000, "ms")
            try:
                asyncio.run(measure(engine, server, directory, accounts, options, folder))
            finally:
                server.stop()
            alone(engine, server, directory, accounts, options, folder)


def postgres_url():
    server = os.environ.get("TIREK_BENCH_POSTGRES")
    assert server, "TIREK_BENCH_POSTGRES is not set; script/bench sets it"
    program = pathlib.Path(os.environ["POSTGRES_BIN"]) / "psql"
    subprocess.run([program, "-qX", "-d", server, "-c", "CREATE DATABASE tirek_desk"], check=True)
    return server.replace("/postgres?", "/tirek_desk?")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--users", type=int, default=750)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--directory", help="keep the SQLite desk in this folder, or take the one that is there")
    parser.add_argument("--hold", action="store_true", help="hold SQLite's file in memory (see holding.py)")
    options = parser.parse_args()
    assert math.isfinite(options.minutes) and options.minutes > 0, "--minutes must be positive"
    desk("SQLite", options)
    if options.postgres:
        desk("PostgreSQL", options, postgres_url())


if __name__ == "__main__":
    sys.exit(main())
