"""Kills the program at each of its writes and syncs with strace, and copies the small networks that it works on."""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess

import tirek

# Whatever changes a file or has it on the disk.
CALLS = ["pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "mkdir"]


def build_one_writer(folder: pathlib.Path) -> pathlib.Path:
    """Compiles one_writer.c, which gives all writes one order; see there."""
    swift = shutil.which("swiftc")
    beside_swift = str(pathlib.Path(swift).resolve().with_name("clang")) if swift else "clang"
    compiler = next(filter(None, map(shutil.which, ("cc", "clang", beside_swift))), None)
    assert compiler, "a C compiler is needed; Swift's toolchain brings clang"
    library = folder / "one_writer.so"
    source = pathlib.Path(__file__).with_name("one_writer.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-lpthread"], check=True)
    return library


def copy_network(source: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
    """A copy to work on; of the journal's reserve, 32 MiB that no drill writes to, only its head is copied."""
    target.mkdir(mode=0o700, parents=True)
    for path in source.iterdir():
        if path.name == "journal-reserve":
            copy_reserve(path, target / path.name)
        elif path.is_file():
            shutil.copy2(path, target / path.name)
        else:
            shutil.copytree(path, target / path.name)
    return target


def copy_reserve(source: pathlib.Path, target: pathlib.Path):
    with open(source, "rb") as whole, open(target, "wb") as head:
        head.write(whole.read(4096))
        head.truncate(source.stat().st_size)


#: The content that the drill's operations and small imports need.
PROBLEMS, COUNTRIES = {"unpaid_wages", "information", "housing"}, {"KG", "RU"}


def small_content(folder: pathlib.Path) -> pathlib.Path:
    """A folder Content of a few problems and countries: reading the whole is most of what a drilled process does."""
    whole, small = tirek.TREE / "Content", folder / "Content"
    for name in ("locale", "rules"):
        shutil.copytree(whole / name, small / name)
    for path in whole.glob("*.json"):
        shutil.copy2(path, small)
    for name, kept in {"problems": PROBLEMS, "places": COUNTRIES, "guides": PROBLEMS}.items():
        (small / name).mkdir()
        for path in (whole / name).iterdir():
            if path.stem in kept:
                (shutil.copytree if path.is_dir() else shutil.copy2)(path, small / name / path.name)
    rules = json.loads((whole / "deadlines.json").read_text())
    rules = [rule | {"problems": [name for name in rule["problems"] if name in PROBLEMS]} for rule in rules]
    (small / "deadlines.json").write_text(json.dumps([rule for rule in rules if rule["problems"]]))
    return small


def is_missing(program: str) -> bool:
    """Whether a test must do without a program; where all tests are required, none may."""
    found = shutil.which(program)
    assert found or not os.environ.get("TIREK_REQUIRE_POSTGRES"), f"{program} is not installed"
    return not found


class Killer:
    def __init__(self, library: pathlib.Path, folder: pathlib.Path):
        self.library = library
        self.folder = folder

    def run(self, name: str, arguments, kill: tuple[str, int] | None = None):
        """Runs the program under strace; returns whether it was killed, its calls by kind, and its result."""
        log = self.folder / f"{name}.strace"
        inject = ["-e", f"inject={kill[0]}:signal=SIGKILL:when={kill[1]}"] if kill else []
        result = subprocess.run(
            ["strace", "-f", "-qq", "-o", log, "-E", f"LD_PRELOAD={self.library}", "-e", f"trace={','.join(CALLS)}"]
            + inject
            + [str(tirek.binary()), *map(str, arguments)],
            cwd=tirek.TREE,
            env=tirek.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        calls = collections.Counter(re.findall(r"^\d+ +([a-z0-9]+)\(", log.read_text(errors="replace"), re.M))
        log.unlink()
        killed = result.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        assert killed or kill is not None or result.returncode == 0, result.stderr
        return killed, calls, result

    def at_every_point(self, prepare, arguments, judge, every=1) -> tuple[int, int]:
        """Kills the program at every write and sync, each time on a fresh place, and judges what it left behind.

        `prepare(name)` makes a place, `arguments(place)` the command line on it, `judge(place, killed)` asserts.
        With `every` above 1, only at each so-manieth of them and at the last; for operations that write much.
        Returns how many points were tried and how many strace counted.
        """
        place = prepare("counting")
        _, counted, _ = self.run("counting", arguments(place))
        judge(place, False)
        shutil.rmtree(place)

        def attempt(point: tuple[str, int]) -> tuple[bool, int]:
            call, number = point
            name = f"{call}-{number}"
            place = prepare(name)
            killed, calls, result = self.run(name, arguments(place), point)
            try:
                if not killed:
                    # This run wrote less than the counting one (random ids fall on other pages): nothing was missed.
                    assert result.returncode == 0, result.stderr
                    assert calls[call] < number, f"strace did not kill at {call} {number}"
                judge(place, killed)
            except AssertionError as error:
                raise AssertionError(f"killed at {call} {number}: {error}") from error
            shutil.rmtree(place)
            return killed, calls[call]

        tried = total = 0
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for call in CALLS:
                points = [
                    (call, number)
                    for number in range(1, counted[call] + 1)
                    if every == 1 or number % every == 1 or number == counted[call]
                ]
                outcomes = list(pool.map(attempt, points))
                while every == 1 and counted[call] and outcomes[-1][0]:
                    # One more, until a run comes through: it may have written more than the counting one.
                    outcomes.append(attempt((call, len(outcomes) + 1)))
                if outcomes:
                    tried += sum(killed for killed, _ in outcomes)
                    total += len(points) if every > 1 else outcomes[-1][1] if len(outcomes) > len(points) else counted[call]
        return tried, total
