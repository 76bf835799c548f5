"""The fuzzing targets, which are no part of the package and which no other build would miss."""

import subprocess

import pytest

import tirek

ENGINE = sorted(str(each) for each in (tirek.TREE / "Sources/NameMatching").rglob("*.swift"))


@pytest.mark.parametrize("target", ["Folding", "Parsing", "Searching"])
def test_a_target_fits_the_engine(target):
    done = subprocess.run(
        [
            "swiftc", "-typecheck", "-parse-as-library", "-package-name", "tirek", "-module-name", f"Fuzzing{target}",
            "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny", *ENGINE,
            "Fuzzing/Finding.swift", f"Fuzzing/{target}.swift",
        ],
        cwd=tirek.TREE, capture_output=True, text=True, timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
