"""Every page, in every language, at both widths: nothing sticks out, nothing breaks, everybody can use it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import tirek
from pages import LANGUAGES, NARROW, PAGES, WIDE
from visiting import overflowing, screenshot

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def barriers(page) -> list[str]:
    """What axe calls serious or critical, with the first place of each."""
    found = Axe().run(page, options=RULES | {"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:160]} ({len(rule['nodes'])} places)"
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_a_page(visitors, entry, language):
    visitor = visitors(entry.role)
    visitor.resize(WIDE)
    answer = visitor.open(entry.path)
    assert answer.status == entry.status
    visitor.speak(language)

    page = visitor.page
    assert page.locator("h1:visible").count() == 1
    assert page.title().strip()
    # A text that nobody translated shows as its key, such as "people.list.title".
    assert not page.evaluate(
        r"() => (document.body.innerText.match(/\b[a-z]+(\.[a-z][A-Za-z]+){2,}\b/g) || []).filter(t => !/example|tirek\./.test(t))"
    )
    assert not visitor.troubles

    problems = []
    for width_and_height in (WIDE, NARROW):
        visitor.resize(width_and_height)
        screenshot(visitor, language, entry.name)
        problems += [f"at {width_and_height[0]} px sticks out: {piece}" for piece in overflowing(page)]
        problems += [f"at {width_and_height[0]} px: {barrier}" for barrier in barriers(page)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", ["start", "people", "person", "case", "console", "statistics", "gallery"])
def test_a_page_in_the_dark(visitors, name):
    entry = next(entry for entry in PAGES if entry.name == name)
    visitor = visitors(entry.role)
    visitor.page.emulate_media(color_scheme="dark")
    try:
        visitor.resize(WIDE)
        visitor.open(entry.path)
        screenshot(visitor, "dark", entry.name)
        assert visitor.page.evaluate("() => getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
        assert not barriers(visitor.page)
    finally:
        visitor.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("path", ["/people/{person}", "/cases/{case}/print"])
def test_print_leaves_the_navigation_out(visitors, path):
    visitor = visitors("caseworker")
    visitor.open(path)
    visitor.page.emulate_media(media="print")
    try:
        assert visitor.page.locator("nav:visible").count() == 0
        assert visitor.page.locator("h1").is_visible()
    finally:
        visitor.page.emulate_media(media="screen")


def test_nothing_sticks_out_with_very_long_names(visitors, server, accounts):
    client = tirek.Client(server.address)
    account = next(account for account in accounts if account.role == "caseworker")
    names = [{"family": "Ө" * 80, "given": "Wolfeschlegelsteinhausenbergerdorff" * 2}]
    made = client.post_json("/api/v1/people", {"names": names}, client.api_token(account))
    assert made.status == 201, made.text
    visitor = visitors("caseworker")
    visitor.resize(NARROW)
    for path in (f"/people/{made.json()['id']}", "/people"):
        visitor.open(path)
        assert not overflowing(visitor.page), path
