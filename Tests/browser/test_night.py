"""Three in the morning: a child without a name, locked in. An emergency, two people, and no office of a state."""

import re

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
    wait_for_focus,
)
from visiting import overflowing, screenshot

WORDS = "Мальчик лет тринадцати, заперт в цеху, говорит шёпотом"
LAST_WORDS = ". Стучат в дверь"


def test_a_child_locked_in_at_night(stranger, server, accounts):
    night = come(stranger, colleague(accounts, "night-operator"), "ru")
    second = come(stranger, colleague(accounts, "operator2"), "ru")

    contact, code = begin_the_call(night)
    press_the_red_key(night, contact)
    case = save_as_case(night, contact)
    child = the_child(night, case)

    shelter = colleague(accounts, "shelter-night")
    consulate = colleague(accounts, "consul")
    no_state_is_offered(night, accounts, case)
    give_in_an_emergency(night, accounts, case, shelter)
    a_child_needs_two(night, second, case, child)
    referral = refer(night, case)
    somebody_else_confirms(night, second, case)
    no_state_is_accepted(server, accounts, case, consulate)
    the_shelter_sees_what_it_needs(stranger, shelter, case, referral)

    # The next one on the line can go on from the code; nobody has to tell it twice.
    page = go(second, "/hotline")
    new_contact(page)
    page.locator("#f-returnCode").fill(code)
    page.locator("#f-who").press("Enter")
    page.locator("#part-number button[value^='thread:']").wait_for()
    assert not night.troubles and not second.troubles


# The call


def begin_the_call(night) -> tuple[str, str]:
    page = go(night, "/hotline")
    contact = new_contact(page)
    page.keyboard.press("4")
    wait_for_focus(page, "#f-problems")
    page.keyboard.type("заперли", delay=50)
    found = page.locator("#part-found .pick[value='problem:confinement']")
    found.wait_for()
    found.click()
    page.locator("#part-problems input[type=checkbox][value=confinement]").wait_for(state="attached")
    for question, answer in [("free_to_leave", "no"), ("child_or_pregnant", "yes"), ("violence", "not_safe_to_ask")]:
        with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
            page.locator(f"input[name='answer.{question}'][value={answer}]").locator("xpath=..").click()
    assert page.locator(".screening").count() >= 1, "the answers raise a screening"
    unfold(page.locator("#f-urgency")).select_option("emergency")
    unfold(page.locator("#f-new\\.birthYear")).fill(str(in_days(0).year - 13))
    page.locator("#f-summary").fill(WORDS)
    with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
        page.locator("#console button[name=do][value=code]").click()
    page.reload()
    code = page.locator(".return-code").inner_text()
    assert re.fullmatch(r"[A-Z0-9]{4}[ -]?[A-Z0-9]{4}", code), code
    assert page.locator("#f-summary").input_value() == WORDS
    screenshot(night, "ru", "night-call")
    return contact, code


def press_the_red_key(night, contact: str):
    page = night.page
    # What is typed at the very last moment comes along, too.
    page.locator("#f-summary").fill(WORDS + LAST_WORDS)
    with page.expect_navigation(url=re.compile("/hotline/on-call")):
        page.locator("#console button[formaction$='/hotline/on-call/alarm']").click()
    alarm = page.locator("#alarms article").filter(has=page.locator(f"a[href='/hotline/drafts/{contact}']"))
    assert alarm.count() == 1
    assert WORDS in alarm.inner_text()
    assert alarm.locator("ol li").count() == 1, "the first of the ladder is rung"
    assert alarm.locator("ol li a[href^='tel:+996']").count() == 1
    press_button(page, alarm.locator("button[value=no_answer]"))
    assert alarm.locator("ol li").count() == 2, "nobody answered: the next one"
    press_button(page, alarm.locator("button[value=answered]"))
    assert alarm.locator("ol li").nth(1).locator(".badge.done").count() == 1
    assert re.search(r"\d\d:\d\d", alarm.locator("ol li").first.inner_text()), "when somebody was rung"
    screenshot(night, "ru", "night-alarm")
    press_button(page, alarm.locator(f"a[href='/hotline/drafts/{contact}']"))


