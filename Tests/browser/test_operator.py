"""The operator at work: the key sequence of docs/hotline.md, drafts that survive, colleagues, announced calls."""

import os
import re
import time

import pytest

import tirek
from playing import (
    PATIENCE,
    Program,
    colleague,
    come,
    focused,
    go,
    id_in,
    new_contact,
    press_button,
    submit_of,
    until,
    wait_for_focus,
    wait_until_found,
)
from visiting import new_visitor, overflowing, screenshot

#: How many people the desk knows; the bench has 50,000.
PEOPLE = int(os.environ.get("TIREK_BENCH_PEOPLE", "3000"))
#: Between two keys, in milliseconds: somebody who types while listening.
PACE = 150


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A network with many people: its server and its accounts."""
    directory = tmp_path_factory.mktemp("crowd") / "demo"
    sizes = ("--people", PEOPLE, "--contacts", 300, "--cases", 60)
    made = tirek.run("demo", "--directory", directory, *sizes, "--json", timeout=1800)
    assert made.returncode == 0, made.stderr
    accounts = tirek.accounts_from(made.stdout)
    log = tmp_path_factory.mktemp("crowd-server") / "server.log"
    with tirek.Server("serve", "--demo", directory, log=log) as running:
        yield running, accounts


@pytest.fixture
def desk(browser, crowd):
    """A function that opens a window of the crowd's server for a colleague by name; closed after the test."""
    opened = []

    def window(name: str, language: str | None = None, **options):
        def visitor(**options):
            opened.append(new_visitor(browser, crowd[0], **options))
            return opened[-1]

        return come(visitor, colleague(crowd[1], name), language, **options)

    yield window
    for made in opened:
        made.context.close()


@pytest.fixture
def program(crowd):
    return Program(crowd[0], colleague(crowd[1], "operator"))


class Keys:
    """Types as somebody who listens at the same time: a key every 150 ms."""

    def __init__(self, page):
        self.page = page
        self.pressed = 0

    def press(self, *keys: str):
        for key in keys:
            self.page.wait_for_timeout(PACE)
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text: str):
        for letter in text:
            self.page.wait_for_timeout(PACE)
            self.page.keyboard.type(letter)
            self.pressed += 1


def contact_of(program: Program, contact: str):
    return program.get(f"contacts/{contact}")


def wait_until_kept(page):
    """Until the console says that the draft is on the server."""
    page.wait_for_function("() => document.getElementById('console-state').textContent !== ''", timeout=PATIENCE)


def saved(page):
    page.wait_for_url(re.compile(r"/hotline\?done=saved"))


def test_a_misspelt_repeat_caller_among_many(desk, program):
    """The seven steps of docs/hotline.md, with no key more; the person is found and picked by keyboard alone."""
    code_word = "көк бөрү"
    person = program.person(
        "Байтемирова", "Айжамал", birthDate="1988-03-02", sex="female", citizenship="KG",
        safeContact={"codeWord": code_word},
    )
    # Others of nearly the same name, so that picking matters.
    for family, given in [("Байтемиров", "Айбек"), ("Бектемирова", "Айжамал"), ("Байтемирова", "Жамал")]:
        program.person(family, given, birthDate="1979-01-01")
    wait_until_found(program, "Байтемирова Айжамал", person)

    visitor = desk("operator", "ky")
    page = go(visitor, "/hotline")
    keys = Keys(page)
    began = time.monotonic()
    keys.press("n")
    page.wait_for_function("() => document.activeElement && document.activeElement.name === 'language'")
    contact = id_in(page.url)
    keys.press("1")
    keys.type("айлык")
    keys.press("Enter")
    page.locator("#part-problems input[value=unpaid_wages]").first.wait_for(state="attached")
    keys.press("Alt+w")
    assert focused(page) == "f-who"
    keys.type("Baitemerova Aijamal")
    wanted = f"#part-who-is-it .pick[value='pick:{person}']"
    page.locator(wanted).wait_for()
    rank = page.locator("#part-who-is-it .pick").evaluate_all(
        "(picks, value) => picks.findIndex(pick => pick.value === value)", f"pick:{person}"
    )
    assert rank == 0, f"the caller stands in place {rank + 1}"
    keys.press("ArrowDown", "Enter")
    wait_for_focus(page, "#f-claim\\.codeWord")
    assert page.locator(f"#member-{person} .error").is_visible(), "nothing may be said yet"
    keys.type(code_word)
    keys.press("Enter")
    page.locator(f"#member-{person} .badge.done").wait_for()
    keys.press("Alt+s")
    assert focused(page) == "f-summary"
    keys.type("Үч ай айлык жок, Подольск")
    keys.press("Control+Enter")
    saved(page)
    took = time.monotonic() - began

    kept = contact_of(program, contact)
    assert kept["language"] == "ky"
    assert kept["problems"] == ["unpaid_wages"]
    assert [member["personId"] for member in kept["persons"]] == [person]
    assert kept["persons"][0]["check"] == "code_word"
    print(f"{PEOPLE} people: {keys.pressed} keys in {took:.1f} s, of it {keys.pressed * PACE / 1000:.1f} s of typing")
    assert took < 45
    page = go(visitor, f"/people/{person}")
    assert page.locator(f"a[href='/hotline/contacts/{contact}']").count() >= 1
    assert not visitor.troubles


