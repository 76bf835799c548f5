"""What the benchmarks share: printing a figure, load by wrk, a demonstration network to measure on."""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/support"))

import tirek  # noqa: E402

CONNECTIONS = 64
THREADS = 2

#: Makes wrk end with one line of JSON; answers of 400 and above are errors.
REPORT = """
function done(summary, latency)
    local bad = summary.errors.connect + summary.errors.read + summary.errors.write
        + summary.errors.status + summary.errors.timeout
    io.write(string.format('JSON {"requests": %d, "microseconds": %d, "errors": %d, "p50": %d, "p99": %d}\\n',
        summary.requests, summary.duration, bad, latency:percentile(50), latency:percentile(99)))
end
"""


def figure(name: str, value: float, unit: str, target: str | None = None):
    """Prints one figure; `target` is a comparison such as ">= 3000"."""
    line = {"figure": name, "value": round(value, 3), "unit": unit, "target": target}
    if target:
        comparison, wanted = target.split()
        line["met"] = value >= float(wanted) if comparison == ">=" else value <= float(wanted)
    print(json.dumps(line), flush=True)


def progress(text: str):
    print(f"    {text}", file=sys.stderr, flush=True)


class Load:
    """What wrk saw."""

    def __init__(self, text: str):
        found = re.search(r"^JSON (.+)$", text, re.MULTILINE)
        assert found, f"wrk said nothing usable:\n{text}"
        seen = json.loads(found.group(1))
        assert seen["errors"] == 0, f"{seen['errors']} of {seen['requests']} requests failed"
        assert seen["requests"] > 0, "no request was answered"
        self.per_second = seen["requests"] / (seen["microseconds"] / 1e6)
        self.p50 = seen["p50"] / 1000
        self.p99 = seen["p99"] / 1000


def load(url: str, seconds: int, headers: dict[str, str] | None = None, connections: int = CONNECTIONS) -> Load:
    """Puts load on one address from the same machine."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(REPORT)
        script.flush()
        command = ["wrk", "-t", THREADS, "-c", connections, "-d", f"{seconds}s", "--timeout", "10s", "-s", script.name]
        for name, value in (headers or {}).items():
            command += ["-H", f"{name}: {value}"]
        done = subprocess.run([*map(str, command), url], capture_output=True, text=True, check=True)
    return Load(done.stdout)


def median(loads: list[Load]) -> Load:
    """The round with the middle throughput."""
    return sorted(loads, key=lambda each: each.per_second)[len(loads) // 2]


@contextlib.contextmanager
def demonstration(people: int = 240):
    """A fresh demonstration network in a temporary folder: the folder and its accounts."""
    with tempfile.TemporaryDirectory(prefix="tirek-bench-") as folder:
        directory = pathlib.Path(folder) / "demo"
        done = tirek.run("demo", "--directory", directory, "--people", people, "--json", timeout=600)
        assert done.returncode == 0, done.stderr
        yield directory, tirek.accounts_from(done.stdout)


@contextlib.contextmanager
def nginx(body: bytes, content_type: str):
    """nginx with as many workers as cores, serving these bytes from a file; yields their address."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory(prefix="tirek-nginx-") as folder:
        place = pathlib.Path(folder)
        place.chmod(0o755)
        (place / "page").write_bytes(body)
        port = tirek.free_port()
        (place / "nginx.conf").write_text(f"""
            worker_processes auto; daemon off; pid {place}/pid; error_log {place}/error.log;
            events {{ worker_connections 1024; }}
            http {{
                access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=16;
                server {{
                    listen 127.0.0.1:{port};
                    location = /page {{ root {place}; default_type "{content_type}"; }}
                }}
            }}
        """)
        process = subprocess.Popen([program, "-e", place / "error.log", "-c", place / "nginx.conf"])
        try:
            for _ in range(200):
                try:
                    if tirek.Client(f"http://127.0.0.1:{port}").get("/page").body == body:
                        break
                except OSError:
                    pass
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}/page"
        finally:
            process.terminate()
            process.wait(10)


__all__ = ["demonstration", "figure", "load", "median", "nginx", "progress", "tirek"]