def save_as_case(night, contact: str) -> str:
    page = night.page
    assert contact in page.url
    assert page.locator("#f-summary").input_value() == WORDS + LAST_WORDS
    with page.expect_response(lambda sent: sent.request.method == "POST" and "/hotline/drafts/" in sent.url):
        page.locator("input[name=outcome][value=case]").locator("xpath=..").click()
    with page.expect_navigation(url=re.compile(r"/cases/[0-9a-f-]{36}")):
        page.locator("#f-summary").press("Control+Enter")
    assert not overflowing(page)
    return id_in(page.url)


def the_child(night, case: str) -> str:
    """The record that was made for the child: no name, a year."""
    page = go(night, f"/cases/{case}")
    links = page.locator("main a[href^='/people/']").evaluate_all("links => links.map(link => link.pathname)")
    people = {path.split("/")[2] for path in links if len(path.split("/")) == 3}
    assert len(people) == 1, people
    screenshot(night, "ru", "night-case")
    return people.pop()


# The emergency


def no_state_is_offered(night, accounts, case: str):
    page = go(night, f"/cases/{case}/refer")
    offered = page.locator("a[href*='consents/new?recipient=']").evaluate_all("links => links.map(link => link.href)")
    for name in ("consul", "consul-south"):
        state = colleague(accounts, name).organization_id
        assert not [address for address in offered if state in address]
        # Nor is one put in for anybody by an address that somebody made.
        page = go(night, f"/cases/{case}/consents/new?recipient={state}")
        assert page.locator("#f-recipient").input_value() == ""