def test_an_information_call_takes_five_keys(desk, program):
    visitor = desk("operator")
    page = go(visitor, "/hotline")
    keys = Keys(page)
    keys.press("n")
    page.wait_for_function("() => document.activeElement && document.activeElement.name === 'language'")
    contact = id_in(page.url)
    keys.press("2")
    assert focused(page) == "f-problems"
    keys.press("Enter")
    # Ctrl and Enter are two keys: n, 2, Enter, Ctrl, Enter.
    keys.press("Control+Enter")
    saved(page)
    assert keys.pressed + 1 == 5
    kept = contact_of(program, contact)
    assert (kept["language"], kept["outcome"], kept["channel"]) == ("ru", "advised", "phone")
    assert kept["problems"] == ["information"]
    assert page.locator("#today tbody tr").first.locator(f"a[href='/hotline/contacts/{contact}']").count() == 1
    # The same contact again is the same contact: going back and saving once more adds nothing.
    assert page.context.request.get(f"{visitor.address}/hotline/drafts/{contact}").url.endswith(
        f"/hotline/contacts/{contact}"
    )


def test_what_was_typed_survives_reload_and_the_end_of_the_browser(desk):
    visitor = desk("operator")
    page = go(visitor, "/hotline")
    contact = new_contact(page)
    page.keyboard.press("2")
    page.locator("#f-summary").fill("Полицейские забрали патент")
    page.locator("#f-callerNumber").fill("+79161234567")
    wait_until_kept(page)
    page.reload()
    assert page.locator("#f-summary").input_value() == "Полицейские забрали патент"
    assert page.locator("#f-callerNumber").input_value() == "+79161234567"
    assert page.locator("input[name=language][value=ru]").is_checked()

    # Typed within the last three seconds, and the page is left at once.
    page.locator("#f-summary").fill("Полицейские забрали патент и деньги")
    page.goto(f"{visitor.address}/hotline")
    until(
        "the last words are kept",
        lambda: "и деньги"
        in visitor.context.request.get(f"{visitor.address}/hotline/drafts/{contact}").text(),
    )
    # Another browser, after the first has died: the list of open contacts leads back.
    visitor.page.close()
    again = desk("operator")
    page = go(again, "/hotline")
    press_button(page, page.locator(f"#drafts a[href='/hotline/drafts/{contact}']"))
    assert page.locator("#f-summary").input_value() == "Полицейские забрали патент и деньги"


def test_nothing_is_kept_in_the_browser(desk):
    visitor = desk("operator")
    page = go(visitor, "/hotline")
    new_contact(page)
    page.locator("#f-summary").fill("Тайна")
    wait_until_kept(page)
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_a_colleague_goes_on_with_a_parked_contact(desk, program):
    first = desk("operator")
    page = go(first, "/hotline")
    contact = new_contact(page)
    page.keyboard.press("3")
    page.locator("#f-summary").fill("Дар хоҷагӣ кор мекунад, маош намедиҳанд")
    wait_until_kept(page)

    # While somebody is at work on it, nobody else writes into it.
    second = desk("operator3", "ru")
    page = go(second, f"/hotline/drafts/{contact}")
    assert page.locator("#console").count() == 0
    press_button(page, submit_of(page, f"/hotline/drafts/{contact}/take"))
    assert page.locator("#console").count() == 0

    press_button(first.page, first.page.locator("#console button[name=do][value=park]"))
    assert first.page.locator("#drafts").get_by_text("маош").count() >= 1
    page = go(second, "/hotline")
    press_button(page, submit_of(page, f"/hotline/drafts/{contact}/take"))
    assert page.locator("#f-summary").input_value() == "Дар хоҷагӣ кор мекунад, маош намедиҳанд"
    assert page.locator("input[name=language][value=tg]").is_checked()

    # The first one's old window doesn't write over it.
    page.locator("#f-problems").focus()
    page.keyboard.type("маош", delay=PACE)
    page.keyboard.press("Enter")
    page.locator("#part-problems input[name=problems]").first.wait_for(state="attached")
    answer = first.context.request.get(f"{first.address}/hotline/drafts/{contact}")
    assert 'id="console"' not in answer.text()
    page.locator("#f-summary").press("Control+Enter")
    saved(page)
    assert contact_of(program, contact)["language"] == "tg"
    # Nobody outside the organisation opens it.
    stranger = desk("north-operator")
    assert stranger.context.request.get(f"{stranger.address}/hotline/contacts/{contact}").status == 404


