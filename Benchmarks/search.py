"""Finding people by name over HTTP in an installation of 1,000,000 people: twelve organisations, one with about 600,000
people and one with 100; records opened between organisations; leaves written and every hit checked as always.

Measured in this order: from spawning to listening, how the search says that it warms up and until when; whether people
are found; other pages alone; 1,000 searches a second at a fixed rate over 64 connections with those pages meanwhile;
64 clients that wait for each answer; what the process holds in memory.

Half of the searches are by colleagues of the largest organisation. Each is made from a name that is really there: as
written, with a slip, in another script, its beginning, or with the year of birth. Somebody counts as found when they are
among the ten, or when all ten bear the very words that were typed, since then no order is the right one.

`--people` makes it smaller, `--directory` keeps the installation for further runs.
"""

import argparse
import asyncio
import collections
import csv
import json
import math
import os
import pathlib
import random
import sys
import tempfile
import time
import urllib.parse

from desk import Colleague
from holding import held
from measuring import figure, progress, tirek
from openload import Pool, Times, closed_loop, fixed_rate, prepare
from process import resident_megabytes

CONNECTIONS = 64
RATE = 1_000
#: Other pages, each so many a second.
PAGES = ["list of people", "page of a person", "start page"]
PAGE_RATE = 10
SORTS = ["as written", "with a slip", "other script", "beginning", "with year"]
#: Different searches that are sent in turn as chance has it.
READY = 20_000
#: How many people are sought in each of some organisations.
SOUGHT = 200

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ү": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "ғ": "g", "ӣ": "i", "қ": "q", "ӯ": "u", "ҳ": "h", "ҷ": "j",
}
#: The longest first.
LATIN = [
    ("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"),
    ("iu", "ю"), ("ia", "я"), ("ye", "е"), ("ts", "ц"), ("oʻ", "у"), ("gʻ", "г"), ("a", "а"), ("ă", "э"), ("b", "б"),
    ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"),
    ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("ș", "ш"), ("t", "т"),
    ("ț", "ц"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "х"), ("y", "ы"), ("z", "з"), ("ʻ", ""),
]


class Sought:
    """Somebody to be looked for by an organisation that may see them."""

    def __init__(self, row):
        self.organization = row["organization"]
        self.size = int(row["size"])
        self.person = row["person"]
        self.is_own = row["isOwn"] == "1"
        self.family, self.given, self.year = row["family"], row["given"], row["year"]

    def typed(self, sort, chance):
        """What is typed for this person, and the beginnings of words that it names; `None` where it makes no sense."""
        words = [self.family, self.given]
        match sort:
            case "as written": pass
            case "with a slip": words = [slipped(self.family, chance), self.given]
            case "other script": words = [in_other_script(word) for word in words]
            case "beginning": words = [self.family[:max(3, len(self.family) - 2)], self.given[:3]]
            case "with year":
                if not self.year:
                    return None
                words = [self.family, self.given, self.year]
        return " ".join(words).lower(), [word.lower() for word in words if not word.isdigit()]


def slipped(word, chance):
    """One letter left out, doubled, or two turned; never the first."""
    if len(word) < 5:
        return word
    place = chance.randrange(1, len(word) - 2)
    return chance.choice([
        word[:place] + word[place + 1:],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2:],
    ])


def in_other_script(word):
    word = word.lower()
    if any(letter in CYRILLIC for letter in word):
        return "".join(CYRILLIC.get(letter, letter) for letter in word)
    for latin, letter in LATIN:
        word = word.replace(latin, letter)
    return word


