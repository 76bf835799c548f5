"""The table of pages that the browser tests visit. A new page gets a line here and nothing else."""

import dataclasses

LANGUAGES = ["en", "ru", "ky"]
WIDE = (1280, 800)
NARROW = (360, 740)


@dataclasses.dataclass(frozen=True)
class Page:
    name: str
    path: str
    #: Who looks at it; None for a stranger.
    role: str | None
    status: int = 200


#: `{person}` stands for the first person of the organisation's list.
PAGES = [
    Page("sign-in", "/sign-in", None),
    Page("start", "/", "caseworker"),
    Page("start-manager", "/", "manager"),
    Page("people", "/people", "caseworker"),
    Page("person-new", "/people/new", "caseworker"),
    Page("person", "/people/{person}", "caseworker"),
    Page("account", "/account", "caseworker"),
    Page("members", "/members", "manager"),
    Page("journal", "/journal", "auditor"),
    Page("installation", "/installation", "administrator"),
    Page("gallery", "/gallery", "manager"),
    Page("not-found", "/no/such/page", "caseworker", status=404),
]
