"""Fixtures that the command-line and the browser tests share."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))

import tirek  # noqa: E402  (the path above comes first)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """A fresh demonstration network: its folder and its accounts."""
    directory = tmp_path_factory.mktemp("demonstration") / "demo"
    return directory, tirek.make_demonstration(directory)


@pytest.fixture(scope="session")
def accounts(demonstration):
    return demonstration[1]


@pytest.fixture(scope="session")
def server(demonstration, tmp_path_factory):
    """A server on the demonstration network, shared by the tests of one run."""
    log = tmp_path_factory.mktemp("server") / "server.log"
    with tirek.Server("serve", "--demo", demonstration[0], log=log) as running:
        yield running
