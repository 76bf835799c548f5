"""An import that is killed at fifty random moments, and resumed each time, loses and doubles nothing."""

import concurrent.futures
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

import killing
import tirek

KILLS = 50
#: Imports at once, each into a place of its own.
WORKERS = min(4, os.cpu_count() or 1)
ROWS = 160
SYLLABLES = ["ба", "зо", "кри", "лю", "мы", "пе", "ту", "фа", "чо", "ша"]
TITLES = "Дата;Канал;Имя;Пол;Телефон;Страна;Проблема;Суть;Работодатель;Сумма долга;Возвращено;№ дела"


def log() -> str:
    """People who come again, cases, firms, amounts, and rows that are not taken."""
    lines = [TITLES]
    for number in range(ROWS):
        who = number % 70
        day = "31.02" if number % 40 == 39 else f"{1 + number % 28:02}.{1 + number // 28:02}"
        family = SYLLABLES[who % 10] + SYLLABLES[who // 10] + "това"
        name = f"{family.capitalize()} Анара;ж;+7900{who:07}" if number % 7 else "аноним;;"
        case = f"ООО Проба{who % 9};{who % 30 + 1} 000 руб;{'5 000 руб' if number % 2 else ''};Д-{who}" if who % 5 == 0 else ";;;"
        lines.append(f"{day}.2026;звонок;{name};Россия;не выплатили зарплату;строка {number};{case}")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    directory = tmp_path_factory.mktemp("network") / "demo"
    done = tirek.run("demo", "--directory", directory, "--people", 13)
    assert done.returncode == 0, done.stderr
    return directory


def command(place, file) -> list:
    owner = json.loads((place / "accounts.json").read_text())[0]["organizationId"]
    return ["import", "contacts", file, "--organization", owner, "--demo", place, "--json"]


def import_whole(place, file) -> dict:
    done = tirek.run(*command(place, file))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def check(place) -> dict:
    """Opens the network as every start does; rows, keys, leaves and facts must agree."""
    done = tirek.run("drill", "check", "--demo", place)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    # An upload has its key before it is staged: cut off there, a key is left without anything sealed by it.
    assert [problem for problem in found["problems"] if not problem.startswith("wraps of no record")] == []
    return found["counts"]


def written(place) -> int:
    """Rows of the log that are contacts by now; each is noted together with its contact or not at all."""
    with sqlite3.connect(f"file:{place}/tirek.sqlite?mode=ro", uri=True) as database:
        rows, contacts, noted = database.execute(
            """SELECT (SELECT COUNT(*) FROM import_row), (SELECT COUNT(*) FROM contact WHERE import_id IS NOT NULL),
                (SELECT COUNT(*) FROM import_row r JOIN contact c ON c.id = r.contact_id)"""
        ).fetchone()
    database.close()
    assert rows == contacts == noted
    return rows


def killed(place, file, pause: float, is_early: bool, done: int) -> bool:
    """Kills an import a while after it began, or after it has written a first row; whether it wasn't through by then."""
    process = subprocess.Popen(
        [str(tirek.binary()), *map(str, command(place, file))],
        cwd=tirek.TREE,
        env=tirek.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not is_early and process.poll() is None and written(place) == done:
        time.sleep(0.015)
    time.sleep(pause)
    process.kill()
    ended = process.wait(60)
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def test_an_import_killed_at_fifty_random_moments_loses_and_doubles_nothing(network, little_content, tmp_path, capsys):
    seed = random.randrange(1 << 32)
    file = tmp_path / "log.csv"
    file.write_text(log())
    whole = killing.copy_network(network, tmp_path / "whole")
    before = check(whole)
    began = time.monotonic()
    taken = import_whole(whole, file)["taken"]
    duration = time.monotonic() - began
    after = check(whole)
    assert taken == ROWS - ROWS // 40 and after["contacts"] == before["contacts"] + taken
    same = {
        name: after[name]
        for name in after
        if name in ("contacts", "people", "cases", "facts", "index rows")
        or name.startswith(("leaf contact.", "leaf person.", "leaf case.", "leaf employer."))
    }
    assert len(same) > 8
    # Reading comes before the first row: most kills shall come while rows are written.
    began = time.monotonic()
    assert tirek.run(*command(whole, file), "--dry-run").returncode == 0
    reading = time.monotonic() - began

    def drill(worker: int) -> tuple[int, int]:
        """Imports again and again into fresh places, killed at this worker's share of the moments."""
        dice = random.Random(seed + worker)
        share = KILLS // WORKERS + (worker < KILLS % WORKERS)
        kills = within = places = 0
        while kills < share:
            place = killing.copy_network(network, tmp_path / f"place-{worker}-{places}")
            places += 1
            done, is_done = 0, False
            while not is_done and kills < share:
                # Shorter than the writing, so that one import is killed several times; now and then while it reads.
                is_early = kills % 8 == 0
                pause = dice.uniform(0, reading if is_early else (duration - reading) * 0.4)
                is_done = not killed(place, file, pause, is_early, done)
                kills += not is_done
                now = written(place)
                assert done <= now <= taken, f"seed {seed}"
                within += done < now < taken
                done = now
            import_whole(place, file)
            found = check(place)
            assert {name: found[name] for name in same} == same, f"seed {seed}"
            shutil.rmtree(place)
        return kills, within

    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        outcomes = list(pool.map(drill, range(WORKERS)))
    kills, within = (sum(column) for column in zip(*outcomes))
    assert kills == KILLS
    with capsys.disabled():
        print(f"\n    import: killed {kills} times, {within} of them between two rows", end="")
    assert within >= KILLS // 5, f"seed {seed}: the kills hit nothing but beginnings and ends"
    assert import_whole(whole, file)["taken"] == 0
