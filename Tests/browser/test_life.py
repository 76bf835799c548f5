"""A whole life: from a call in Kyrgyz to a case, a referral, an outcome, a figure, and a withdrawal."""

import re

import pytest

import tirek
from playing import (
    Program,
    colleague,
    come,
    go,
    id_in,
    in_days,
    new_contact,
    press_button,
    submit_of,
    unfold,
    until,
    wait_for_focus,
    wait_until_found,
)
from visiting import overflowing, screenshot

CODE_WORD = "ак тулпар"
SECRET = "Бригадир паспортту сейфте кармап, 412 000 рублди бербей жатат"
CALL = "Үч айдан бери айлык жок, паспорту бригадирде"
PHONE = "+996555414243"


@pytest.fixture
def story(server, accounts):
    """Somebody who called before, recorded as a colleague once heard the name."""
    operator = Program(server, colleague(accounts, "operator"))
    person = operator.person(
        "Чынгышбаева",
        "Жыпаргүл",
        sex="female",
        citizenship="KG",
        birthDate="1991-05-17",
        phones=[PHONE],
        safeContact={"codeWord": CODE_WORD},
    )
    wait_until_found(operator, "Чынгышбаева", person)
    return operator, person


def test_a_whole_life(stranger, server, accounts, story):
    program, person = story
    figures = Program(server, colleague(accounts, "hotline-coordinator"))
    before = {measure: figures.total(measure) for measure in ("contacts", "cases", "referrals")}
    done_before = done(figures)

    operator = come(stranger, colleague(accounts, "operator"), "ky")
    case = take_the_call(operator, person)
    assert figures.total("contacts") == before["contacts"] + 1
    assert figures.total("cases") == before["cases"] + 1

    add_note(operator.page, SECRET)
    referral = refer_to_the_clinic(operator, accounts, case, person)
    assert figures.total("referrals") == before["referrals"] + 1

    lawyer = come(stranger, colleague(accounts, "clinic-lawyer"))
    own_case = work_at_the_clinic(lawyer, server, accounts, case, person, referral)

    # The sender sees the outcome, at the referral and in the case.
    page = go(operator, f"/referrals/{referral}")
    assert page.locator(".badge.done").count() >= 1
    assert "Айлык төлөндү" in page.locator("main").inner_text()
    sent = program.get(f"referrals/{referral}")
    assert (sent["state"], sent["outcome"]) == ("done", "solved")
    assert done(figures) == done_before + 1

    withdraw(operator, case)
    after_the_withdrawal(lawyer, case, person, referral, own_case)
    assert not operator.troubles and not lawyer.troubles


def done(figures: Program) -> int:
    """Referrals that ended with an outcome."""
    return figures.total("referrals", filter="referral_state:done")


# What the operator does


