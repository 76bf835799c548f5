"""What every command says about itself, and how it refuses."""

import json
import stat

import pytest

import tirek

COMMANDS = [
    ["serve"],
    ["migrate"],
    ["demo"],
    ["user"],
    ["user", "add"],
    ["user", "list"],
    ["organization"],
    ["organization", "add"],
    ["organization", "list"],
    ["names"],
    ["names", "weights"],
    ["journal"],
    ["journal", "verify"],
    ["backup"],
    ["restore"],
    ["key"],
    ["key", "new"],
    ["key", "recover"],
]

ROLES = {
    "operator",
    "caseworker",
    "lawyer",
    "coordinator",
    "manager",
    "auditor",
    "researcher",
    "administrator",
}


def test_help_names_every_command():
    result = tirek.run("--help")
    assert result.returncode == 0
    for command in COMMANDS:
        assert command[0] in result.stdout
    assert "Exit codes" in result.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_command_explains_itself(command):
    result = tirek.run(*command, "--help")
    assert result.returncode == 0
    assert "OVERVIEW:" in result.stdout and "USAGE: tirek " + " ".join(command) in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("command", [["nonsense"], ["serve", "--nonsense"], ["backup"], ["user", "add"]], ids=" ".join)
def test_wrong_usage_ends_with_64(command):
    result = tirek.run(*command)
    assert result.returncode == 64
    assert "Error:" in result.stderr and result.stdout == ""


def test_a_missing_setting_is_named():
    result = tirek.run("serve")
    assert result.returncode == 78
    assert result.stderr.count("\n") == 1 and "TIREK_DATABASE_URL" in result.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TIREK_DATABASE_URL", "mysql://elsewhere"),
        ("TIREK_DATABASE_URL", "sqlite://relative/path"),
        ("TIREK_PORT", "eighty"),
        ("TIREK_PORT", "70000"),
        ("TIREK_READERS", "0"),
        ("TIREK_ERASURE_REGISTER", ""),
    ],
)
def test_a_wrong_setting_is_named(setting, value, tmp_path):
    settings = {
        "TIREK_DATABASE_URL": f"sqlite://{tmp_path}/t.sqlite",
        "TIREK_KEY_FILE": "/dev/shm/none",
        "TIREK_ERASURE_REGISTER": str(tmp_path / "erasure-register"),
    }
    result = tirek.run("serve", environment_extra=settings | {setting: value})
    assert result.returncode == 78
    assert setting in result.stderr and result.stderr.count("\n") == 1


def test_an_unreachable_database_ends_with_69(key_folder):
    key = key_folder / "root.key"
    assert tirek.run("key", "new", key).returncode == 0
    result = tirek.run(
        "migrate",
        environment_extra={
            "TIREK_DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing?connect_timeout=2",
            "TIREK_KEY_FILE": str(key),
            "TIREK_ERASURE_REGISTER": str(key_folder / "erasure-register"),
        },
    )
    assert result.returncode == 69
    assert result.stderr.startswith("tirek: ")


def test_demo_prints_an_account_of_every_role(accounts):
    assert {account.role for account in accounts} == ROLES
    assert len({account.email for account in accounts}) == len(accounts)
    for account in accounts:
        assert len(account.password) >= 10
        assert tirek.UUID.fullmatch(account.organization_id)


def test_demo_leaves_an_existing_network_alone(tmp_path):
    first = tirek.run("demo", "--directory", tmp_path / "demo", "--people", 5, "--json", timeout=300)
    assert first.returncode == 0, first.stderr
    for line in first.stdout.splitlines():
        assert set(json.loads(line)) == {"email", "password", "role", "organization", "organizationId"}
    key = (tmp_path / "demo/root.key").read_bytes()
    second = tirek.run("demo", "--directory", tmp_path / "demo", "--people", 5, "--json", timeout=300)
    assert second.returncode == 0, second.stderr
    assert (tmp_path / "demo/root.key").read_bytes() == key
    assert second.stdout in ("", first.stdout)


def test_what_demo_writes_is_for_its_owner_only(demonstration):
    for path in demonstration[0].rglob("*"):
        if path.is_file() and path.name == "root.key":
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_configuration_comes_from_flag_then_environment_then_file(tmp_path, demonstration):
    file_port, environment_port, flag_port = tirek.free_port(), tirek.free_port(), tirek.free_port()
    file = tmp_path / "tirek.conf"
    file.write_text(f"# a comment\n\nTIREK_PORT={file_port}\n")
    directory = demonstration[0]

    def answers(arguments, environment, port):
        server = tirek.Server("serve", "--demo", directory, *arguments, port=port)
        server.arguments = ["serve", "--demo", str(directory), *map(str, arguments)]
        # The demonstration's own state belongs to the server that the other tests share.
        server.environment |= environment | {"TIREK_STATE_DIRECTORY": str(tmp_path)}
        server.start()
        assert server.stop() == 0

    answers(["--configuration", file], {}, file_port)
    answers(["--configuration", file], {"TIREK_PORT": str(environment_port)}, environment_port)
    answers(["--configuration", file, "--port", flag_port], {"TIREK_PORT": str(environment_port)}, flag_port)
