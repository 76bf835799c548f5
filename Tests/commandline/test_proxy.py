"""The reverse-proxy file for operators, with a real nginx before a real Tirek."""

import http.client
import re
import shutil
import ssl
import subprocess
import time

import pytest

import tirek


@pytest.fixture(scope="module")
def proxy(server, tmp_path_factory):
    """nginx with deploy/nginx.conf; only names, ports and paths are changed to this test's."""
    folder = tmp_path_factory.mktemp("nginx")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=tirek.example.org"]
        + ["-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True,
        capture_output=True,
    )
    port = tirek.free_port()
    site = (tirek.TREE / "deploy/nginx.conf").read_text()
    for pattern, replacement in [
        (r"listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        (r"listen \[::\]:443 ssl.*;\n", "\n"),
        (r"listen 80;", f"listen 127.0.0.1:{tirek.free_port()};"),
        (r"listen \[::\]:80;\n", "\n"),
        (r"server 127\.0\.0\.1:8080", f"server 127.0.0.1:{server.port}"),
        (r"ssl_certificate .*;", f"ssl_certificate {folder}/cert.pem;"),
        (r"ssl_certificate_key .*;", f"ssl_certificate_key {folder}/key.pem;"),
        (r"/var/log/nginx/", f"{folder}/"),
    ]:
        site, count = re.subn(pattern, replacement, site)
        assert count > 0, f"deploy/nginx.conf has nothing like {pattern}"
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(
        f"pid {folder}/nginx.pid;\nerror_log {folder}/start.log;\ndaemon off;\n"
        f"events {{}}\nhttp {{ include /etc/nginx/mime.types;\ninclude {folder}/site.conf; }}\n"
    )
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    checked = subprocess.run([program, "-t", "-c", folder / "nginx.conf"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen([program, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                fetch(port, "/health/ready")
                break
            except OSError:
                time.sleep(0.05)
        yield port, folder
    finally:
        process.terminate()
        process.wait(10)


def fetch(port, path, headers=None):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=10)
    try:
        connection.request(
            "GET", path, headers={"Host": "tirek.example.org", "Accept-Encoding": "gzip"} | (headers or {})
        )
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def test_a_page_comes_through_uncompressed(proxy):
    status, headers, body = fetch(proxy[0], "/sign-in")
    assert status == 200 and b"<html" in body
    assert headers.get("Content-Encoding") is None, "a compressed page with a secret in it can be guessed at"
    assert "max-age" in headers["Strict-Transport-Security"]


def test_an_asset_comes_through_compressed(proxy):
    page = fetch(proxy[0], "/sign-in")[2].decode()
    sheet = re.search(r'href="(/[^"]+\.css)"', page).group(1)
    status, headers, _ = fetch(proxy[0], sheet)
    assert status == 200 and headers["Content-Encoding"] == "gzip"
    assert "immutable" in headers["Cache-Control"]


def test_the_log_has_paths_without_queries(proxy):
    port, folder = proxy
    fetch(port, "/sign-in?secret=canary-in-query", {"Referer": "https://x.example/?canary-in-referrer"})
    time.sleep(0.3)
    log = (folder / "tirek-access.log").read_text()
    assert "/sign-in" in log and "canary" not in log and "127.0.0.1" not in log


def test_metrics_stay_inside(proxy):
    assert fetch(proxy[0], "/metrics")[0] == 404