def take_the_call(operator, person: str) -> str:
    page = go(operator, "/hotline")
    new_contact(page)
    page.keyboard.press("1")
    wait_for_focus(page, "#f-problems")
    page.keyboard.type("айлык", delay=60)
    page.keyboard.press("Enter")
    page.locator("#part-problems input[name=problems][value=unpaid_wages]").wait_for(state="attached")
    page.keyboard.type("паспорт", delay=60)
    withheld = page.locator("#part-found .pick[value='problem:documents_withheld']")
    withheld.click()
    page.locator("#part-problems input[type=checkbox][value=documents_withheld]").wait_for(state="attached")

    # The name as it is heard, in another script and spelling.
    page.keyboard.press("Alt+w")
    wait_for_focus(page, "#f-who")
    page.keyboard.type("Chyngyshbaeva Japargul", delay=60)
    found = page.locator(f"#part-who-is-it .pick[value='pick:{person}']")
    found.wait_for()
    assert PHONE not in page.content(), "a candidate is a name and a year, nothing more"
    found.focus()
    page.keyboard.press("Enter")
    wait_for_focus(page, "#f-claim\\.codeWord")

    # Nothing is said, not even that she is known, before the check; a wrong word opens nothing.
    card = page.locator(f"#member-{person}")
    assert card.locator(".error").is_visible()
    assert card.locator(f"a[href='/people/{person}']").count() == 0
    page.keyboard.type("кара жорго", delay=60)
    page.keyboard.press("Enter")
    card.locator(".notice.danger").wait_for()
    assert card.locator(f"a[href='/people/{person}']").count() == 0
    assert CODE_WORD not in page.content()
    page.locator("#f-claim\\.codeWord").fill(CODE_WORD)
    page.keyboard.press("Enter")
    card.locator(".badge.done").wait_for()
    card.locator(f"a[href='/people/{person}']").wait_for()
    assert card.locator(".error").count() == 0

    # The five questions, to everybody; papers are held, so the screening for it appears.
    questions = page.locator(".questions fieldset")
    assert questions.count() == 5
    choose(page, "answer.papers_held", "yes")
    choose(page, "answer.violence", "no")
    choose(page, "answer.free_to_leave", "not_safe_to_ask")
    page.locator(".screening").first.wait_for()
    page.locator("#f-summary").fill(CALL)
    choose(page, "outcome", "case")
    assert not overflowing(page)
    screenshot(operator, "ky", "life-call")
    with page.expect_navigation(url=re.compile(r"/cases/[0-9a-f-]{36}")):
        page.locator("#f-summary").press("Control+Enter")
    case = id_in(page.url)
    text = page.locator("main").inner_text()
    assert "Чынгышбаева" in text
    assert page.locator(f"main a[href='/people/{person}']").count() >= 1
    screenshot(operator, "ky", "life-case")
    return case


