"""From a call to a case, a referral, its outcome, an import and an export, with a mark in everything that is typed."""

import datetime
import re
import urllib.parse
import uuid

import tirek
from seizing import CYRILLIC, number, word

AHEAD = (datetime.date.today() + datetime.timedelta(days=40)).isoformat()


def phone() -> str:
    return number("+9967", 1)


class Chain:
    """The day's main work: every sealed column of the hotline and of casework gets a marked text."""

    def __init__(self, work, desk: tirek.Client, token: str, person: str, partner: tirek.Account):
        self.work, self.desk, self.token, self.person, self.partner = work, desk, token, person, partner
        self.api = tirek.Client(work.address)

    def run(self):
        self.hotline()
        self.telephony()
        self.console()
        contact = self.contact()
        case = self.case(contact)
        self.entries(case)
        self.employer(case)
        self.letter(case)
        self.attachment(case)
        self.appointment(case)
        self.sharing(case)
        self.transfer()
        self.merge()

    def post(self, path: str, body: dict, token: str | None = None, status=(200, 201)) -> dict:
        answer = self.api.post_json(f"/api/v1/{path}", body, token or self.token)
        assert answer.status in status, f"{path}: {answer.status} {answer.text}"
        return answer.json()

    def form(self, page: str, fields: dict, action: str | None = None) -> tirek.Answer:
        answer = self.desk.submit(page, fields, action)
        assert answer.status == 303, f"{page}: {answer.status} {re.findall(r'error[^<]*<[^<]*', answer.text)[:5]}"
        return self.desk.follow(answer)

    def merge(self):
        """One person recorded twice and merged, and two who only look alike."""
        made = []
        for _ in range(3):
            body = {
                "names": [{"family": word(), "given": word(CYRILLIC)}],
                "phones": [phone()],
                "documents": [{"type": "passport", "number": number("AN", 2)}],
                "notes": word(),
            }
            made.append(self.post("people", body)["id"])
        self.form(
            f"/people/duplicates/{made[0]}/{made[1]}", {"keep": made[0]}, f"/people/duplicates/{made[0]}/{made[1]}/merge"
        )
        self.form(
            f"/people/duplicates/{made[0]}/{made[2]}", {"do": "note"}, f"/people/duplicates/{made[0]}/{made[2]}/distinct"
        )
        assert self.desk.get("/people/duplicates").status == 200

    # The hotline

    def hotline(self):
        today = datetime.date.today().isoformat()
        self.form("/hotline/handover", {"text": f"{word()} {word(CYRILLIC)}"})
        self.form(
            "/hotline/rota",
            {
                "name": word(),
                "phone": phone(),
                "day": today,
                "from": "08:00",
                "until": "20:00",
                "zone": "Asia/Bishkek",
            },
        )
        self.form("/hotline/on-call", {"name": word(), "phone": phone(), "wait": "5"})
        self.form("/hotline/on-call", {"reason": word()}, "/hotline/on-call/alarm")
        self.form("/hotline/numbers", {"number": phone(), "reason": "abuse", "days": "20", "note": word()})
        for page in ("/hotline", "/hotline/handover", "/hotline/rota", "/hotline/on-call", "/hotline/numbers"):
            assert self.desk.get(page).status == 200

    def telephony(self):
        self.post(
            "telephony/calls",
            {"callId": str(uuid.uuid4()), "from": phone(), "to": number("+7343", 0), "event": "ringing"},
        )

    def console(self):
        """A contact that is half done, one that is parked, and one that ends with a call-back."""
        for action in ("autosave", "park"):
            started = self.desk.get("/hotline/contacts/new")
            fields = {
                "summary": word(),
                "callerName": word(CYRILLIC),
                "callerNumber": phone(),
                "place": word(),
                "do": action,
            }
            answer = self.desk.submit(started.headers["Location"], fields)
            assert answer.status in (204, 303), answer.text

    def contact(self) -> str:
        body = {
            "taskId": str(uuid.uuid4()),
            "channel": "phone",
            "language": "ky",
            "problems": ["unpaid_wages", "documents_withheld"],
            "personId": self.person,
            "summary": f"{word()} {word(CYRILLIC)}",
            "callerName": word(),
            "callerNumber": phone(),
            "place": word(),
            "outcome": "advised",
            "answers": {"papers_held": "yes"},
        }
        made = self.post("contacts", body)
        assert self.desk.get(f"/hotline/contacts/{made['id']}").status == 200
        # What is refused is kept nowhere either.
        self.post("contacts", body | {"taskId": str(uuid.uuid4()), "problems": [word()]}, status=(422,))
        return made["id"]

    # Casework

    def case(self, contact: str) -> str:
        made = self.post(
            "cases",
            {
                "personId": self.person,
                "contactId": contact,
                "problems": ["unpaid_wages"],
                "summary": word(),
                "situation": f"{word()} {word(CYRILLIC)}",
            },
        )
        assert self.desk.get(f"/cases/{made['id']}").status == 200
        return made["id"]

    def entries(self, case: str):
        """One of each kind that is typed; the composer's own form posts them all."""
        money = {"owed.amount": "45000", "owed.currency": "RUB"}
        for kind, fields in {
            "note": {"text": word()},
            "health_note": {"text": word()},
            "task": {"title": word(), "text": word()},
            "claim": {"text": word(), "respondents.0.name": word(), "respondents.0.role": "hirer"} | money,
            "mandate": {"title": word(), "text": word()},
        }.items():
            page = f"/cases/{case}/entries/new?kind={kind}"
            shown = self.desk.get(page)
            assert shown.status == 200, page
            known = tirek.find_form(shown.text, set(), f"/cases/{case}/entries").names
            answer = self.desk.submit(page, {k: v for k, v in fields.items() if k in known}, f"/cases/{case}/entries")
            assert answer.status in (303, 422), answer.text
            if kind in ("note", "task", "claim"):
                assert answer.status == 303, f"{kind}: {answer.text[-3000:]}"
        assert self.desk.get(f"/cases/{case}/print").status == 200

    def employer(self, case: str):
        page = self.form(f"/cases/{case}", {"name": word(CYRILLIC), "role": "hirer", "source": word()},
                         f"/cases/{case}/employers")
        link = re.search(r"/employers/[0-9a-f-]{36}", page.text)
        assert link, "the case shows its employer"
        self.form(
            link[0],
            {"name": word(), "others": word(), "source": word(), "notes": word(), "standing": "alleged"},
        )
        assert self.desk.get("/employers").status == 200

    def letter(self, case: str):
        self.form(
            f"/cases/{case}/letters/new",
            {"addressee": "partner", "recipient": word(), "subject": word(), "text": f"{word()} {word(CYRILLIC)}"},
        )
        assert self.desk.get(f"/cases/{case}/letters").status == 200

    def attachment(self, case: str):
        page = self.desk.get(f"/cases/{case}")
        answer = upload(self.desk, page, f"/cases/{case}/files", f"{word()}.txt", (word() * 4000).encode())
        assert answer.status == 303, answer.text
        link = re.search(rf"/cases/{case}/files/[0-9a-f-]{{36}}", self.desk.get(f"/cases/{case}").text)
        assert link and self.desk.get(link[0]).status == 200

    def appointment(self, case: str):
        self.form(f"/cases/{case}/appointments/new", {"day": AHEAD, "time": "10:30", "note": word()})
        assert self.desk.get("/appointments").status == 200
        assert self.desk.get("/").status == 200

    # Sharing

    def consent(self, case: str) -> str:
        return self.post(
            f"cases/{case}/consents",
            {
                "recipientOrganizationId": self.partner.organization_id,
                "purpose": "legal_aid",
                "scope": "full",
                "language": "ru",
                "method": "verbal",
                "expiresOn": AHEAD,
                "interpreter": word(),
                "relation": word(),
            },
        )["id"]

    def sharing(self, case: str):
        consent = self.consent(case)
        referral = self.post(
            f"cases/{case}/referrals",
            {
                "organizationId": self.partner.organization_id,
                "consentId": consent,
                "urgency": "urgent",
                "note": f"{word()} {word(CYRILLIC)}",
            },
        )["id"]
        token = self.api.api_token(self.partner)
        self.work.secrets["partner's API token"] = token
        self.work.note_raw("partner's API token (raw)", token)
        theirs = self.work.client(self.partner)
        assert theirs.get(f"/referrals/{referral}").status == 200
        answer = theirs.submit(f"/referrals/{referral}", {"text": word()}, f"/referrals/{referral}/ask")
        assert answer.status == 303, answer.text
        self.post(f"referrals/{referral}/accept", {}, token)
        assert theirs.get(f"/cases/{case}").status == 200
        self.post(f"referrals/{referral}/complete", {"outcome": "solved", "text": word()}, token)
        assert self.desk.get(f"/referrals/{referral}").status == 200
        closed = {"outcome": "solved", "told": word(), "recovered": [{"amount": "1000", "currency": "RUB"}]}
        withdrawn = self.api.send(
            "DELETE", f"/api/v1/cases/{case}/consents/{consent}", headers={"Authorization": f"Bearer {self.token}"}
        )
        assert withdrawn.status == 204, withdrawn.text
        self.post(f"cases/{case}/close", closed)

    def transfer(self):
        case = self.post(
            "cases",
            {"personId": self.work.create(self.token), "problems": ["housing"], "summary": word()},
        )["id"]
        self.consent(case)
        names = ("deadlines", "originals", "promises", "dangers")
        offer = {"organizationId": self.partner.organization_id} | {name: word() for name in names}
        transfer = self.post(f"cases/{case}/transfers", offer)["id"]
        theirs = self.work.client(self.partner)
        assert theirs.get(f"/transfers/{transfer}").status == 200
        self.post(f"transfers/{transfer}/accept", {}, self.api.api_token(self.partner))
        assert theirs.get(f"/cases/{case}").status == 200


