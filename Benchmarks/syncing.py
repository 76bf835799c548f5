"""How long a sync takes, beside what is measured.

Whatever changes a record waits until the disk has it. Where one sync in a hundred takes half a second, one save in a hundred
does, and so does every answer that waits for its leaf beside it. These figures tell it: a page of 4 kB written and synced five
times a second by a process of its own, in a file of its own in the same file system, once before there is any load and then
beside it. What is longer beside the load waited for other writes as well.

    python3 syncing.py FILE     prints one time in milliseconds a line until its input ends
"""

import contextlib
import os
import pathlib
import select
import subprocess
import sys
import time

PAUSE = 0.2
PAGES = 256


def watch(path):
    page = os.urandom(4096)
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    # Written before, so that no sync has to make the file longer.
    os.pwrite(file, page * PAGES, 0)
    os.fsync(file)
    number = 0
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        began = time.perf_counter()
        os.pwrite(file, page, number % PAGES * 4096)
        os.fdatasync(file)
        print((time.perf_counter() - began) * 1000, flush=True)
        number += 1


@contextlib.contextmanager
def syncs_watched(folder: pathlib.Path, name: str):
    """Prints what a sync took while the block ran."""
    from measuring import figure

    path = pathlib.Path(folder) / "syncs-watched"
    watching = subprocess.Popen(
        [sys.executable, __file__, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield
    finally:
        said, _ = watching.communicate()
        path.unlink(missing_ok=True)
    assert watching.returncode == 0, f"watching syncs ended with {watching.returncode}"
    times = sorted(map(float, said.split())) or [0.0]
    figure(f"{name}: syncs of 4 kB beside it", len(times), "syncs")
    figure(f"{name}: a sync of 4 kB beside it, p50", times[len(times) // 2], "ms")
    figure(f"{name}: a sync of 4 kB beside it, p99", times[len(times) * 99 // 100], "ms")
    figure(f"{name}: a sync of 4 kB beside it, longest", times[-1], "ms")


if __name__ == "__main__":
    watch(sys.argv[1])