class Searches:
    """Makes the searches, each by a colleague who may see the person sought."""

    def __init__(self, colleagues, sought, seed):
        self.chance = random.Random(seed)
        self.tokens = collections.defaultdict(list)
        for organization, colleague in colleagues:
            self.tokens[organization].append(colleague)
        self.by_organization = collections.defaultdict(list)
        for each in sought:
            self.by_organization[each.organization].append(each)
        sizes = {each.organization: each.size for each in sought}
        self.largest = max(sizes, key=sizes.get)
        self.smallest = min(sizes, key=sizes.get)
        self.middle = sorted(sizes, key=sizes.get)[len(sizes) // 2]
        self.others = [each for each in sizes if each != self.largest]
        # Made before they are sent, so that the client leaves more of the machine to the server.
        self.ready = [self.make() for _ in range(READY)]

    def request(self, organization, typed, kind="search"):
        colleague = self.chance.choice(self.tokens[organization])
        return colleague.api(kind, "/api/v1/people?limit=10&q=" + urllib.parse.quote(typed))

    def next(self):
        return self.chance.choice(self.ready)

    def make(self):
        while True:
            organization = self.largest if self.chance.random() < 0.5 else self.chance.choice(self.others)
            made = self.chance.choice(self.by_organization[organization]).typed(self.chance.choice(SORTS), self.chance)
            if made:
                return self.request(organization, made[0])


class Pages:
    """Makes the requests of other pages, by colleagues in turn."""

    def __init__(self, colleagues, seed):
        self.chance = random.Random(seed)
        self.colleagues = [colleague for _, colleague in colleagues if colleague.people]

    def stream(self, kind):
        return PAGE_RATE, lambda: self.make(kind)

    def make(self, kind):
        who = self.chance.choice(self.colleagues)
        match kind:
            case "list of people": return who.page(kind, "/people")
            case "start page": return who.page(kind, "/")
            case _: return who.page(kind, "/people/" + self.chance.choice(who.people))


def sign_in(address, accounts, organizations):
    """Two of each organisation who accompany people."""
    chosen = [each for each in accounts if each.email.startswith("search") and each.organization_id in organizations]
    progress(f"signing {len(chosen)} colleagues in")
    return [(each.organization_id, Colleague(address, each)) for each in chosen]


def warm_up(server, token):
    """Starts the server and asks for people until it no longer says that it warms up."""
    began = time.perf_counter()
    server.start(timeout=300)
    figure("search: spawn to listening", (time.perf_counter() - began) * 1000, "ms", "<= 1000")
    said, client = [], tirek.Client(server.address)
    while time.perf_counter() - began < 900:
        answer = client.get("/api/v1/people?limit=1&q=osmonov", {"Authorization": f"Bearer {token}"})
        assert answer.status == 200, f"a search while warming answered {answer.status}: {answer.text[:200]}"
        percent = answer.json().get("warming")
        if percent is None:
            break
        said.append(percent)
        time.sleep(0.05)
    else:
        raise AssertionError("the search never stood")
    figure("search: spawn until the index stands", time.perf_counter() - began, "s")
    figure("search: answers that said “warming” before that", len(said), "answers", ">= 1")
    assert said == sorted(said), f"the percentage went back: {said}"
    figure("search: memory once it stands", resident_megabytes(server.process.pid), "MB")


async def recall(pool, searches, organization, name):
    """Seeks some people of one organisation in every sort of typing."""
    chance = searches.chance
    there = searches.by_organization[organization]
    chosen = chance.sample(there, min(SOUGHT, len(there)))
    shares, shown = {}, set()
    for sort in SORTS:
        asked = found = 0
        for each in chosen:
            made = each.typed(sort, chance)
            if not made:
                continue
            status, body = await pool.send(searches.request(organization, made[0]).data)
            assert status == 200, f"a search answered {status}: {body[:200]}"
            hits = json.loads(body)["items"]
            shown.update(hit["id"] for hit in hits)
            asked += 1
            found += any(hit["id"] == each.person for hit in hits) or are_namesakes(hits, made[1])
        if not asked:
            continue
        shares[sort] = found / asked
        figure(f"search, {name}: found, {sort}", shares[sort], "share")
    mean = sum(shares.values()) / max(1, len(shares))
    figure(f"search, {name}: found, mean", mean, "share", ">= 0.95")
    return shown


def are_namesakes(hits, words):
    """Whether there are ten, and all bear words that begin as those typed."""
    def bears(hit):
        there = hit["name"].lower()
        return all(there.startswith(word) or f" {word}" in there for word in words)

    return len(hits) == 10 and all(bears(hit) for hit in hits)


async def finding(pool, searches):
    await recall(pool, searches, searches.largest, "the largest organisation")
    await recall(pool, searches, searches.middle, "one of middle size")
    # All whom the smallest may see are known, so that nobody else may ever be shown to it.
    there = searches.by_organization[searches.smallest]
    name = f"the one of {there[0].size}"
    shown = await recall(pool, searches, searches.smallest, name)
    known = {each.person for each in there}
    figure(f"search, {name}: others' people shown", len(shown - known), "people", "<= 0")


def report(times, phase, kinds, target=None):
    for failure, count in sorted(times.failures.items()):
        progress(f"{phase}: {count} × {failure}: {times.answers[failure]}")
    for kind in kinds:
        figure(f"{phase}: {kind}, p50", times.percentile(kind, 0.5), "ms")
        figure(f"{phase}: {kind}, p99", times.percentile(kind, 0.99), "ms", target if kind == "search" else None)
    figure(f"{phase}: failed requests", sum(times.failures.values()), "requests", "<= 0")


async def measure(server, searches, pages, options):
    pool = Pool(server.port, CONNECTIONS)
    await pool.open()
    progress("looking for people")
    await finding(pool, searches)

    streams = [pages.stream(kind) for kind in PAGES]
    progress("warming up")
    await fixed_rate(pool, [*streams, (RATE / 4, searches.next)], min(10, options.minutes * 60), Times())
    seconds = options.minutes * 60
    progress(f"other pages alone for {seconds:.0f} s")
    alone = Times()
    await fixed_rate(pool, streams, seconds, alone)
    report(alone, "search, before", PAGES)

    progress(f"{RATE} searches a second for {seconds:.0f} s, other pages meanwhile")
    meanwhile = Times()
    servers, own, began = processor_seconds(server.process.pid), time.process_time(), time.perf_counter()
    await fixed_rate(pool, [(RATE, searches.next), *streams], seconds, meanwhile)
    servers, own = processor_seconds(server.process.pid) - servers, time.process_time() - own
    took = time.perf_counter() - began
    report(meanwhile, f"search at {RATE}/s", ["search", *PAGES], "<= 15")
    # What is used of the machine's cores: above their number nothing is measured but the waiting for one.
    figure(f"search at {RATE}/s: cores used by the server", servers / took, "cores")
    figure(f"search at {RATE}/s: cores used by this client", own / took, "cores")
    for kind in PAGES:
        ratio = meanwhile.percentile(kind, 0.99) / max(0.001, alone.percentile(kind, 0.99))
        figure(f"search at {RATE}/s: {kind}, p99 over that alone", ratio, "times", "<= 1.5")

    progress(f"{CONNECTIONS} clients, each waiting for its answers")
    times, span = Times(), min(30, seconds)
    await closed_loop(pool, [lambda: [searches.next()]] * CONNECTIONS, span, times)
    report(times, f"search by {CONNECTIONS} clients", ["search"])
    figure(f"search by {CONNECTIONS} clients: answers", len(times.by_kind["search"]) / span, "requests/s")
    pool.close()
    figure("search: memory after all", resident_megabytes(server.process.pid), "MB")


def processor_seconds(process_id):
    """User's and system's time of a process by the kernel's account."""
    fields = pathlib.Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def make(directory, options):
    if (directory / "accounts.json").exists():
        return
    progress(f"making {options.people:,} people")
    done = tirek.run(
        "bench", "search-data", "--directory", directory, "--people", options.people, "--seed", options.seed,
        timeout=7200,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    figure(f"search: making {options.people:,} people", said["seconds"], "s", "<= 360")


def run(directory, folder, options):
    make(directory, options)
    accounts = [
        tirek.Account(each["email"], each["password"], each["role"], each["organization"], each["organizationId"])
        for each in json.loads((directory / "accounts.json").read_text())
    ]
    with open(directory / "sought.tsv", encoding="utf-8", newline="") as lines:
        sought = [Sought(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    with held(directory / "tirek.sqlite", options.hold):
        search(directory, folder, options, accounts, sought)


def search(directory, folder, options, accounts, sought):
    # Signing in takes longer than warming up would in a small installation, so it is done in a run before.
    with tirek.Server("serve", "--demo", directory, log=folder / "server.log") as server:
        colleagues = sign_in(server.address, accounts, {each.organization for each in sought})
    server = tirek.Server("serve", "--demo", directory, log=folder / "server.log", port=server.port)
    try:
        warm_up(server, colleagues[0][1].token)
        searches = Searches(colleagues, sought, options.seed)
        asyncio.run(measure(server, searches, Pages(colleagues, options.seed), options))
    finally:
        server.stop(timeout=60)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--directory", help="keep the installation in this folder, or take the one that is there")
    parser.add_argument("--hold", action="store_true", help="hold the database's file in memory (see holding.py)")
    options = parser.parse_args()
    assert math.isfinite(options.minutes) and options.minutes > 0, "--minutes must be positive"
    with tempfile.TemporaryDirectory(prefix="tirek-bench-") as name:
        folder = pathlib.Path(name)
        run(pathlib.Path(options.directory).resolve() if options.directory else folder / "search", folder, options)


if __name__ == "__main__":
    sys.exit(main())
