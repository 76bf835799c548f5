"""A browser window of one role, and what a visit watches for."""

import dataclasses
import pathlib
import urllib.parse

from playwright.sync_api import BrowserContext, Page, Response

import tirek
from pages import WIDE

SCREENSHOTS = tirek.TREE / "var/screenshots"

#: Where the first of each sort is found that a path of `pages.PAGES` names.
LISTS = {"person": "/people", "case": "/cases", "contact": "/hotline/contacts"}

#: Runs before a page's own scripts; a violation of the content security policy becomes a console error.
WATCH_POLICY = """
document.addEventListener('securitypolicyviolation', event =>
    console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI));
"""


def size(width_and_height):
    return {"width": width_and_height[0], "height": width_and_height[1]}


@dataclasses.dataclass
class Visitor:
    """A browser window of one role and the troubles it met."""

    context: BrowserContext
    page: Page
    address: str
    language: str | None = None
    troubles: list[str] = dataclasses.field(default_factory=list)
    firsts: dict[str, str] = dataclasses.field(default_factory=dict)

    def watch(self):
        own = urllib.parse.urlsplit(self.address).netloc
        self.page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        self.page.on("console", self.note_console)

        def note_request(request):
            parts = urllib.parse.urlsplit(request.url)
            if parts.scheme not in ("data", "blob", "about") and parts.netloc != own:
                self.troubles.append(f"request to elsewhere: {request.url}")

        self.context.on("request", note_request)

    def note_console(self, message):
        # Chromium itself notes an answer of 4xx; whether that is right is for the test to say.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def open(self, path: str) -> Response:
        self.troubles.clear()
        answer = self.page.goto(self.address + self.filled(path), wait_until="load")
        assert answer is not None
        return answer

    def filled(self, path: str) -> str:
        """The path with the id of the first one of its list."""
        for name in LISTS:
            if "{" + name + "}" in path:
                path = path.replace("{" + name + "}", self.first(name))
        return path

    def person(self) -> str:
        """The id of the first person on the list."""
        return self.first("person")

    def first(self, name: str) -> str:
        if name not in self.firsts:
            text = self.context.request.get(self.address + LISTS[name]).text()
            after = text.split("<main", 1)[1]
            ids = [piece[:36] for piece in after.split(LISTS[name] + "/")[1:] if tirek.UUID.fullmatch(piece[:36])]
            assert ids, f"{LISTS[name]} links to nothing"
            self.firsts[name] = ids[0]
        return self.firsts[name]

    def resize(self, width_and_height):
        self.page.set_viewport_size(size(width_and_height))

    def sign_in(self, account: tirek.Account):
        self.page.goto(self.address + "/sign-in")
        form = self.page.locator("form:has(input[type=password])")
        form.locator("input[type=email]").fill(account.email)
        form.locator("input[type=password]").fill(account.password)
        form.locator("button[type=submit]:not(.sr), button:not([type])").first.click()
        self.page.wait_for_url(lambda url: "/sign-in" not in url)

    def speak(self, language: str):
        """Switches the language with the page's own switch, which must keep the page."""
        if self.page.url == "about:blank":
            self.open("/sign-in")
        if self.page.locator("html").get_attribute("lang") == language:
            self.language = language
            return
        before = urllib.parse.urlsplit(self.page.url).path
        switch = self.page.locator(
            f"a[hreflang={language}], button[name=language][value={language}], button[lang={language}]"
        ).first
        with self.page.expect_navigation():
            switch.evaluate("element => element.click()")
        assert urllib.parse.urlsplit(self.page.url).path == before, "the language switch keeps the page"
        assert self.page.locator("html").get_attribute("lang") == language
        self.language = language


def new_visitor(browser, server, **options) -> Visitor:
    context = browser.new_context(viewport=size(options.pop("viewport", WIDE)), locale="en-GB", **options)
    context.add_init_script(WATCH_POLICY)
    context.set_default_timeout(10_000)
    made = Visitor(context, context.new_page(), server.address)
    made.watch()
    return made


#: Pictures for people to look at.
def screenshot(visitor: Visitor, language: str, name: str):
    width = visitor.page.viewport_size["width"]
    path = pathlib.Path(SCREENSHOTS, language, str(width), f"{name}.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=path, full_page=True, animations="disabled")


def overflowing(page: Page) -> list[str]:
    """What sticks out of the page to the right, if the page can be scrolled sideways at all."""
    return page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= Math.max(room, innerWidth)) return [];
            return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > room + 1)
                .slice(0, 8)
                .map(element => element.outerHTML.slice(0, 120));
        }"""
    )
