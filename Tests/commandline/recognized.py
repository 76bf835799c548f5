"""One woman known to two organisations who agreed to be recognised in the network, from her leave to her erasure."""

import re
import time

import tirek
from seizing import CYRILLIC, number, word

# Days that nobody else's record has: a leave is a code and two days, so these are its marks.
GIVEN, WITHDRAWN, BORN = "2017-10-29", "2018-11-30", "1971-08-27"


def spelled(day: str) -> list[str]:
    """As it is kept, and as it is typed and shown."""
    return [day, ".".join(reversed(day.split("-")))]


class Leave:
    """Gives the leave, asks the network from both sides, withdraws it, and lets the record go every way that it may."""

    def __init__(self, chain, manager: tirek.Account):
        self.chain, self.work, self.desk, self.manager = chain, chain.work, chain.desk, manager
        self.theirs = self.work.client(chain.partner)
        self.partner_token = chain.api.api_token(chain.partner)
        self.work.secrets["partner's second API token"] = self.partner_token
        self.work.note_raw("partner's second API token (raw)", self.partner_token)
        for name, day in {"given": GIVEN, "withdrawn": WITHDRAWN, "born": BORN}.items():
            for index, text in enumerate(spelled(day)):
                self.work.secrets[f"the day on which she was or it was {name} ({index})"] = text
        self.work.secrets["a leave as it is written down"] = '"recognition":{'
        self.phone, self.passport = number("+9967", 1), number("AN", 2)
        self.name = {"family": word(CYRILLIC), "given": word(), "patronymic": word(CYRILLIC)}

    def run(self):
        chain = self.chain
        own = self.person(chain.token)
        other = self.person(self.partner_token)
        self.both_are_answered(own, other)
        self.shared(own)
        self.withdrawn(own)
        self.merged(own)
        self.handed_over()
        self.work.erase_again(self.desk, own)

    def person(self, token: str, **changes) -> str:
        """Everything of a record that can be typed, the leave included."""
        body = {
            "names": [self.name],
            "alias": word(),
            "birthDate": BORN,
            "sex": "female",
            "citizenship": "KG",
            "homePlace": word(CYRILLIC),
            "phones": [{"number": self.phone, "note": word(), "messenger": word()}],
            "documents": [{"type": "passport", "number": self.passport, "state": "withheld", "heldBy": word()}],
            "notes": word(),
            "safeContact": {"channel": "phone", "codeWord": word(CYRILLIC), "note": word(), "neutralSender": True},
            "recognition": {"manner": "written", "givenOn": GIVEN},
            "vulnerabilities": ["pregnant"],
            "vulnerabilityNote": word(),
            "circle": [{"name": word(), "relation": "spouse", "phone": number("+9967", 1), "rule": "nothing"}],
            "places": [{"kind": "address", "text": word(), "purpose": word()}],
            "stays": [{"country": "RU", "note": word()}],
            "detentions": [
                {name: word() for name in ("place", "ground", "transfers", "visits", "papersTaken")}
            ],
        }
        return self.chain.post("people", body | changes, token)["id"]

    # What is asked and answered

    def ask(self, person: str, token: str) -> dict:
        """The network's answer; the index may still be warming."""
        deadline = time.monotonic() + 20
        while True:
            answer = self.chain.api.post_json(f"/api/v1/people/{person}/network-match", {}, token)
            if answer.status == 200 or time.monotonic() > deadline or answer.status not in (429, 503):
                return {"status": answer.status} | answer.json()
            time.sleep(0.5)

    def both_are_answered(self, own: str, other: str):
        deadline = time.monotonic() + 20
        manager = self.chain.api.api_token(self.manager)
        self.work.secrets["manager's API token"] = manager
        self.work.note_raw("manager's API token (raw)", manager)
        self.token = manager
        while self.ask(own, manager).get("answer") != "somebody_may_be_the_same":
            assert time.monotonic() < deadline, "the network knows her"
            time.sleep(0.5)
        assert self.ask(other, self.partner_token)["answer"] == "somebody_may_be_the_same"
        for client, person in ((self.desk, own), (self.theirs, other)):
            page = client.submit(f"/people/{person}", {}, f"/people/{person}/network-match")
            assert page.status == 200, page.text

    # Where the record goes with its leave

    def shared(self, person: str):
        fields = {
            "recipient": self.chain.partner.organization_id,
            "groups": "identity",
            "purpose": "legal_aid",
            "days": "30",
            "consent": "1",
        }
        assert self.desk.submit(f"/people/{person}/share", fields).status == 303
        assert self.theirs.get(f"/people/{person}").status == 200
        self.work.end_sharing(self.desk, person)

    def withdrawn(self, person: str):
        """By the form, which asks for everything again; then nothing may be asked, and it is given anew."""
        fields = {
            "names.0.family": self.name["family"],
            "names.0.given": self.name["given"],
            "birthYear": BORN[:4],
            "birthMonth": str(int(BORN[5:7])),
            "birthDay": str(int(BORN[8:])),
            "phones.0.number": self.phone,
            "safety.codeWord": word(),
            "safety.note": word(),
            "safety.recognition": "remote",
            "safety.recognitionGivenOn": spelled(GIVEN)[1],
        }
        ended = fields | {"safety.recognitionWithdrawnOn": spelled(WITHDRAWN)[1]}
        # A mistake shows the form again with what was typed.
        wrong = ended | {"safety.recognitionGivenOn": word()}
        assert self.desk.submit(f"/people/{person}/edit", wrong).status == 422
        assert self.desk.submit(f"/people/{person}/edit", ended).status == 303
        assert self.ask(person, self.token)["status"] == 422, "without her leave nothing is asked"
        told = self.chain.api.get(f"/api/v1/people/{person}", {"Authorization": f"Bearer {self.token}"}).json()
        assert (told["recognition"]["givenOn"], told["recognition"]["withdrawnOn"]) == (GIVEN, WITHDRAWN)
        assert self.desk.get(f"/people/{person}").status == 200
        assert self.desk.submit(f"/people/{person}/edit", fields).status == 303
        assert self.ask(person, self.token)["status"] == 200

    def merged(self, person: str):
        """Two records with a leave become one and two again."""
        twin = self.person(self.token)
        pair = f"/people/duplicates/{person}/{twin}"
        assert self.desk.get(pair).status == 200
        self.chain.form(pair, {"keep": person}, f"{pair}/merge")
        self.chain.form(f"/people/{person}/unmerge", {}, f"/people/{person}/unmerge")
        assert self.desk.get(f"/people/{twin}").status == 200

    def handed_over(self):
        """A case goes to the other organisation, which gets a record of hers with what she agreed to."""
        person = self.person(self.token)
        case = self.chain.post("cases", {"personId": person, "problems": ["housing"], "summary": word()})["id"]
        self.chain.consent(case)
        offer = {"organizationId": self.chain.partner.organization_id, "deadlines": word()}
        transfer = self.chain.post(f"cases/{case}/transfers", offer)["id"]
        self.chain.post(f"transfers/{transfer}/accept", {}, self.partner_token)
        copies = set(re.findall(r"/people/([0-9a-f-]{36})", self.theirs.get(f"/cases/{case}").text)) - {person}
        assert len(copies) == 1
        assert self.theirs.get(f"/people/{copies.pop()}").status == 200