def choose(page, name: str, value: str):
    """Picks a radio of the console and waits until the parts that follow from it have come."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/hotline/drafts/" in answer.url):
        page.locator(f"input[name='{name}'][value='{value}']").locator("xpath=..").click()


def add_note(page, text: str):
    form = page.locator("form[action$='/entries']").first
    form.locator("textarea[name=text]").fill(text)
    press_button(page, submit_of(page, "/entries"))
    page.get_by_text(text).first.wait_for()


def refer_to_the_clinic(operator, accounts, case: str, person: str) -> str:
    clinic = colleague(accounts, "clinic-lawyer").organization_id
    page = go(operator, f"/cases/{case}/refer")
    assert page.locator("form[action$='/refer']").count() == 0, "no referral without somebody's word"
    candidates = page.locator("a[href*='consents/new?recipient=']").evaluate_all("links => links.map(a => a.href)")
    states = {colleague(accounts, name).organization_id for name in ("consul", "consul-south")}
    assert any(clinic in address for address in candidates)
    assert not [address for address in candidates if any(state in address for state in states)]

    page = go(operator, f"/cases/{case}/consents/new?recipient={clinic}")
    assert page.locator("#f-recipient").input_value() == clinic
    assert page.locator("#f-person").input_value() == person
    page.locator("#f-language").select_option("ky")
    press_button(page, page.locator("button[name=step][value=words]"))
    read = page.locator(".prose[lang=ky]").inner_text()
    assert len(read) > 40, "the words are read aloud in her language"
    page.locator("#f-purpose").select_option("legal_aid")
    for group in ("contact", "narrative", "documents"):
        page.locator(f"input[name=groups][value={group}]").check()
    end = in_days(90)
    page.locator("input[name=expiresOnDay]").fill(str(end.day))
    page.locator("select[name=expiresOnMonth]").select_option(str(end.month))
    page.locator("input[name=expiresOnYear]").fill(str(end.year))
    page.locator("input[name=method][value=verbal]").check()
    screenshot(operator, "ky", "life-consent")
    press_button(page, page.locator(f"form[action='/cases/{case}/consents/new'] button.primary"))
    assert page.url.split("?")[0].endswith(f"/cases/{case}"), page.locator("main").inner_text()[:600]

    page = go(operator, f"/cases/{case}/refer")
    page.locator("input[name=consent]").first.check()
    page.locator("#f-note").fill("Айлыгын өндүрүү керек")
    page.locator("input[name=wishes][value=woman_lawyer]").check()
    screenshot(operator, "ky", "life-refer")
    press_button(page, page.locator("form[action$='/refer'] button.primary"))
    link = page.locator("#sharing a[href^='/referrals/']").first
    return id_in(link.get_attribute("href"))


def withdraw(operator, case: str):
    page = go(operator, f"/cases/{case}")
    link = page.locator("#sharing a[href*='/consents/'][href$='/withdraw']").first
    press_button(page, link)
    said = page.locator("input[name=deadlinesSaid]")
    if said.count():
        # A withdrawal without the deadlines having been said is refused, and nothing is shut.
        press_button(page, page.locator("form[action$='/withdraw'] button.destructive"))
        assert page.locator("[aria-invalid=true], .error").count() > 0
        page.locator("input[name=deadlinesSaid]").check()
    page.locator("input[name=learnsWhy]").check()
    screenshot(operator, "ky", "life-withdraw")
    press_button(page, page.locator("form[action$='/withdraw'] button.destructive"))
    assert page.url.split("?")[0].endswith(f"/cases/{case}")
    assert page.locator("#sharing a[href$='/withdraw']").count() == 0


# What the clinic does


def work_at_the_clinic(lawyer, server, accounts, case: str, person: str, referral: str) -> str:
    program = Program(server, colleague(accounts, "clinic-lawyer"))
    page = go(lawyer, "/inbox?filter=waiting")
    row = page.locator(f"tr:has(a[href='/referrals/{referral}'])")
    assert row.count() == 1
    assert "Горячая линия" in row.inner_text()

    # Before it is accepted: who it is and what is wanted; not what the record says in confidence.
    page = go(lawyer, f"/referrals/{referral}")
    text = page.locator("main").inner_text()
    assert "Чынгышбаева" in text and "Айлыгын өндүрүү керек" in text
    assert "женщин" in text.lower(), "the wish for a woman lawyer travels along"
    assert SECRET not in text and CALL not in text
    for path in (f"/cases/{case}", f"/people/{person}"):
        shown = lawyer.context.request.get(lawyer.address + path).text()
        assert not [words for words in (SECRET, CALL, PHONE, CODE_WORD) if words in shown], path
    screenshot(lawyer, "ru", "life-referral-before")

    press_button(page, submit_of(page, f"/referrals/{referral}/accept"))
    text = page.locator("main").inner_text()
    assert SECRET in text and CALL in text, "the record opens with the acceptance"
    assert lawyer.context.request.get(f"{lawyer.address}/people/{person}").status == 200
    press_button(page, submit_of(page, f"/referrals/{referral}/start"))
    own_case = id_in(page.locator("main a[href^='/cases/']").first.get_attribute("href"))
    assert own_case != case

    # Its own work under its own key: a note and the outcome of the problem.
    page = go(lawyer, f"/cases/{own_case}")
    add_note(page, "Претензия вручена работодателю 412")
    unfold(page.locator("form[action$='/outcome']").first).locator("select[name=outcome]").select_option("solved")
    press_button(page, submit_of(page, "/outcome"))
    screenshot(lawyer, "ru", "life-own-case")

    page = go(lawyer, f"/referrals/{referral}")
    complete = unfold(page.locator(f"form[action='/referrals/{referral}/complete']"))
    complete.locator("select[name=outcome]").select_option("solved")
    complete.locator("textarea[name=text]").fill("Айлык төлөндү, паспорт кайтарылды")
    press_button(page, submit_of(page, f"/referrals/{referral}/complete"))
    assert program.get(f"referrals/{referral}")["state"] == "done"
    return own_case


def after_the_withdrawal(lawyer, case: str, person: str, referral: str, own_case: str):
    gone(lawyer, case, person)
    page = go(lawyer, f"/referrals/{referral}")
    text = page.locator("main").inner_text()
    assert SECRET not in text and CALL not in text and "Чынгышбаева" not in text
    assert page.locator(".notice.warning").count() >= 1

    # Its own work stays, marked, and waits for a decision that needs a basis.
    page = go(lawyer, f"/cases/{own_case}")
    text = page.locator("main").inner_text()
    assert "Претензия вручена работодателю 412" in text
    assert SECRET not in text and "Чынгышбаева" not in page.title() + text
    decision = page.locator(f"form[action='/cases/{own_case}/withdrawal']")
    decision.locator("input[value=keep]").check()
    decision.locator("input[name=basis]").fill("Договор поручения с самой заявительницей")
    screenshot(lawyer, "ru", "life-withdrawn")
    press_button(page, submit_of(page, f"/cases/{own_case}/withdrawal"))
    assert page.locator(f"form[action='/cases/{own_case}/withdrawal']").count() == 0


def gone(lawyer, case: str, person: str):
    """Neither the sender's case nor the person's record is there for the clinic any more."""
    for path in (f"/cases/{case}", f"/people/{person}", f"/api/v1/people/{person}"):
        answer = lawyer.context.request.get(lawyer.address + path)
        assert answer.status in (401, 404), f"{path} answered {answer.status}"
        assert PHONE not in answer.text()


def test_a_withdrawal_shuts_what_is_being_read(stranger, server, accounts, story):
    """The clinic is in the middle of its work: the record it reads is gone with the next click."""
    program, person = story
    clinic = colleague(accounts, "clinic-lawyer2")
    case = program.post(
        "cases", {"personId": person, "problems": ["unpaid_wages"], "summary": "Айлык жок", "situation": SECRET}
    )["id"]
    consent = program.post(
        f"cases/{case}/consents",
        {
            "recipientOrganizationId": clinic.organization_id, "purpose": "legal_aid", "scope": "full",
            "language": "ky", "method": "verbal", "expiresOn": in_days(30).isoformat(),
        },
    )["id"]
    referral = program.post(
        f"cases/{case}/referrals", {"organizationId": clinic.organization_id, "consentId": consent, "note": "Жардам"}
    )["id"]
    Program(server, clinic).post(f"referrals/{referral}/accept", {})

    lawyer = come(stranger, clinic)
    page = go(lawyer, f"/referrals/{referral}")
    assert SECRET in page.locator("main").inner_text()
    assert lawyer.context.request.get(f"{lawyer.address}/people/{person}").status == 200
    own_case = id_in(page.locator("main a[href^='/cases/']").first.get_attribute("href"))

    withdraw(come(stranger, colleague(accounts, "operator"), "ky"), case)

    page = go(lawyer, f"/referrals/{referral}")
    assert SECRET not in page.locator("main").inner_text()
    gone(lawyer, case, person)
    page = go(lawyer, f"/cases/{own_case}")
    assert page.locator(f"form[action='/cases/{own_case}/withdrawal']").count() == 1
    searching = Program(server, clinic)
    until("the clinic's search forgets her", lambda: person not in searching.found("Чынгышбаева"))


def test_a_referral_to_oneself_and_without_authority_is_refused_and_keeps_what_was_typed(stranger, accounts, story):
    program, person = story
    case = program.post("cases", {"personId": person, "problems": ["unpaid_wages"], "summary": "Айлык жок"})["id"]
    own = colleague(accounts, "operator").organization_id
    refused = program.post(
        f"cases/{case}/consents",
        {
            "recipientOrganizationId": own, "purpose": "legal_aid", "scope": "summary", "language": "ky",
            "method": "verbal", "expiresOn": in_days(30).isoformat(),
        },
        expect=(422,),
    )
    assert refused["status"] == 422
    operator = come(stranger, colleague(accounts, "operator"), "ky")
    page = go(operator, f"/cases/{case}/consents/new")
    assert page.locator(f"#f-recipient option[value='{own}']").count() == 0
    page.locator("#f-giverName").fill("Апасы Зууракан")
    page.evaluate("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    press_button(page, page.locator(f"form[action='/cases/{case}/consents/new'] button.primary"))
    assert page.locator("[aria-invalid=true]").count() > 0
    assert page.locator("#f-giverName").input_value() == "Апасы Зууракан"
    assert tirek.UUID.search(page.url)[0] == case
