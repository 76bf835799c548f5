"""Searches every byte that a seized machine would give away for planted texts, however they may be written down."""

import base64
import gzip
import io
import pathlib
import random
import string
import tarfile
import zipfile

# Every planted text has one of these marks in it, so that one search finds them all.
LATIN = "zqxjvkwy"
CYRILLIC = "ъщэюъщыь"
DIGITS = "73918264"
MARKS = [LATIN, LATIN.upper(), LATIN.capitalize(), CYRILLIC, CYRILLIC.upper(), CYRILLIC.capitalize(), DIGITS]


def word(mark=LATIN) -> str:
    """A new marked word to be typed somewhere."""
    letters = string.ascii_lowercase if mark == LATIN else "абвгдежз"
    return mark + "".join(random.choices(letters, k=6))


def number(prefix: str, count: int) -> str:
    """A new marked number."""
    return prefix + DIGITS + "".join(random.choices(string.digits, k=count))


def spellings(text: str | bytes) -> dict[str, bytes]:
    """The ways in which a text or secret may stand in a file, by name."""
    plain = {"raw": text} if isinstance(text, bytes) else {
        "UTF-8": text.encode(),
        "UTF-16LE": text.encode("utf-16-le"),
        "UTF-16BE": text.encode("utf-16-be"),
    }
    found = dict(plain)
    for name, content in plain.items():
        if name.startswith("UTF-16"):
            continue
        found[f"{name} hex"] = content.hex().encode()
        found[f"{name} HEX"] = content.hex().upper().encode()
        for shift in range(3):
            # What of the base64 depends on the content alone, wherever it begins among the groups of three.
            whole = base64.b64encode(bytes(shift) + content + bytes(3))
            part = whole[(shift * 8 + 5) // 6 : (shift + len(content)) * 8 // 6]
            found[f"{name} base64+{shift}"] = part
            found[f"{name} base64url+{shift}"] = part.translate(bytes.maketrans(b"+/", b"-_"))
    return found


class Search:
    def __init__(self, secrets: dict[str, str | bytes]):
        """`secrets` are what has no mark in it (made by the program): by name, as text or bytes."""
        self.patterns = {}
        for what, text in [(mark, mark) for mark in MARKS] + list(secrets.items()):
            for how, pattern in spellings(text).items():
                assert len(pattern) >= 8, f"{what} is too short to be searched for"
                self.patterns[pattern] = f"{what} in {how}"

    def bytes(self, content: bytes, place: str) -> list[str]:
        found = []
        for pattern, what in self.patterns.items():
            at = content.find(pattern)
            if at >= 0:
                found.append(f"{place}: {what} at {at}: {content[max(0, at - 40) : at + 60]!r}")
        for name, inner in unpacked(content):
            found += self.bytes(inner, f"{place}!{name}")
        return found

    def folders(self, *folders: pathlib.Path, but=()) -> tuple[list[str], int]:
        """Searches every file below the folders; returns what was found and how many bytes were searched."""
        found, count = [], 0
        for folder in folders:
            for path in sorted(folder.rglob("*")):
                if not path.is_file() or path.is_symlink() or path.name in but:
                    continue
                try:
                    content = path.read_bytes()
                except FileNotFoundError:
                    continue  # a server that runs removes files of its own
                count += len(content)
                # Most of a database's spare room is zeros, which need not be searched hundreds of times.
                content = bytes(64).join(content.split(bytes(4096)))
                found += self.bytes(content, str(path)) + self.bytes(str(path).encode(), f"the name {path}")
        return found, count


def unpacked(content: bytes):
    """What is in an archive; nothing for other files."""
    if content[:2] == b"\x1f\x8b":
        yield "gz", gzip.decompress(content)
    elif content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name, archive.read(name)
    elif content[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                if file := archive.extractfile(member):
                    yield member.name, file.read()
