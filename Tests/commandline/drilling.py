"""What the crash drills of both engines share: a small network, the drill's own commands, a log to import."""

import json
import pathlib
import shutil

import pytest

import tirek


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


LOG = """Дата;Имя;Телефон;Страна;Проблема
{rows}
"""


def import_command(place, file, organization=None) -> list:
    organization = organization or next(
        account["organizationId"] for account in json.loads((place / "accounts.json").read_text())
    )
    return ["import", "contacts", file, "--organization", organization, "--demo", place, "--json"]


def restored(backup, network, place) -> dict:
    place.mkdir()
    for name in ("root.key", "erasure-register"):
        shutil.copy2(network / name, place / name)
    done = tirek.run("restore", backup, "--demo", place)
    assert done.returncode == 0, done.stderr
    return check(place)
