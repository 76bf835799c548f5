"""Keeps a file in memory while something is measured.

A server's files lie in memory that nobody else wants, and a machine of one's own leaves them there. Some machines that are
rented by the hour take back what was not read for a minute; on them a benchmark would measure their disk and nothing else.
Who says `--hold` has the database's file locked in memory, and the figures say so.
"""

import contextlib
import ctypes
import mmap
import os
import pathlib

from measuring import figure, progress


class _Kernel:
    def __init__(self):
        self.library = ctypes.CDLL(None, use_errno=True)
        self.library.mmap.restype = ctypes.c_void_p
        self.library.mmap.argtypes = [
            ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long,
        ]
        self.library.mlock.argtypes = self.library.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]

    def failure(self, what: str) -> OSError:
        number = ctypes.get_errno()
        return OSError(number, f"{what}: {os.strerror(number)} (ulimit -l)")


@contextlib.contextmanager
def held(file: pathlib.Path, is_wanted: bool):
    """Holds the file in memory as long as the block runs, if that is wanted."""
    if not is_wanted:
        yield
        return
    kernel = _Kernel()
    size = file.stat().st_size
    progress(f"reading {size / 1e6:.0f} MB into memory, to hold them there")
    # Opened for reading and closed at once, and by a process that has no other business with the file: closing it in the
    # server's own would drop the locks of its database.
    descriptor = os.open(file, os.O_RDONLY)
    start = kernel.library.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, descriptor, 0)
    os.close(descriptor)
    if start in (None, ctypes.c_void_p(-1).value):
        raise kernel.failure("the file could not be mapped")
    try:
        if kernel.library.mlock(start, size) != 0:
            raise kernel.failure("the file could not be held in memory")
        figure("held in memory: the database's file", size / 1e6, "MB")
        yield
    finally:
        kernel.library.munmap(start, size)