def upload(desk: tirek.Client, page: tirek.Answer, path: str, name: str, content: bytes) -> tirek.Answer:
    """Sends a file by a page's own form for it."""
    token = tirek.find_form(page.text, {"file"}, path).hidden["_token"]
    head = f'--edge\r\nContent-Disposition: form-data; name="_token"\r\n\r\n{token}\r\n'
    part = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return desk.send(
        "POST",
        path,
        head.encode() + part.encode() + content + b"\r\n--edge--\r\n",
        {
            "Content-Type": "multipart/form-data; boundary=edge",
            "Origin": desk.address,
            "Sec-Fetch-Site": "same-origin",
        },
    )


def log_with_marks() -> bytes:
    """A hotline's log of a few rows as somebody kept it, with a mark in every cell that names somebody."""
    rows = ["Дата;Имя;Телефон;Страна;Проблема;Работодатель;Примечание"]
    for day in range(1, 13):
        rows.append(
            f"{day:02}.03.2026;{word(CYRILLIC)} {word()};{phone()};Россия;не выплатили зарплату;{word()};{word()}"
        )
    # A row without a date is not taken: it stands in the report, which is sealed too.
    rows.append(f";{word()};{phone()};Россия;{word()};{word()};{word()}")
    return "\n".join(rows).encode("utf-8-sig")


