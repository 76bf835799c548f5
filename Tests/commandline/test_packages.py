"""The package lists under deploy/packages are the only ones: container, documentation and binary agree with them."""

import re
import subprocess

import pytest

import tirek

PACKAGES = tirek.TREE / "deploy/packages"


def listed(name: str) -> list[str]:
    lines = (PACKAGES / f"{name}.txt").read_text().splitlines()
    return [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("name", ["build", "run", "test", "bench"])
def test_a_list_is_sorted_and_names_nothing_twice(name):
    packages = listed(name)
    assert packages == sorted(set(packages))


def containerfile_stages() -> dict[str, str]:
    text = (tirek.TREE / "deploy/Containerfile").read_text().replace("\\\n", " ")
    stages = re.split(r"^FROM ", text, flags=re.MULTILINE)[1:]
    return {re.search(r" AS (\w+)", stage).group(1): stage for stage in stages}


@pytest.mark.parametrize(("stage", "name"), [("build", "build"), ("run", "run")])
def test_the_container_installs_exactly_the_list(stage, name):
    installs = re.findall(r"apt-get install -y --no-install-recommends ([^&;\n]+)", containerfile_stages()[stage])
    assert len(installs) == 1
    assert installs[0].split() == listed(name)


@pytest.mark.parametrize("name", ["build", "run"])
def test_the_documentation_shows_the_list(name):
    text = (tirek.TREE / "docs/operations.md").read_text().replace("\\\n", " ")
    commands = [
        line.split("apt-get install ", 1)[1].split() for line in text.splitlines() if "apt-get install " in line
    ]
    assert listed(name) in commands


def test_the_program_needs_no_library_beyond_the_list():
    """Every shared library of the program belongs to a package of run.txt, to Debian's base or to Swift."""
    shown = subprocess.run(["ldd", tirek.binary()], capture_output=True, text=True, check=True).stdout
    assert "not found" not in shown
    direct = subprocess.run(["readelf", "-d", tirek.binary()], capture_output=True, text=True, check=True).stdout
    paths = dict(re.findall(r"(\S+) => (/\S+)", shown))
    base = {"libc6", "libgcc-s1"}
    for name in re.findall(r"NEEDED.*\[(.+)\]", direct):
        if name not in paths or "/swift/" in paths[name]:
            continue  # Swift's own libraries are linked in statically where Tirek is shipped
        real = subprocess.run(["realpath", paths[name]], capture_output=True, text=True, check=True).stdout.strip()
        owner = subprocess.run(["dpkg", "-S", real], capture_output=True, text=True)
        if owner.returncode != 0:
            owner = subprocess.run(["dpkg", "-S", real.removeprefix("/usr")], capture_output=True, text=True)
        package = owner.stdout.split(":")[0]
        assert package in base | set(listed("run")), f"{name} comes from {package!r}"
