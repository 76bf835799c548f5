"""One woman recorded twice: suspected, compared, merged by keyboard on a small screen, found once, and taken apart again."""

import re

from pages import NARROW
from playing import Program, colleague, come, go, id_in, press_button, until, wait_until_found
from visiting import overflowing, size

BORN = "1984-03-09"
PASSPORT = [{"type": "passport", "number": "AC7654321"}]


def twice(program: Program) -> tuple[str, str, str]:
    """Her two records, the second with a case; returns both ids and the case's."""
    first = program.person("Жээнбекова", "Назгүл", birthDate=BORN, documents=PASSPORT, phones=["+996700432101"])
    second = program.person("Jeenbekova", "Nazgul", birthDate=BORN, documents=PASSPORT, notes="Кечинде чалгыла")
    case = program.post("cases", {"personId": second, "problems": ["unpaid_wages"]})["id"]
    for person in (first, second):
        wait_until_found(program, "Jeenbekova", person)
    return first, second, case


def compare_link(first: str, second: str) -> str:
    return f"a[href*='/people/duplicates/'][href*='{first}'][href*='{second}']"


def test_a_duplicate_is_merged_and_taken_apart(stranger, server, accounts):
    account = colleague(accounts, "operator")
    program = Program(server, account)
    visitor = come(stranger, account, "en")
    first, second, case = twice(program)

    # The queue offers the pair, with its reasons; on a telephone it fits.
    visitor.page.set_viewport_size(size(NARROW))
    page = go(visitor, "/people")
    press_button(page, page.locator("a[href='/people/duplicates']"))
    link = page.locator(compare_link(first, second))
    until("the pair is suspected", lambda: page.reload() and link.count() == 1)
    assert "document" in page.locator("main").inner_text().lower()
    assert not overflowing(page)
    press_button(page, link)

    # Both records side by side, differences in bold.
    assert page.locator("table strong").count() > 0
    assert not overflowing(page)

    # By keyboard alone: the first record stays, the names of the second come first.
    page.locator(f"input[name=keep][value='{first}']").focus()
    page.keyboard.press("Space")
    side = "first" if first in page.url.split("/")[-2] else "second"
    page.locator(f"input[name='choice.name'][value='{'second' if side == 'first' else 'first'}']").focus()
    page.keyboard.press("Space")
    merge = page.locator("form[action$='/merge'] button.primary")
    merge.focus()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    assert id_in(page.url) == first
    assert "Jeenbekova" in page.locator("h1").inner_text()
    assert page.locator(f"a[href='/cases/{case}']").count() == 1
    assert not overflowing(page)

    # The other one is found by no spelling, and its address leads here.
    for spelling in ("Jeenbekova", "Жээнбекова", "AC7654321", "Кечинде"):
        assert second not in program.found(spelling), spelling
    go(visitor, f"/people/{second}")
    assert id_in(page.url) == first

    # Undone from the same page: both are there again, the case is the second one's.
    press_button(page, page.locator(f"a[href='/people/{first}/unmerge']"))
    assert not overflowing(page)
    press_button(page, page.locator("form[action$='/unmerge'] button.primary"))
    assert "Жээнбекова" in page.locator("h1").inner_text()
    wait_until_found(program, "Jeenbekova", second)
    go(visitor, f"/people/{second}")
    assert id_in(page.url) == second
    assert page.locator(f"a[href='/cases/{case}']").count() == 1

    # Two persons after all: the pair is offered no more, until that is taken back.
    go(visitor, f"/people/duplicates/{first}/{second}")
    press_button(page, page.locator("form[action$='/distinct'] button[value=note]"))
    assert page.locator(compare_link(first, second)).count() == 0
    go(visitor, f"/people/duplicates/{first}/{second}")
    assert page.locator("form[action$='/merge']").count() == 0
    press_button(page, page.locator("form[action$='/distinct'] button[value=clear]"))
    assert page.locator("form[action$='/merge']").count() == 1
    assert not visitor.troubles


def test_it_works_without_a_script(stranger, server, accounts):
    account = colleague(accounts, "operator")
    program = Program(server, account)
    first = program.person("Садыркулов", "Тилек", birthDate=BORN)
    second = program.person("Sadyrkulov", "Tilek", birthDate=BORN)
    visitor = come(stranger, account, java_script_enabled=False)
    page = go(visitor, f"/people/duplicates/{first}/{second}")
    page.locator(f"input[name=keep][value='{second}']").check()
    press_button(page, page.locator("form[action$='/merge'] button.primary"))
    assert re.search(second, page.url)
    press_button(page, page.locator(f"a[href='/people/{second}/unmerge']"))
    press_button(page, page.locator("form[action$='/unmerge'] button.primary"))
    go(visitor, f"/people/{first}")
    assert id_in(page.url) == first


def test_who_was_said_to_be_somebody_else_while_registering_is_not_suspected(stranger, server, accounts):
    account = colleague(accounts, "operator")
    program = Program(server, account)
    known = program.person("Турдубаева", "Миргүл", birthDate=BORN)
    wait_until_found(program, "Turdubaeva", known)
    visitor = come(stranger, account, "en")
    page = go(visitor, "/people/new")
    page.locator("input[name='names.0.family']").fill("Turdubaeva")
    page.locator("input[name='names.0.given']").fill("Mirgul")
    for name, value in (("birthDay", "9"), ("birthMonth", "3"), ("birthYear", "1984")):
        field = page.locator(f"[name='{name}']")
        field.select_option(value) if field.evaluate("field => field.tagName") == "SELECT" else field.fill(value)
    save = page.locator("main form[method=post] button.primary")
    with page.expect_navigation() as answered:
        save.click()
    assert answered.value.status == 422
    assert page.locator(f"a[href='/people/{known}']").count() == 1, "the known one is offered"
    assert page.locator("input[name='names.0.family']").input_value() == "Turdubaeva"
    page.locator("input[name=confirmed]").check()
    press_button(page, save)
    new = id_in(page.url)
    assert new != known

    # It is known of both that they are two persons, so nobody is asked again.
    wait_until_found(program, "Turdubaeva", new)
    go(visitor, "/people/duplicates")
    assert page.locator(compare_link(known, new)).count() + page.locator(compare_link(new, known)).count() == 0
    go(visitor, f"/people/duplicates/{known}/{new}")
    assert page.locator("form[action$='/distinct'] button[value=clear]").count() == 1
