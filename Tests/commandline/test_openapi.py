"""The description of the programming interface, held against the standard and against the running server."""

import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

import tirek


@pytest.fixture(scope="module")
def document(server) -> dict:
    answer = tirek.Client(server.address).get("/api/openapi.json")
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("application/json")
    return answer.json()


def test_it_is_valid_by_the_standard(document):
    errors = [f"{'/'.join(map(str, error.path))}: {error.message}" for error in
              OpenAPIV31SpecValidator(document).iter_errors()]
    assert not errors, "\n".join(errors[:20])


def test_every_described_call_is_there_and_wants_a_token(document, server):
    client = tirek.Client(server.address)
    calls = [(method, path) for path, item in document["paths"].items() for method in item]
    assert len(calls) > 25
    for method, path in calls:
        address = re.sub(r"\{\w+\}", "00000000-0000-7000-8000-000000000001", path)
        answer = client.send(method.upper(), address, b"{}" if method != "get" else None,
                             {"Content-Type": "application/json"} if method != "get" else {})
        if (method, path) == ("post", "/api/v1/sessions"):
            assert answer.status == 422
        else:
            assert answer.status == 401, f"{method} {path}: {answer.status}"


def test_every_call_says_what_it_does_and_what_it_answers(document):
    for path, item in document["paths"].items():
        for method, call in item.items():
            place = f"{method} {path}"
            assert call["summary"].endswith("."), place
            assert any(status.startswith("2") for status in call["responses"]), place
            named = set(re.findall(r"\{(\w+)\}", path))
            assert named == {entry["name"] for entry in call["parameters"] if entry["in"] == "path"}, place
