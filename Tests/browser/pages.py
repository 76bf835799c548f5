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


#: `{person}`, `{case}` and so on stand for the first one of the list that `visiting.LISTS` names.
PAGES = [
    Page("sign-in", "/sign-in", None),
    Page("start", "/", "caseworker"),
    Page("start-manager", "/", "manager"),
    Page("start-researcher", "/", "researcher"),
    Page("hotline", "/hotline", "operator"),
    Page("console", "/hotline/contacts/new", "operator"),
    Page("contacts", "/hotline/contacts", "operator"),
    Page("contact", "/hotline/contacts/{contact}", "operator"),
    Page("call-backs", "/hotline/call-backs", "operator"),
    Page("handover", "/hotline/handover", "operator"),
    Page("rota", "/hotline/rota", "operator"),
    Page("on-call", "/hotline/on-call", "operator"),
    Page("numbers", "/hotline/numbers", "operator"),
    Page("people", "/people", "caseworker"),
    Page("duplicates", "/people/duplicates", "caseworker"),
    Page("person-new", "/people/new", "caseworker"),
    Page("person", "/people/{person}", "caseworker"),
    Page("person-unmerge", "/people/{person}/unmerge", "caseworker"),
    Page("person-edit", "/people/{person}/edit", "caseworker"),
    Page("cases", "/cases", "caseworker"),
    Page("case-new", "/cases/new", "caseworker"),
    Page("case", "/cases/{case}", "caseworker"),
    Page("case-print", "/cases/{case}/print", "caseworker"),
    Page("case-claim", "/cases/{case}/entries/new?kind=claim", "caseworker"),
    Page("case-close", "/cases/{case}/close", "caseworker"),
    Page("consent", "/cases/{case}/consents/new", "caseworker"),
    Page("refer", "/cases/{case}/refer", "caseworker"),
    Page("transfer", "/cases/{case}/transfer", "caseworker"),
    Page("letters", "/cases/{case}/letters", "caseworker"),
    Page("letter-new", "/cases/{case}/letters/new", "caseworker"),
    Page("appointment-new", "/cases/{case}/appointments/new", "caseworker"),
    Page("employers", "/employers", "caseworker"),
    Page("inbox", "/inbox", "caseworker"),
    Page("outbox", "/outbox", "caseworker"),
    Page("appointments", "/appointments", "caseworker"),
    Page("network", "/network", "caseworker"),
    Page("network-own", "/network/own", "manager"),
    Page("site-new", "/network/own/sites/new", "manager"),
    Page("network-marks", "/network/marks", "administrator"),
    Page("guides", "/guides", "operator"),
    Page("guide", "/guides/unpaid_wages", "operator"),
    Page("statistics", "/statistics?rows=problem&columns=sex", "manager"),
    Page("statistics-network", "/statistics/network?rows=month", "manager"),
    Page("import", "/import", "manager"),
    Page("exports", "/exports", "manager"),
    Page("account", "/account", "caseworker"),
    Page("members", "/members", "manager"),
    Page("journal", "/journal", "auditor"),
    Page("installation", "/installation", "administrator"),
    Page("gallery", "/gallery", "manager"),
    Page("not-found", "/no/such/page", "caseworker", status=404),
]
