"""Chromium, and one signed-in visitor for each role."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from visiting import Visitor, new_visitor


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    assert program, "Chromium is missing; script/test installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def visitors(browser, server, accounts):
    """A function from a role (None: a stranger) to its window; signed in once and kept for the whole run."""
    kept: dict[str | None, Visitor] = {}

    def visitor(role: str | None) -> Visitor:
        if role not in kept:
            made = new_visitor(browser, server)
            if role is not None:
                made.sign_in(next(account for account in accounts if account.role == role))
            kept[role] = made
        return kept[role]

    yield visitor
    for made in kept.values():
        made.context.close()


@pytest.fixture
def stranger(browser, server):
    """A function that opens a new window nobody has signed in to; closed after the test."""
    opened = []

    def visitor(**options) -> Visitor:
        opened.append(new_visitor(browser, server, **options))
        return opened[-1]

    yield visitor
    for made in opened:
        made.context.close()
