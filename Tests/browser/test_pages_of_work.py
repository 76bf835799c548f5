"""Pages that only show themselves in the middle of work, in three languages at both widths, as test_pages does."""

import re

import pytest

from pages import LANGUAGES, NARROW, WIDE
from playing import PATIENCE, Program, colleague, in_days, new_contact, unfold
from test_pages import barriers
from visiting import new_visitor, overflowing, screenshot

PAGES = {
    "day": ("operator", "/day"),
    "organization": ("operator", "/network/organizations/{clinic}"),
    "referral-sent": ("operator", "/referrals/{sent}"),
    "referral-received": ("clinic-lawyer", "/referrals/{sent}"),
    "referral-accepted": ("clinic-lawyer", "/referrals/{accepted}"),
    "referral-withdrawn": ("clinic-lawyer", "/referrals/{withdrawn}"),
    "case-shared": ("clinic-lawyer", "/cases/{case_accepted}"),
    "case-decision-due": ("clinic-lawyer", "/cases/{linked}"),
    "case-with-sharing": ("operator", "/cases/{case_accepted}"),
    "withdraw": ("operator", "/cases/{case_accepted}/consents/{consent}/withdraw"),
    "refer-with-consent": ("operator", "/cases/{case_ready}/refer"),
    "child-note": ("operator", "/cases/{case_ready}/entries/new?kind=child_note"),
    "alarm": ("operator", "/hotline/on-call"),
    "console-at-work": ("operator", "/hotline/drafts/{draft}"),
    "person-with-warnings": ("operator", "/people/{person}"),
}


@pytest.fixture(scope="module")
def work(browser, server, accounts):
    """Windows by colleague, and the ids of a piece of work in each of its states."""
    windows = {}
    for name in ("operator", "clinic-lawyer"):
        windows[name] = new_visitor(browser, server)
        windows[name].context.set_default_timeout(PATIENCE)
        windows[name].sign_in(colleague(accounts, name))
    yield windows, prepare(server, accounts, windows)
    for window in windows.values():
        window.context.close()


def prepare(server, accounts, windows) -> dict[str, str]:
    program = Program(server, colleague(accounts, "operator"))
    clinic = Program(server, colleague(accounts, "clinic-lawyer"))
    ids = {"clinic": clinic.account.organization_id}
    ids["person"] = program.person(
        "Абдыкалыкова", "Мээрим", birthDate=f"{in_days(0).year - 16}-06-01", birthEstimated=True, sex="female",
        citizenship="KG", marks=["asylum"], wishes={"womanLawyer": True, "doNotTellMyState": True},
        safeContact={
            "codeWord": "кайыңды", "neverLeaveMessage": True, "neutralSender": True, "from": "20:00", "until": "22:00",
        },
    )
    adult = program.person("Абдыкалыкова", "Зейнеп", birthDate="1984-02-11", phones=["+996700112233"])

    def case(state: str) -> tuple[str, str]:
        made = program.post(
            "cases",
            {"personId": adult, "problems": ["unpaid_wages", "documents_withheld"], "summary": f"Айлык жок ({state})",
             "situation": "Паспорту бригадирде, кайда жашаганы белгисиз"},
        )["id"]
        consent = program.post(
            f"cases/{made}/consents",
            {"recipientOrganizationId": ids["clinic"], "purpose": "legal_aid", "scope": "full", "language": "ky",
             "method": "verbal", "expiresOn": in_days(60).isoformat()},
        )["id"]
        return made, consent

    def referral(state: str) -> tuple[str, str, str]:
        made, consent = case(state)
        asked = {"organizationId": ids["clinic"], "consentId": consent, "note": "Жардам керек",
                 "wishes": ["woman_lawyer"], "urgency": "urgent"}
        return made, consent, program.post(f"cases/{made}/referrals", asked)["id"]

    ids["case_ready"], _ = case("даяр")
    _, _, ids["sent"] = referral("жөнөтүлдү")
    ids["case_accepted"], ids["consent"], ids["accepted"] = referral("кабыл алынды")
    clinic.post(f"referrals/{ids['accepted']}/accept", {})
    withdrawn, consent, ids["withdrawn"] = referral("кайра алынды")
    clinic.post(f"referrals/{ids['withdrawn']}/accept", {})
    ids["linked"] = clinic.get("cases")["items"][0]["id"]
    withdraw_by_hand(windows["operator"], withdrawn, consent)
    ids["draft"] = console_at_work(windows["operator"])
    return ids


def withdraw_by_hand(window, case: str, consent: str):
    window.open(f"/cases/{case}/consents/{consent}/withdraw")
    page = window.page
    if page.locator("input[name=deadlinesSaid]").count():
        page.locator("input[name=deadlinesSaid]").check()
    with page.expect_navigation():
        page.locator("form[action$='/withdraw'] button.destructive").click()


def console_at_work(window) -> str:
    """A contact with problems, questions, candidates, a return code and an open alarm."""
    window.open("/hotline")
    page = window.page
    contact = new_contact(page)
    page.keyboard.press("1")
    page.locator("#f-problems").fill("айлык")
    page.locator("#f-problems").press("Enter")
    page.locator("#part-problems input[type=checkbox]").first.wait_for(state="attached")
    page.locator("#f-place").fill("Екатеринбург")
    page.locator("#f-who").fill("Абдыкалыкова")
    page.locator("#part-who-is-it .pick").first.wait_for()
    with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
        page.locator("#part-who-is-it .pick").first.click()
    page.locator("#f-summary").fill("Үч айдан бери айлык жок")
    with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
        page.locator("input[name=outcome][value=call_back]").locator("xpath=..").click()
    unfold(page.locator("#f-urgency")).select_option("urgent")
    with page.expect_navigation():
        page.locator("#console button[formaction$='/hotline/on-call/alarm']").click()
    return contact


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_work(work, name, language):
    windows, ids = work
    role, path = PAGES[name]
    visitor = windows[role]
    visitor.resize(WIDE)
    answer = visitor.open(path.format(**ids))
    assert answer.status == 200
    visitor.speak(language)
    page = visitor.page
    assert page.locator("h1:visible").count() == 1
    words = page.locator("main").inner_text()
    assert not re.findall(r"\b[a-z]+_[a-z_]+\b", words), "codes are no words"
    # A text that nobody translated shows as its key.
    assert not re.findall(r"\b[a-z]+(?:\.[a-z][A-Za-z]+){2,}\b", words)
    assert not visitor.troubles
    problems = []
    for size in (WIDE, NARROW):
        visitor.resize(size)
        screenshot(visitor, language, f"work-{name}")
        problems += [f"at {size[0]} px sticks out: {piece}" for piece in overflowing(page)]
        problems += [f"at {size[0]} px: {barrier}" for barrier in barriers(page)]
    assert not problems, "\n".join(problems)
