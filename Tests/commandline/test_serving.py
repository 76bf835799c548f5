"""The running server from outside: health, headers, refusals, limits."""

import http.client
import socket

import pytest

import tirek


@pytest.fixture
def client(server):
    return tirek.Client(server.address)


def test_it_is_ready(client):
    assert client.get("/health/ready").status == 200


def test_a_page_may_load_nothing_from_elsewhere(client):
    answer = client.get("/sign-in")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_session_cookie_is_hidden_from_scripts(server, accounts):
    client = tirek.Client(server.address)
    page = client.submit("/sign-in", {"email": accounts[0].email, "password": accounts[0].password})
    cookies = page.headers.get_all("Set-Cookie")
    assert cookies and all("httponly" in cookie.lower() for cookie in cookies)
    assert all("samesite=" in cookie.lower() for cookie in cookies)


def test_a_wrong_password_says_so_and_keeps_the_address(client, accounts):
    answer = client.submit("/sign-in", {"email": accounts[0].email, "password": "not the password"})
    assert answer.status in (401, 422)
    assert accounts[0].email in answer.text and "not the password" not in answer.text


def test_an_unknown_address_answers_like_a_wrong_password(client, accounts):
    wrong = client.submit("/sign-in", {"email": accounts[-1].email, "password": "not the password"})
    unknown = client.submit("/sign-in", {"email": "nobody@demo.tirek.example", "password": "not the password"})
    assert wrong.status == unknown.status


@pytest.mark.parametrize(
    "path",
    ["/", "/people", "/hotline", "/cases", "/inbox", "/statistics", "/import", "/exports", "/network", "/account"]
    + ["/members", "/journal", "/installation"],
)
def test_a_stranger_is_sent_to_sign_in(client, path):
    answer = client.get(path)
    assert answer.status in (302, 303) and answer.headers["Location"].startswith("/sign-in")


def test_a_missing_page_answers_in_the_readers_language(client):
    english = client.get("/no/such/page")
    russian = client.get("/no/such/page", {"Accept-Language": "ru"})
    assert english.status == russian.status == 404
    assert 'lang="en"' in english.text and 'lang="ru"' in russian.text


def test_a_wrong_method_answers_405_with_allow(client):
    answer = client.send("DELETE", "/sign-in")
    assert answer.status == 405
    assert {"GET", "POST"} <= {method.strip() for method in answer.headers["Allow"].split(",")}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"email=%ff%fe&password=x", "application/x-www-form-urlencoded"),
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b"email=" + b"a" * 3_000_000, "application/x-www-form-urlencoded"),
        (b"{not json", "application/json"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"", "application/x-www-form-urlencoded"),
    ],
    ids=["broken UTF-8", "bytes", "three megabytes", "JSON", "multipart", "nothing"],
)
def test_a_malformed_form_gets_a_4xx_page(server, body, kind):
    client = tirek.Client(server.address)
    try:
        answer = client.send("POST", "/sign-in", body, {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"})
    except (BrokenPipeError, ConnectionResetError):
        pytest.fail("the server closed the connection without an answer")
    assert 400 <= answer.status < 500 and len(answer.body) > 200


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"email": 5}', b"\xff", b""], ids=repr)
def test_malformed_json_gets_problem_json(client, body):
    answer = client.send("POST", "/api/v1/sessions", body, {"Content-Type": "application/json"})
    assert 400 <= answer.status < 500
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json()["status"] == answer.status


def test_the_api_without_a_token_answers_401(client):
    answer = client.get("/api/v1/people")
    assert answer.status == 401
    assert answer.headers["Content-Type"].startswith("application/problem+json")


def test_the_api_signs_in_and_lists_people(client, accounts):
    manager = next(account for account in accounts if account.role == "manager")
    token = client.api_token(manager)
    answer = client.get("/api/v1/people?limit=5", {"Authorization": f"Bearer {token}"})
    assert answer.status == 200
    items = answer.json()["items"]
    assert len(items) == 5 and all(tirek.UUID.fullmatch(item["id"]) for item in items)


@pytest.mark.parametrize(
    "request_text",
    [b"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n"],
)
def test_nonsense_on_the_wire_never_breaks_the_server(server, request_text):
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as wire:
        wire.sendall(request_text)
        wire.settimeout(5)
        answer = wire.recv(4096)
    assert not answer or not answer.startswith(b"HTTP/1.1 5")
    assert tirek.Client(server.address).get("/health/ready").status == 200


def test_a_half_request_does_not_keep_others_waiting(server):
    wires = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(32)]
    try:
        for wire in wires:
            wire.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        connection.request("GET", "/health/ready")
        assert connection.getresponse().status == 200
        connection.close()
    finally:
        for wire in wires:
            wire.close()


def test_the_log_names_nobody(server, accounts):
    client = tirek.Client(server.address)
    client.sign_in(accounts[0])
    client.get("/people?q=canary-in-query")
    log = server.log.read_text(errors="replace")
    assert "canary-in-query" not in log
    for account in accounts:
        assert account.email not in log and account.password not in log


def written(server) -> int:
    """How many writes the metrics port has counted."""
    text = tirek.Client(f"http://127.0.0.1:{server.environment['TIREK_METRICS_PORT']}").get("/metrics").text
    found = [line for line in text.splitlines() if line.startswith("tirek_write_duration_seconds_count ")]
    return int(float(found[0].split()[1]))


def test_each_write_is_timed_for_the_operator(server, accounts):
    before = written(server)
    client = tirek.Client(server.address)
    client.follow(client.sign_in(accounts[0]))
    assert written(server) > before
