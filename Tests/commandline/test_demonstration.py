"""What the demonstration network has for those who try it out: people written down twice, and one whom two know."""

import json
import re
import time

import pytest

import tirek


def account(accounts, name: str) -> tirek.Account:
    return next(account for account in accounts if account.email.startswith(f"{name}@"))


def queue(server, member: tirek.Account) -> str:
    """The list of suspected pairs, once everybody can be compared."""
    client = tirek.Client(server.address)
    client.follow(client.sign_in(member))
    deadline = time.monotonic() + 30
    while True:
        page = client.get("/people/duplicates")
        assert page.status == 200
        if pairs(page.text) or time.monotonic() > deadline:
            return page.text
        time.sleep(0.2)


def pairs(page: str) -> set[str]:
    return set(re.findall(r"/people/duplicates/[0-9a-f-]{36}/[0-9a-f-]{36}", page))


@pytest.mark.parametrize("name, least", [("operator", 5), ("north-operator", 4), ("union-operator", 3), ("almaty-operator", 2)])
def test_some_people_were_written_down_twice(server, accounts, name, least):
    assert len(pairs(queue(server, account(accounts, name)))) >= least


def test_the_queue_says_why_and_warns_of_twins(server, accounts):
    page = queue(server, account(accounts, "operator"))
    for reason in ("day and month swapped", "other family name", "same phone", "perhaps twins"):
        assert reason in page


def test_one_person_is_known_to_two_organizations_and_agreed_to_it(server, accounts):
    for name in ("manager", "union-manager"):
        client = tirek.Client(server.address)
        token = client.api_token(account(accounts, name))
        headers = {"Authorization": f"Bearer {token}"}
        own, before = [], ""
        while before is not None:
            page = client.get(f"/api/v1/people?limit=200{before}", headers).json()
            own += [item["id"] for item in page["items"]]
            before = f"&before={page['next']}" if page.get("next") else None
        agreed = [
            person for person in own if "recognition" in client.get(f"/api/v1/people/{person}", headers).json()
        ]
        assert len(agreed) == 1, name
        answer = client.post_json(f"/api/v1/people/{agreed[0]}/network-match", {}, token)
        assert answer.status == 200 and answer.json()["answer"] == "somebody_may_be_the_same", answer.text


def test_the_same_seed_makes_the_same_people(tmp_path):
    """As many people as were asked for, with the same names from the same seed."""

    def names(folder) -> tuple[int, set[str]]:
        made = tirek.run("demo", "--directory", folder, "--people", 120, "--contacts", 10, "--cases", 3, "--json")
        assert made.returncode == 0, made.stderr
        member = account(tirek.accounts_from(made.stdout), "almaty-operator")
        with tirek.Server("serve", "--demo", folder) as other:
            found = re.findall(r"<bdi[^>]*>([^<]+)</bdi>", queue(other, member))
        done = tirek.run("drill", "check", "--demo", folder)
        return json.loads(done.stdout)["counts"]["people"], set(found)

    first, second = names(tmp_path / "first"), names(tmp_path / "second")
    assert first == second
    assert first[0] == 120 and len(first[1]) >= 4