def test_two_operators_at_once_save_their_own(desk, program):
    windows = [desk("operator"), desk("operator2", "ky")]
    contacts = []
    for visitor in windows:
        page = go(visitor, "/hotline")
        contacts.append(new_contact(page))
    for index, visitor in enumerate(windows):
        page = visitor.page
        page.keyboard.press("2" if index == 0 else "1")
        wait_for_focus(page, "#f-problems")
        page.keyboard.press("Enter")
        page.locator("#f-summary").fill(f"Вопрос {index}")
    for visitor in windows:
        visitor.page.locator("#f-summary").press("Control+Enter")
    for visitor in windows:
        saved(visitor.page)
    assert contacts[0] != contacts[1]
    assert [contact_of(program, contact)["language"] for contact in contacts] == ["ru", "ky"]
    numbers = {str(contact_of(program, contact)["number"]) for contact in contacts}
    assert len(numbers) == 2


def test_two_contacts_of_one_operator_stay_apart(desk):
    visitor = desk("operator2", "ru")
    page = go(visitor, "/hotline")
    first = new_contact(page)
    page.locator("#f-summary").fill("Первый разговор")
    wait_until_kept(page)
    page.evaluate("() => document.activeElement.blur()")
    second = new_contact(page)
    assert first != second
    page.locator("#f-summary").fill("Второй разговор")
    wait_until_kept(page)
    press_button(page, page.locator(f".console-bar a[href='/hotline/drafts/{first}']"))
    assert page.locator("#f-summary").input_value() == "Первый разговор"
    press_button(page, page.locator(f".console-bar a[href='/hotline/drafts/{second}']"))
    assert page.locator("#f-summary").input_value() == "Второй разговор"


def test_an_announced_call_appears_and_is_taken(desk, program):
    number = "+996555765432"
    person = program.person("Токтобекова", "Нурзат", phones=[number], safeContact={"codeWord": "алма"})
    wait_until_found(program, "Токтобекова", person)
    visitor, other = desk("operator"), desk("operator2", "ru")
    page = go(visitor, "/hotline")
    go(other, "/hotline")
    call = {"callId": f"{time.time():.2f}", "from": number, "to": "+73432000000", "line": "main", "event": "ringing"}
    announced = program.post("telephony/calls", call)["id"]
    shown = page.locator(f"#calls .call[data-call='{announced}']")
    shown.wait_for(timeout=PATIENCE)
    other.page.locator(f"#calls .call[data-call='{announced}']").wait_for(timeout=PATIENCE)
    assert number in shown.inner_text()
    assert "Токтобекова" not in page.content(), "a number that rings is not a person"
    screenshot(visitor, "en", "operator-call")
    # Saying the same again changes nothing.
    assert program.post("telephony/calls", call)["id"] == announced
    assert page.locator("#calls .call").count() == 1

    press_button(page, shown.locator("button:not(.sr)").last)
    assert announced in page.url
    assert page.locator("#f-callerNumber").input_value() == number
    page.locator(f"#part-who-is-it .pick[value='pick:{person}']").wait_for()
    other.page.locator(f"#calls .call[data-call='{announced}']").wait_for(state="detached", timeout=PATIENCE)
    program.post("telephony/calls", call | {"event": "ended"})
    page.locator("#f-problems").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    saved(page)
    assert contact_of(program, announced)["id"] == announced
    # A practice organisation takes no calls, and a stranger announces none.
    refused = program.client.post_json("/api/v1/telephony/calls", call)
    assert refused.status == 401


def test_what_cannot_be_saved_is_said_and_kept(desk):
    """A call-back without an hour, and a contact without a problem: told at the field, nothing lost."""
    visitor = desk("operator2", "ky")
    page = go(visitor, "/hotline")
    new_contact(page)
    page.locator("#f-summary").fill("Кайра чалуу керек")
    with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
        page.locator("input[name=outcome][value=call_back]").locator("xpath=..").click()
    page.locator("#f-dueDay").wait_for()
    with page.expect_navigation():
        page.locator("#f-summary").press("Control+Enter")
    assert "/hotline/drafts/" in page.url
    assert page.locator("#console .error, [aria-invalid=true]").count() >= 2
    assert page.locator("#f-summary").input_value() == "Кайра чалуу керек"
    assert page.locator("input[name=outcome][value=call_back]").is_checked()
    assert not overflowing(page)


def test_the_console_works_without_scripts(desk, program):
    visitor = desk("operator", java_script_enabled=False)
    page = visitor.page
    page.goto(f"{visitor.address}/hotline/contacts/new")
    contact = id_in(page.url)
    page.locator("#f-problems").fill("зарплат")
    press_button(page, page.locator("#console button[name=do][value=look]"))
    press_button(page, page.locator("#part-found .pick[value='problem:unpaid_wages']"))
    page.locator("#f-summary").fill("Не платят")
    press_button(page, page.locator("#console button[name=do][value=save]"))
    assert "done=saved" in page.url
    assert contact_of(program, contact)["problems"] == ["unpaid_wages"]