def give_in_an_emergency(night, accounts, case: str, shelter):
    page = go(night, f"/cases/{case}/consents/new?recipient={shelter.organization_id}")
    page.evaluate("() => document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    page.locator("#f-purpose").select_option("shelter")
    page.locator("#f-language").select_option("uz")
    page.locator("#f-basis").select_option("vital_interest")
    page.locator("input[name=giver][value=staff]").check()
    page.locator("input[name=method][value=verbal]").check()
    page.locator("input[name=groups][value=narrative]").check()
    end = in_days(30)
    page.locator("input[name=expiresOnDay]").fill(str(end.day))
    page.locator("select[name=expiresOnMonth]").select_option(str(end.month))
    page.locator("input[name=expiresOnYear]").fill(str(end.year))
    save = page.locator(f"form[action='/cases/{case}/consents/new'] button.primary")

    # No reason, no second person, more than is needed: all three are said, and what was typed stays.
    press_button(page, save)
    for field in ("reason", "secondUser", "groups"):
        assert error_at(page, field), field
    assert page.locator("#f-basis").input_value() == "vital_interest"
    page.locator("#f-reason").fill("Заперт, угрожают, ребёнок один")
    page.locator("input[name=groups][value=narrative]").uncheck()
    page.locator("input[name=groups][value=contact]").check()
    page.locator("#f-secondUser").select_option(label="Бегайым")
    screenshot(night, "ru", "night-emergency")
    press_button(page, save)
    assert page.url.split("?")[0].endswith(f"/cases/{case}"), page.locator("main").inner_text()[:800]


def error_at(page, field: str) -> bool:
    return page.evaluate(
        """name => [...document.getElementsByName(name)].some(field =>
            field.closest('.field, fieldset').querySelector('.error') !== null)""",
        field,
    )


def a_child_needs_two(night, second, case: str, child: str):
    """With whom, guardian, best interest, and a second person, before anything is passed on."""
    page = try_to_refer(night, case)
    assert page.locator("[aria-invalid=true], .error").count() > 0
    assert page.locator("#f-note").input_value() == "Место до утра"

    page = go(night, f"/cases/{case}/entries/new?kind=child_note")
    page.locator("#f-isWith").fill("Один среди взрослых")
    page.locator("#f-guardian").fill("Неизвестен, хозяин цеха не опекун")
    page.locator("#f-bestInterest").fill("Вывезти до утра, место есть")
    person = page.locator("#f-person")
    if person.input_value() == "":
        person.select_option(child)
    page.locator("input[name=parentsAreDanger], input[name=stateIsDanger]").evaluate_all(
        "boxes => boxes.forEach(box => box.checked = true)"
    )
    press_button(page, submit_of(page, f"/cases/{case}/entries"))

    # Whoever wrote the note isn't the second person.
    page = try_to_refer(night, case)
    assert page.locator("[aria-invalid=true], .error").count() > 0
    page = go(second, f"/cases/{case}")
    read = page.locator("form[action$='/act'] button[value=finish]").filter(has_text="Прочитано")
    press_button(page, unfold(read.first))


def try_to_refer(night, case: str):
    page = go(night, f"/cases/{case}/refer")
    page.locator("input[name=consent]").first.check()
    page.locator("input[name=urgency][value=emergency]").check()
    page.locator("#f-note").fill("Место до утра")
    press_button(page, page.locator("form[action$='/refer'] button.primary"))
    return page


def refer(night, case: str) -> str:
    page = try_to_refer(night, case)
    assert page.url.split("?")[0].endswith(f"/cases/{case}"), page.locator("main").inner_text()[:800]
    return id_in(page.locator("#sharing a[href^='/referrals/']").first.get_attribute("href"))


def somebody_else_confirms(night, second, case: str):
    page = go(night, f"/cases/{case}")
    assert page.locator("#sharing form[action$='/confirm']").count() == 0, "nobody confirms their own emergency"
    lapse = page.locator("#sharing .badge.due").count()
    assert lapse >= 1, "it lapses unless it is confirmed"
    page = go(second, f"/cases/{case}")
    press_button(page, submit_of(page, "/confirm"))
    assert page.locator("#sharing form[action$='/confirm']").count() == 0


def no_state_is_accepted(server, accounts, case: str, consulate):
    night = Program(server, colleague(accounts, "night-operator"))
    second = Program(server, colleague(accounts, "operator2"))
    wanted = {
        "recipientOrganizationId": consulate.organization_id,
        "basis": "vital_interest",
        "giver": "staff",
        "purpose": "consular",
        "scope": ["identity"],
        "language": "uz",
        "method": "verbal",
        "reason": "Заперт",
        "secondUserId": second.get("session")["user"]["id"],
        "expiresOn": in_days(2).isoformat(),
    }
    # Without the sentence that is read aloud there is none at all.
    night.post(f"cases/{case}/consents", wanted, expect=(422,))
    given = night.post(f"cases/{case}/consents", wanted | {"isStateSentenceRead": True})["id"]
    asked = {"organizationId": consulate.organization_id, "consentId": given, "note": "Ребёнок", "urgency": "emergency"}
    # Never without two people; and then the child's note still says that its state is the danger.
    night.post(f"cases/{case}/referrals", asked, expect=(422,))
    night.post(f"cases/{case}/consents/{given}/confirm", {}, expect=(422,))
    second.post(f"cases/{case}/consents/{given}/confirm", {}, expect=(200, 204))
    night.post(f"cases/{case}/referrals", asked, expect=(422,))
    inbox = Program(server, consulate).get("referrals?box=in")["items"]
    assert not [item for item in inbox if item.get("caseId") == case]


def the_shelter_sees_what_it_needs(stranger, account, case: str, referral: str):
    shelter = come(stranger, account, "ru")
    page = go(shelter, "/inbox?filter=waiting")
    assert page.locator(f"a[href='/referrals/{referral}']").count() == 1
    page = go(shelter, f"/referrals/{referral}")
    assert "Место до утра" in page.locator("main").inner_text()
    press_button(page, submit_of(page, f"/referrals/{referral}/accept"))
    text = page.locator("main").inner_text()
    assert WORDS not in text, "an emergency opens who and where, not the story"
    screenshot(shelter, "ru", "night-shelter")
    assert not shelter.troubles
