"""A real installation for the tests: a root key outside the data's file system, a database on either engine."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import tempfile
import uuid

import pytest

import killing
import tirek


@dataclasses.dataclass
class Installation:
    environment: dict[str, str]
    engine: str

    def run(self, *arguments, **options):
        return tirek.run(*arguments, environment_extra=self.environment, **options)

    def done(self, *arguments, **options) -> str:
        """Runs a command that must succeed and returns what it printed."""
        result = self.run(*arguments, **options)
        assert result.returncode == 0, f"tirek {' '.join(map(str, arguments))}: {result.returncode}\n{result.stderr}"
        return result.stdout


@pytest.fixture(scope="session")
def content_folder(tmp_path_factory):
    return killing.small_content(tmp_path_factory.mktemp("content"))


@pytest.fixture
def little_content(content_folder):
    """For tests that start hundreds of programs on a network that is there already: each reads a tenth of the content."""
    tirek.everywhere["TIREK_CONTENT_DIRECTORY"] = str(content_folder)
    yield
    del tirek.everywhere["TIREK_CONTENT_DIRECTORY"]


@pytest.fixture
def key_folder(tmp_path):
    """A folder in memory, on another file system than the data, as a root key needs."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tirek-key-", dir="/dev/shm"))
    assert folder.stat().st_dev != tmp_path.stat().st_dev, "the tests' data must not lie in /dev/shm"
    yield folder
    shutil.rmtree(folder)


def psql(url: str, statement: str):
    program = pathlib.Path(os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin")) / "psql"
    subprocess.run([program, "-qX", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", statement], check=True)


@pytest.fixture
def postgres_url():
    """An empty database of its own on the tests' PostgreSQL."""
    server = os.environ.get("TIREK_TEST_POSTGRES")
    if not server:
        assert not os.environ.get("TIREK_REQUIRE_POSTGRES"), "TIREK_TEST_POSTGRES is not set"
        pytest.skip("TIREK_TEST_POSTGRES is not set; script/test sets it")
    name = f"tirek_{uuid.uuid4().hex[:12]}"
    psql(server, f"CREATE DATABASE {name}")
    yield server.replace("/postgres?", f"/{name}?")
    psql(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def installation(request, tmp_path, key_folder):
    """An installation with a key and an empty database, on each engine in turn."""
    if request.param == "sqlite":
        url = f"sqlite://{tmp_path}/data/tirek.sqlite"
        (tmp_path / "data").mkdir()
    else:
        url = request.getfixturevalue("postgres_url")
    made = Installation(
        {
            "TIREK_DATABASE_URL": url,
            "TIREK_KEY_FILE": str(key_folder / "root.key"),
            "TIREK_STATE_DIRECTORY": str(tmp_path),
            "TIREK_CHECKPOINT_DIRECTORY": str(tmp_path / "checkpoints"),
            "TIREK_ERASURE_REGISTER": str(tmp_path / "erasure-register"),
        },
        request.param,
    )
    made.done("key", "new", key_folder / "root.key")
    return made
