"""Finding people by name, scoring pairs and finding duplicates, beside other engines on the same data in one run.

The data come from a generator that is not part of the repository: a folder with gen_names.py (people, spellings and
queries with their truth) and bench_peers.py (other engines, and the score of any answers). It is named by `--generator`
or TIREK_NAMES_GENERATOR. An engine whose package is not there is reported as missing, never as beaten.

    script/bench names --generator FOLDER --seeds 9091,404
    script/bench names --records 100000 --peers pg_gin
    script/bench names --parts large --seeds 9091
"""

import argparse
import collections
import importlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from measuring import figure, progress, tirek

#: The eight sorts of queries that the mean is of; beginnings stand apart.
KINDS = ["exact", "typo1", "typo2", "xscript", "xscript_typo", "romvar", "initial", "suffix"]
BEGINNINGS = ["prefix", "prefix_x"]
PEERS = ["pg_gin", "pg_gist", "fts5", "tantivy"]
#: What is measured unless `--parts` says otherwise.
PARTS = ["pairs", "duplicates", "search"]
LARGE = 10_000_000


class Score:
    """What bench_peers.py says of one engine's answers."""

    def __init__(self, text: str):
        head = re.search(r"R@10=([\d.]+) p50=([\d.]+)ms p99=([\d.]+)ms", text)
        assert head, f"bench_peers.py said nothing usable:\n{text[-2000:]}"
        self.p50, self.p99 = float(head.group(2)), float(head.group(3))
        kinds = re.findall(r"(\w+)=([01]\.\d+)(?=\s|$)", text[head.end():])
        self.recall = {name: float(value) for name, value in kinds}

    @property
    def mean(self) -> float:
        return sum(self.recall[kind] for kind in KINDS) / len(KINDS)


