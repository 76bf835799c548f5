"""How the desk is used: signing in as each role, by keyboard, without scripts."""

import json
import re

import pytest

import tirek
from pages import NARROW, WIDE
from visiting import overflowing, screenshot

ROLES = ["operator", "caseworker", "lawyer", "coordinator", "manager", "auditor", "researcher", "administrator"]


@pytest.mark.parametrize("width", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_finds_its_way(stranger, accounts, role, width):
    visitor = stranger(viewport=width)
    visitor.sign_in(next(account for account in accounts if account.role == role))
    assert visitor.page.locator("h1:visible").count() == 1
    screenshot(visitor, "en", f"start-of-{role}")
    # What the navigation offers can be opened; nothing is offered that would be refused.
    addresses = visitor.page.eval_on_selector_all("nav a[href^='/']", "links => links.map(link => link.href)")
    assert addresses
    for address in dict.fromkeys(addresses):
        answer = visitor.page.goto(address)
        assert answer.status == 200, address
        assert not overflowing(visitor.page), address
    assert not visitor.troubles


def test_signing_in_needs_no_script(stranger, accounts):
    visitor = stranger(java_script_enabled=False)
    visitor.sign_in(accounts[0])
    assert visitor.page.locator("h1").count() == 1
    visitor.page.goto(visitor.address + "/account")
    assert "/sign-in" not in visitor.page.url


def test_a_wrong_password_is_told_at_the_form(stranger, accounts):
    visitor = stranger()
    visitor.page.goto(visitor.address + "/sign-in")
    form = visitor.page.locator("form:has(input[type=password])")
    form.locator("input[type=email]").fill(accounts[0].email)
    form.locator("input[type=password]").fill("certainly not it")
    form.locator("button[type=submit]:not(.sr), button:not([type])").first.click()
    visitor.page.locator("[role=alert], .notice, [aria-invalid=true]").first.wait_for()
    assert visitor.page.locator("input[type=email]").input_value() == accounts[0].email
    assert visitor.page.locator("input[type=password]").input_value() == ""


def test_slash_goes_to_the_search_box(visitors):
    page = open_start(visitors)
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.matches('input[type=search]')")
    assert page.evaluate("() => document.activeElement.value") == "", "the key itself is not typed"
    page.keyboard.type("a/b?")
    assert page.evaluate("() => document.activeElement.value") == "a/b?", "keys in a field are text"


def test_question_mark_shows_the_keys_and_escape_hides_them(visitors):
    page = open_start(visitors)
    shown = page.locator("kbd:visible")
    before = shown.count()
    page.keyboard.press("?")
    page.wait_for_function(
        "before => [...document.querySelectorAll('kbd')].filter(key => key.offsetParent || key.getClientRects().length)"
        ".length > before",
        arg=before,
    )
    page.keyboard.press("Escape")
    page.wait_for_function(
        "before => [...document.querySelectorAll('kbd')].filter(key => key.offsetParent || key.getClientRects().length)"
        ".length <= before",
        arg=before,
    )


@pytest.mark.parametrize(
    ("key", "path"),
    [("p", "/people"), ("h", "/hotline"), ("c", "/cases"), ("i", "/inbox"), ("n", "/network"), ("d", "/")],
)
def test_g_then_a_letter_goes_to_a_room(visitors, key, path):
    page = open_start(visitors, "/account")
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url(re.compile(re.escape(path) + "$"))


def test_the_start_page_is_my_day_for_those_who_work_with_cases(visitors):
    for role, has_day in [("operator", True), ("caseworker", True), ("manager", True), ("auditor", False)]:
        visitor = visitors(role)
        visitor.resize(WIDE)
        visitor.open("/")
        visitor.speak("en")
        heading = visitor.page.locator("h1").inner_text()
        assert ("My day" in heading) == has_day, f"{role}: {heading}"


def test_the_first_tab_stop_leads_to_the_content(visitors):
    page = open_start(visitors)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main" or page.evaluate(
        "() => document.querySelector(document.activeElement.getAttribute('href')).closest('main') !== null"
    )
    page.keyboard.press("Enter")


def test_focus_is_always_visible(visitors):
    page = open_start(visitors, "/people/new")
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const element = document.activeElement;
                if (element === document.body) return true;
                const style = getComputedStyle(element);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                    || style.boxShadow !== 'none';
            }"""
        )
        assert seen, page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)")


def test_an_empty_form_is_answered_at_its_fields(visitors):
    visitor = visitors("caseworker")
    visitor.open("/people/new")
    page = visitor.page
    page.evaluate("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    with page.expect_navigation() as navigation:
        page.locator(
            "main form[method=post] button[type=submit]:not(.sr), main form[method=post] button:not([type])"
        ).last.click()
    assert navigation.value.status == 422
    assert page.locator("[aria-invalid=true]").count() > 0
    assert page.evaluate(
        """() => [...document.querySelectorAll('[aria-invalid=true]')].every(field =>
            (field.getAttribute('aria-describedby') || '').split(' ').some(id => document.getElementById(id)))"""
    ), "each wrong field is described by its error"


def test_signing_out_ends_the_session(stranger, accounts):
    visitor = stranger()
    visitor.sign_in(accounts[0])
    page = visitor.page
    leave = page.locator("form[action*='sign-out'] button, form[action='/session'] button").first
    with page.expect_navigation():
        leave.evaluate("element => element.click()")
    page.goto(visitor.address + "/account")
    assert "/sign-in" in page.url


def test_stylesheet_and_scripts_are_small(server):
    client = tirek.Client(server.address)
    text = client.get("/sign-in").text
    sheets = re.findall(r'<link[^>]+href="(/[^"]+\.css)"', text)
    scripts = re.findall(r'<script[^>]+src="(/[^"]+\.js)"', text)
    assert len(sheets) == 1
    assert len(client.get(sheets[0]).body) < 25_000
    assert sum(len(client.get(script).body) for script in scripts) < 15_000
    for address in sheets + scripts:
        assert "immutable" in client.get(address).headers["Cache-Control"]


def test_the_browser_keeps_nothing(visitors):
    visitor = visitors("caseworker")
    visitor.open("/people/{person}")
    kept = visitor.page.evaluate("() => JSON.stringify([localStorage.length, sessionStorage.length])")
    assert json.loads(kept) == [0, 0]


def open_start(visitors, path="/"):
    visitor = visitors("caseworker")
    visitor.resize(WIDE)
    visitor.open(path)
    return visitor.page
