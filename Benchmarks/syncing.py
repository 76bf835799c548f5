"""How long the disk itself takes, beside what is measured.

Whatever changes a record waits until the disk has it. On a disk that takes half a second for one sync in a hundred, one
save in a hundred takes half a second, and so does every answer that waits for its leaf beside it. These figures tell how
much of a latency is the disk's: a page of 4 kB written and synced five times a second, in a file of its own in the same
folder.
"""

import contextlib
import os
import pathlib
import threading
import time

from measuring import figure

PAUSE = 0.2
PAGES = 256


class _Watch(threading.Thread):
    def __init__(self, path: pathlib.Path):
        super().__init__(daemon=True)
        self.path = path
        self.milliseconds: list[float] = []
        self.stopped = threading.Event()

    def run(self):
        page = os.urandom(4096)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            # Written before, so that no sync has to make the file longer.
            os.pwrite(file, page * PAGES, 0)
            os.fsync(file)
            while not self.stopped.wait(PAUSE):
                place = len(self.milliseconds) % PAGES * 4096
                began = time.perf_counter()
                os.pwrite(file, page, place)
                os.fdatasync(file)
                self.milliseconds.append((time.perf_counter() - began) * 1000)
        finally:
            os.close(file)


@contextlib.contextmanager
def syncs_watched(directory: pathlib.Path, name: str):
    """Prints the disk's own figures of the time that the block takes; a short one says little and is left out."""
    path = pathlib.Path(directory) / "syncs-watched"
    watch = _Watch(path)
    watch.start()
    try:
        yield
    finally:
        watch.stopped.set()
        watch.join()
        path.unlink(missing_ok=True)
    times = sorted(watch.milliseconds)
    if len(times) < 100:
        return
    figure(f"{name}: a sync of the disk alone, p50", times[len(times) // 2], "ms")
    figure(f"{name}: a sync of the disk alone, p99", times[len(times) * 99 // 100], "ms")
    figure(f"{name}: a sync of the disk alone, longest", times[-1], "ms")