class Bench:
    """One seed's data and everything that is measured on them."""

    def __init__(self, options, seed: int, folder: pathlib.Path):
        self.options = options
        self.seed = seed
        self.folder = folder
        self.generator = pathlib.Path(options.generator)

    def data(self, records: int) -> pathlib.Path:
        place = self.folder / f"{self.seed}-{records}"
        if not place.exists():
            progress(f"seed {self.seed}: making {records} records")
            self._python("gen_names.py", "--records", records, "--queries", self.options.queries, "--seed", self.seed,
                         "--out", place)
        return place

    def figure(self, name: str, value: float, unit: str, target: str | None = None):
        figure(f"names, seed {self.seed}: {name}", value, unit, target)

    def missing(self, name: str, unit: str, target: str, why: str):
        line = {"figure": f"names, seed {self.seed}: {name}", "value": None, "unit": unit, "target": target,
                "met": False, "missing": why}
        print(json.dumps(line), flush=True)

    def _python(self, script: str, *arguments) -> str:
        command = [self.options.python, str(self.generator / script), *map(str, arguments)]
        # bench_peers.py takes gen_names.py from beside itself, and nothing may be written there.
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=str(self.generator))
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=7200)
        if done.returncode != 0:
            raise PeerMissing((done.stderr.strip().splitlines() or ["it failed"])[-1])
        return done.stdout

    # What is asked of this program

    def tirek(self, *arguments) -> dict:
        done = tirek.run("bench", *arguments, timeout=7200)
        assert done.returncode == 0, done.stderr
        return json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))

    def search(self, records: int, is_large: bool = False):
        data = self.data(records)
        answers = self.folder / f"{self.seed}-{records}-answers.tsv"
        progress(f"seed {self.seed}: searching {records} records")
        said = self.tirek("names", "--data", data, "--answers", answers, *(["--without-snapshot"] if is_large else []))
        size = f"{records:,} records"
        if is_large:
            self.large(size, said)
            return
        times = self.times(data, answers)
        whole = self.score(data, answers, self.options.queries)
        self.figure(f"search at {size}, p50", said["searchMilliseconds"]["p50"], "ms")
        self.figure(f"search at {size}, p99", said["searchMilliseconds"]["p99"], "ms", "<= 5")
        for kind in KINDS + BEGINNINGS:
            target = ">= 0.92" if kind == "xscript_typo" else None
            self.figure(f"recall@10, {kind}", whole.recall[kind], "share", target)
        self.figure("recall@10, mean of the eight", whole.mean, "share", ">= 0.95")
        for kind in BEGINNINGS:
            self.figure(f"beginnings, {kind}: recall@10", whole.recall[kind], "share", ">= 0.90")
        self.figure("beginnings: p99", percentile(times["prefix"] + times["prefix_x"], 0.99), "ms", "<= 2")
        self.figure("intake check and insertion, p99", said["intakeMilliseconds"]["p99"], "ms", "<= 2")
        self.figure("index build from opened names", said["buildSeconds"], "s", "<= 6")
        self.figure("opening the names", said["openSeconds"], "s")
        self.figure("opening a snapshot", said["reopenSeconds"] * 1000, "ms", "<= 400")
        self.figure("memory", said["bytes"] / 1e6, "MB", "<= 150")
        # On no more queries than the others are asked, so that all are judged by the same ones.
        self.peers(data, self.score(data, answers, self.options.peer_limit))

    def large(self, size: str, said: dict):
        """So many records that nobody else's score of the answers would fit beside them: times and memory alone."""
        self.figure(f"search at {size}, p50", said["searchMilliseconds"]["p50"], "ms")
        self.figure(f"search at {size}, p99", said["searchMilliseconds"]["p99"], "ms", "<= 25")
        self.figure(f"intake check and insertion at {size}, p99", said["intakeMilliseconds"]["p99"], "ms")
        self.figure(f"index build from opened names at {size}", said["buildSeconds"], "s")
        self.figure(f"opening the names at {size}", said["openSeconds"], "s")
        self.figure(f"memory at {size}, all structures", said["bytes"] / 1e6, "MB", "<= 2000")
        self.figure(f"memory at {size}, the whole process", said["residentBytes"] / 1e6, "MB", "<= 2000")
        self.figure(f"memory at {size}, the process at its most", said["peakBytes"] / 1e6, "MB")

    def score(self, data, answers, limit: int) -> Score:
        return Score(self._python("bench_peers.py", "--data", data, "--answers", answers, "--limit", limit))

    def times(self, data, answers) -> dict[str, list[float]]:
        kinds = {}
        with open(data / "queries.tsv", encoding="utf-8") as lines:
            names = next(lines).rstrip("\n").split("\t")
            for line in lines:
                row = dict(zip(names, line.rstrip("\n").split("\t")))
                kinds[row["qid"]] = row["category"]
        times = collections.defaultdict(list)
        with open(answers, encoding="utf-8") as lines:
            for line in lines:
                number, _, milliseconds = line.rstrip("\n").split("\t")
                times[kinds[number]].append(float(milliseconds))
        return times

    # Others on the same data

    def peers(self, data, own: Score):
        met, absent = {}, {}
        for name in self.options.peers.split(","):
            progress(f"seed {self.seed}: {name}")
            try:
                met[name] = Score(self._python("bench_peers.py", "--data", data, "--engines", name, "--limit",
                                               self.options.peer_limit))
            except PeerMissing as error:
                absent[name] = str(error)
                self.missing(f"{name}: recall@10, mean of the eight", "share", "", str(error))
                continue
            self.figure(f"{name}: recall@10, mean of the eight", met[name].mean, "share")
            self.figure(f"{name}: p50", met[name].p50, "ms")
            self.figure(f"{name}: p99", met[name].p99, "ms")
        for name, part, target in [("p50", "p50", ">= 200"), ("p99", "p99", ">= 100")]:
            text = f"search {name}, times faster than PostgreSQL pg_trgm GIN"
            if "pg_gin" in met:
                # The score has two digits, and one would be too coarse a divisor.
                self.figure(text, getattr(met["pg_gin"], part) / max(getattr(own, part), 0.01), "times", target)
            else:
                self.missing(text, "times", target, absent.get("pg_gin", "not asked for"))
        text = "recall@10, mean of the eight, above the best of the others"
        if met:
            best = max(score.mean for score in met.values())
            of = ", ".join(sorted(met)) + (f"; missing: {', '.join(sorted(absent))}" if absent else "")
            self.figure(f"{text} ({of})", own.mean - best, "share", ">= 0.25")
        else:
            self.missing(text, "share", ">= 0.25", "no other engine is there")

    # Pairs

    def pairs(self):
        progress(f"seed {self.seed}: pairs of names")
        sys.path.insert(0, str(self.generator))
        sys.dont_write_bytecode = True
        generator = importlib.import_module("gen_names")
        rows = list(pairs_of_names(generator, random.Random(self.seed), self.options.pairs))
        listed, scored = self.folder / "pairs.tsv", self.folder / "scores.tsv"
        listed.write_text("".join(f"{number}\t{one}\t{other}\n" for number, (one, other, _) in enumerate(rows)))
        said = self.tirek("pairs", "--pairs", listed, "--scores", scored)
        scores = [float(line.split("\t")[1]) for line in scored.read_text().splitlines()]
        judged = [(score, row[2]) for score, row in zip(scores, rows, strict=True)]
        best, cut = max((f1(judged, cut / 100), cut / 100) for cut in range(20, 90))
        self.figure(f"pairs: F1 at the best cut, {cut}", best, "share", ">= 0.97")
        self.figure("pairs: F1 at 0.5", f1(judged, 0.5), "share")
        self.figure("pairs: time", said["microsecondsPerPair"], "µs/pair", "<= 2")

    # Duplicates

    def duplicates(self):
        data = self.data(self.options.small)
        found = self.folder / "duplicates.tsv"
        progress(f"seed {self.seed}: duplicates of {self.options.small} records")
        said = self.tirek("duplicates", "--data", data, "--out", found)
        persons = {}
        with open(data / "records.tsv", encoding="utf-8") as lines:
            names = next(lines).rstrip("\n").split("\t")
            rid, pid = names.index("rid"), names.index("pid")
            for line in lines:
                row = line.rstrip("\n").split("\t")
                persons[row[rid]] = row[pid]
        sizes = collections.Counter(persons.values())
        true = sum(size * (size - 1) // 2 for size in sizes.values())
        pairs = [line.split("\t") for line in found.read_text().splitlines()]
        hits = sum(persons[one] == persons[other] for one, other, _ in pairs)
        precision, recall = hits / max(1, len(pairs)), hits / max(1, true)
        self.figure("duplicates: time", said["buildSeconds"] + said["matchSeconds"], "s", "<= 1.5")
        self.figure("duplicates: precision", precision, "share", ">= 0.985")
        self.figure("duplicates: recall", recall, "share", ">= 0.90")
        self.figure("duplicates: F1", 2 * precision * recall / max(1e-9, precision + recall), "share")
        self.missing("Splink: F1 and time on the same records", "share", "", "bench_peers.py does not drive it")


class PeerMissing(Exception):
    """An engine could not be asked; its message says why."""


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def f1(judged: list[tuple[float, bool]], cut: float) -> float:
    hits = sum(is_true for score, is_true in judged if score > cut)
    claimed = sum(score > cut for score, _ in judged)
    true = sum(is_true for _, is_true in judged)
    return 2 * hits / max(1, claimed + true)


def pairs_of_names(generator, rng, count: int):
    """Names of one person written twice as the generator writes repeated records, and of two people: half of them with
    the same surname and gender, the rest at random. Two people whose name is the same are no pair."""
    known, by_root = [], collections.defaultdict(list)

    def name(person, is_copy):
        family, given, patronymic = generator.render(person, rng)
        if is_copy and rng.random() < 0.35:
            family = generator.typo(family, rng)
        if is_copy and rng.random() < 0.20:
            given = generator.typo(given, rng)
        if is_copy and rng.random() < 0.06:
            given = given[0] + "."
        return generator.layout(rng, family, given, patronymic)

    def lexemes(person):
        return generator.fold(person.root), generator.fold(person.given), person.g

    people = generator.people(rng, generator.lexicon())
    for person in people:
        known.append(person)
        by_root[generator.fold(person.root), person.g].append(person)
        if len(known) == 4 * count:
            break
    for person in rng.sample(known, count):
        yield name(person, False), name(person, True), True
        namesakes = [other for other in by_root[generator.fold(person.root), person.g]
                     if lexemes(other) != lexemes(person)]
        for choices in (namesakes, known):
            other = rng.choice(choices) if choices else None
            if other is not None and lexemes(other) != lexemes(person):
                yield name(person, False), name(other, False), False


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--generator", default=os.environ.get("TIREK_NAMES_GENERATOR"))
    parser.add_argument("--seeds", default="9091,404", help="comma-separated; nothing may have been tuned on them")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=100_000, help="records among which duplicates are sought")
    parser.add_argument("--queries", type=int, default=200, help="of each sort")
    parser.add_argument("--pairs", type=int, default=20_000, help="true pairs of names; twice as many false ones")
    parser.add_argument("--peers", default=",".join(PEERS), help="engines of bench_peers.py")
    parser.add_argument("--peer-limit", type=int, default=20, help="queries of each sort that the others are asked")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the others' packages")
    parser.add_argument("--parts", default=",".join(PARTS), help="of pairs, duplicates, search and large")
    parser.add_argument("--large", action="store_true", help="the part large too, of the first seed")
    options = parser.parse_args()
    needed = ["gen_names.py", "bench_peers.py"]
    if not options.generator or not all((pathlib.Path(options.generator) / name).is_file() for name in needed):
        print("script/bench names needs a folder with gen_names.py and bench_peers.py: name it with --generator or "
              "TIREK_NAMES_GENERATOR. Neither is part of this repository.", file=sys.stderr)
        return 1
    parts = set(options.parts.split(",")) | ({"large"} if options.large else set())
    unknown = parts - {*PARTS, "large"}
    assert not unknown, f"--parts does not know {', '.join(sorted(unknown))}"
    options.generator = str(pathlib.Path(options.generator).resolve())
    for place, seed in enumerate(int(each) for each in options.seeds.split(",")):
        with tempfile.TemporaryDirectory(prefix="tirek-bench-") as folder:
            bench = Bench(options, seed, pathlib.Path(folder))
            if "pairs" in parts:
                bench.pairs()
            if "duplicates" in parts:
                bench.duplicates()
            if "search" in parts:
                bench.search(options.records)
            if "large" in parts and place == 0:
                bench.search(LARGE, is_large=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