def files(work, desk: tirek.Client, manager: tirek.Account):
    """What goes in and out as files: an import from the page, an export with its reason."""
    page = desk.get("/import")
    assert page.status == 200
    taken = upload(desk, page, "/import", f"{word()}.csv", log_with_marks())
    assert taken.status == 303, taken.text
    run = urllib.parse.urlsplit(taken.headers["Location"]).path
    shown = desk.get(run)
    assert shown.status == 200
    assert desk.submit(run, {}, f"{run}/start").status == 303
    assert desk.get(f"{run}/rejected.csv").status == 200
    asked = desk.get("/exports")
    assert asked.status == 200
    known = tirek.find_form(asked.text, {"reason"}).names
    fields = {"kind": "contacts", "format": "csv", "reason": word()}
    for end, day in (("from", datetime.date(2020, 1, 1)), ("until", datetime.date.today())):
        fields |= {f"{end}Year": str(day.year), f"{end}Month": str(day.month), f"{end}Day": str(day.day)}
    assert set(fields) <= known
    answer = desk.submit("/exports", fields)
    if "confirm" in answer.headers.get("Location", ""):
        # Taking a list out wants the password again; then the order is sent anew.
        assert desk.submit(answer.headers["Location"], {"password": manager.password}).status == 303
        work.note_session("stepped-up session of the export", desk)
        answer = desk.submit("/exports", fields)
    assert answer.status == 303, answer.text
    link = re.search(r"/exports/[0-9a-f-]{36}/file", desk.get("/exports").text)
    assert link and desk.get(link[0]).status == 200
