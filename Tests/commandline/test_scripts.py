"""The two commands of the README: what they check before they begin, and that they are written soundly."""

import os
import pathlib
import shutil
import socket
import subprocess

import pytest

import tirek

SCRIPTS = ["script/server", "script/test", "script/bench", ".ci/run"]
TOOLS = ["bash", "dirname", "sed", "head", "cat", "grep", "id", "mkdir"]


def tool_folder(folder: pathlib.Path, swift: str | None) -> pathlib.Path:
    """A folder for PATH with a few tools and, if given, a swift that names this version."""
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    if swift:
        (folder / "swift").write_text(f"#!{shutil.which('bash')}\necho '{swift}'\n")
        (folder / "swift").chmod(0o755)
    return folder


def start(script: str, path: str, **extra) -> subprocess.CompletedProcess:
    return subprocess.run(
        [tirek.TREE / script],
        env={"PATH": path, "HOME": os.environ.get("HOME", "/")} | extra,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_run(script):
    assert os.access(tirek.TREE / script, os.X_OK)


def test_the_scripts_are_sound():
    files = [*SCRIPTS, *(str(path.relative_to(tirek.TREE)) for path in (tirek.TREE / "script/lib").glob("*.sh"))]
    result = subprocess.run(
        ["shellcheck", "-x", "-P", "SCRIPTDIR", *files], cwd=tirek.TREE, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("script", ["script/server", "script/test", "script/bench"])
@pytest.mark.parametrize(
    ("swift", "said"),
    [
        (None, "no swift was found"),
        ("Swift version 5.10.1 (swift-5.10.1-RELEASE)", "this is Swift 5.10"),
        ("Swift version 6.1 (swift-6.1-RELEASE)", "this is Swift 6.1"),
    ],
)
def test_a_missing_or_old_swift_is_told_in_one_line(script, swift, said, tmp_path):
    result = start(script, str(tool_folder(tmp_path / "tools", swift)), TIREK_PORT=str(tirek.free_port()))
    assert result.returncode == 1
    assert result.stdout == "" and result.stderr.count("\n") == 1
    assert "Tirek needs Swift 6.2 or newer" in result.stderr and said in result.stderr


def test_a_taken_port_is_told_in_one_line(tmp_path):
    tools = tool_folder(tmp_path / "tools", "Swift version 6.2 (swift-6.2-RELEASE)")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = start("script/server", str(tools), TIREK_PORT=str(taken.getsockname()[1]))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "TIREK_PORT=" in result.stderr


def test_a_port_must_be_a_number(tmp_path):
    tools = tool_folder(tmp_path / "tools", "Swift version 6.2 (swift-6.2-RELEASE)")
    result = start("script/server", str(tools), TIREK_PORT="eighty")
    assert result.returncode == 1 and "must be a number" in result.stderr


def test_the_readme_shows_both_commands_on_its_first_screen():
    first_screen = (tirek.TREE / "README.md").read_text().splitlines()[:40]
    assert any("script/server" in line for line in first_screen)
    assert any("script/test" in line for line in first_screen)
    assert any("docs/images/start.png" in line for line in first_screen)
