"""What the tests that play a whole story share: colleagues by name, records through the API, and the console's keys."""

import datetime
import re
import time
import urllib.parse

import tirek
from visiting import Visitor

#: How long one page may take on a machine that has other things to do, in milliseconds.
PATIENCE = 30_000


def colleague(accounts, name: str) -> tirek.Account:
    """The account of a demonstration's member, such as `operator` or `clinic-lawyer`."""
    return next(account for account in accounts if account.email.split("@")[0] == name)


class Program:
    """A client of the API, signed in as one colleague."""

    def __init__(self, server, account: tirek.Account):
        self.client = tirek.Client(server.address)
        self.account = account
        self.token = self.client.api_token(account)

    def post(self, path: str, value, expect=(200, 201)):
        answer = self.client.post_json(f"/api/v1/{path}", value, self.token)
        assert answer.status in expect, f"POST {path} answered {answer.status}: {answer.text[:500]}"
        return answer.json() if answer.body else None

    def get(self, path: str, expect=200):
        answer = self.client.get(
            f"/api/v1/{path}", {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        )
        assert answer.status == expect, f"GET {path} answered {answer.status}: {answer.text[:500]}"
        return answer.json()

    def person(self, family: str, given: str, **more) -> str:
        return self.post("people", {"names": [{"family": family, "given": given}]} | more)["id"]

    def found(self, name: str) -> list[str]:
        """The ids of those whom a name may mean."""
        return [hit["id"] for hit in self.get("people?q=" + urllib.parse.quote(name))["items"]]

    def total(self, measure: str, filter: str = "") -> int:
        """The number under a table of figures by month."""
        return self.get(f"statistics/table?measure={measure}&rows=month&filter={filter}")["total"][0]


def come(stranger, account: tirek.Account, language: str | None = None, **options) -> Visitor:
    """A window of its own in which a colleague has signed in."""
    visitor = stranger(**options)
    visitor.context.set_default_timeout(PATIENCE)
    visitor.sign_in(account)
    if language:
        visitor.speak(language)
    return visitor


def go(visitor: Visitor, path: str, expect: int = 200):
    """Opens a path and asserts what it answers; notes troubles as a visit does."""
    answer = visitor.open(path)
    assert answer.status == expect, f"{path} answered {answer.status}"
    return visitor.page


def press_button(page, locator) -> None:
    """Presses a button that sends its form, and waits for the page that follows."""
    with page.expect_navigation(wait_until="load"):
        locator.click()


def submit_of(page, action: str):
    """The last visible button of the first form whose action ends so."""
    form = page.locator(f"form[action$='{action}']").first
    return form.locator("button[type=submit]:not(.sr), button:not([type])").last


def unfold(locator):
    """Opens whatever something is folded into, and gives it back."""
    locator.evaluate(
        """element => {
            for (let part = element; part; part = part.parentElement) if (part.matches('details')) part.open = true;
        }"""
    )
    return locator


def id_in(address: str) -> str:
    return tirek.UUID.search(address)[0]


def new_contact(page) -> str:
    """`n` on the hotline's page: the console with the focus in its row of languages. Returns the contact's id."""
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/hotline/drafts?/|/hotline/contacts/[0-9a-f-]{36}"))
    page.wait_for_function("() => document.activeElement && document.activeElement.name === 'language'")
    return id_in(page.url)


def focused(page) -> str:
    """The id of what has the focus, or its name."""
    return page.evaluate(
        "() => document.activeElement.id || document.activeElement.name || document.activeElement.tagName"
    )


def wait_for_focus(page, selector: str) -> None:
    page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)


def until(said: str, check, seconds: float = 30):
    """Waits for what another process or a background feed brings about."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"never happened within {seconds} s: {said}")


def wait_until_found(program: Program, name: str, person: str) -> None:
    """Waits until the search knows somebody who was just recorded."""
    until(f"{name} is found", lambda: person in program.found(name))


def in_days(days: int) -> datetime.date:
    return datetime.date.today() + datetime.timedelta(days=days)
