"""What the command-line tests, the browser tests and the benchmarks share: a running server, its accounts, a client.

Only the standard library, so that the benchmarks need no environment of their own.
"""

import dataclasses
import html.parser
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.parse

TREE = pathlib.Path(__file__).resolve().parents[2]


def binary() -> pathlib.Path:
    """The program under test: TIREK_TEST_BINARY, or the debug build."""
    return pathlib.Path(os.environ.get("TIREK_TEST_BINARY", TREE / ".build/debug/tirek"))


#: What every process is told besides, while a test wants it so.
everywhere: dict[str, str] = {}


def environment(**extra) -> dict[str, str]:
    """This process's environment without anything that would configure Tirek, and `extra`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIREK_")}
    return kept | {"TZ": "UTC"} | everywhere | {name: str(value) for name, value in extra.items()}


def run(*arguments, environment_extra=None, timeout=120, **options) -> subprocess.CompletedProcess:
    """Runs the program to its end and returns its status and texts."""
    return subprocess.run(
        [str(binary()), *map(str, arguments)],
        cwd=TREE,
        env=environment(**(environment_extra or {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        **options,
    )


@dataclasses.dataclass(frozen=True)
class Account:
    email: str
    password: str
    role: str
    organization: str
    organization_id: str


def make_demonstration(directory: pathlib.Path) -> list[Account]:
    """Makes a demonstration network, smaller than the usual one, and returns its accounts."""
    sizes = ("--people", 240, "--contacts", 300, "--cases", 90)
    done = run("demo", "--directory", directory, *sizes, "--json", timeout=300)
    assert done.returncode == 0, f"tirek demo failed ({done.returncode}): {done.stderr}"
    return accounts_from(done.stdout)


def accounts_from(text: str) -> list[Account]:
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [
        Account(line["email"], line["password"], line["role"], line["organization"], line["organizationId"])
        for line in lines
    ]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A `tirek` process that answers HTTP; ends with the `with` block."""

    def __init__(self, *arguments, port: int | None = None, log: pathlib.Path | None = None, environment_extra=None):
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.arguments = [*map(str, arguments), "--port", str(self.port)]
        # Metrics have a port of their own; two servers at once must not fight for it.
        self.environment = environment(TIREK_METRICS_PORT=free_port()) | (environment_extra or {})
        self.process: subprocess.Popen | None = None

    def start(self, ready_path="/health/ready", timeout=30) -> float:
        """Starts it and returns the seconds from spawning to the first ready answer."""
        output = open(self.log, "ab") if self.log else subprocess.DEVNULL
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [str(binary()), *self.arguments],
            cwd=TREE,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        if self.log:
            output.close()
        while time.perf_counter() - began < timeout:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}: {self.output()}")
            try:
                if Client(self.address).get(ready_path).status == 200:
                    return time.perf_counter() - began
            except OSError:
                pass
            time.sleep(0.002)
        self.stop()
        raise AssertionError(f"the server was not ready after {timeout} s: {self.output()}")

    def output(self) -> str:
        return self.log.read_text(errors="replace")[-4000:] if self.log and self.log.exists() else ""

    def stop(self, with_signal=signal.SIGTERM, timeout=15) -> int | None:
        """Asks it to stop and returns its status."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


@dataclasses.dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self):
        return json.loads(self.body)


class Client:
    """A small HTTP client that keeps cookies and follows nothing by itself."""

    def __init__(self, address: str):
        parts = urllib.parse.urlsplit(address)
        self.host, self.port = parts.hostname, parts.port
        self.address = address
        self.cookies: dict[str, str] = {}

    def send(self, method: str, path: str, body: bytes | None = None, headers=None) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        sent = {"Accept-Language": "en"} | (headers or {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            for cookie in response.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";", 1)[0].partition("=")
                self.cookies[name.strip()] = value.strip()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str, headers=None) -> Answer:
        return self.send("GET", path, headers=headers)

    def follow(self, answer: Answer) -> Answer:
        """The page that an answer of 302 or 303 points to, itself otherwise."""
        for _ in range(5):
            if answer.status not in (302, 303):
                break
            target = urllib.parse.urlsplit(answer.headers["Location"])
            answer = self.get(target.path + (f"?{target.query}" if target.query else ""))
        return answer

    def submit(self, page_path: str, fields: dict[str, str], form_action: str | None = None) -> Answer:
        """Fetches a page, fills its form (hidden fields kept) and posts it as a browser would."""
        page = self.get(page_path)
        assert page.status == 200, f"GET {page_path} answered {page.status}"
        form = find_form(page.text, set(fields), form_action)
        body = urllib.parse.urlencode(form.hidden | fields).encode()
        return self.send(
            "POST",
            urllib.parse.urljoin(page_path, form.action or page_path),
            body,
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": self.address,
                "Sec-Fetch-Site": "same-origin",
            },
        )

    def sign_in(self, account: Account) -> Answer:
        answer = self.submit("/sign-in", {"email": account.email, "password": account.password})
        assert answer.status in (302, 303), f"signing in as {account.role} answered {answer.status}"
        return answer

    def post_json(self, path: str, value, token: str | None = None, headers=None) -> Answer:
        sent = {"Content-Type": "application/json", "Accept": "application/json"} | (headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        return self.send("POST", path, json.dumps(value).encode(), sent)

    def api_token(self, account: Account) -> str:
        answer = self.post_json("/api/v1/sessions", {"email": account.email, "password": account.password})
        assert answer.status in (200, 201), f"POST /api/v1/sessions answered {answer.status}: {answer.text[:300]}"
        return answer.json()["token"]


@dataclasses.dataclass
class Form:
    action: str | None = None
    method: str = "get"
    hidden: dict[str, str] = dataclasses.field(default_factory=dict)
    names: set[str] = dataclasses.field(default_factory=set)


class _FormReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.open = False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append(Form(given.get("action"), (given.get("method") or "get").lower()))
            self.open = True
        elif tag in ("input", "select", "textarea", "button") and self.open and given.get("name"):
            self.forms[-1].names.add(given["name"])
            if tag == "input" and (given.get("type") or "").lower() == "hidden":
                self.forms[-1].hidden[given["name"]] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = False


def find_form(text: str, names: set[str], action: str | None = None) -> Form:
    """The page's first POST form that has all the named fields."""
    reader = _FormReader()
    reader.feed(text)
    for form in reader.forms:
        if form.method == "post" and names <= form.names and (action is None or form.action == action):
            return form
    raise AssertionError(f"no form with the fields {sorted(names)}")


UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
