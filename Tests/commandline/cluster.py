"""A PostgreSQL of the drill's own, whose processes may be killed."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAMS = pathlib.Path(os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin"))


class Cluster:
    """Lies in a temporary folder and listens on a socket there. PostgreSQL refuses to run as root."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tirek-drill-", dir="/tmp"))
        self.data = self.folder / "data"
        self.url = f"postgres://postgres@/postgres?host={self.folder}&connect_timeout=5"
        self.process: subprocess.Popen | None = None
        self.account = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
        self.run("initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--data-checksums", "--no-sync",
                 "--encoding=UTF8", "--locale=C.UTF-8")
        with open(self.data / "postgresql.conf", "a") as settings:
            settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\n")
            # Its processes are killed, the machine isn't: what was written stays written without a sync.
            settings.write("max_connections = 40\nshared_buffers = 16MB\nfsync = off\n")

    def run(self, program, *arguments):
        subprocess.run([*self.account, PROGRAMS / program, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL)

    def start(self):
        with open(self.folder / "log.txt", "ab") as log:
            self.process = subprocess.Popen(
                [*self.account, PROGRAMS / "postgres", "-D", self.data], cwd="/", stdout=log, stderr=log
            )
        deadline = time.monotonic() + 30
        while subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder]).returncode != 0:
            assert time.monotonic() < deadline, (self.folder / "log.txt").read_text(errors="replace")[-2000:]
            time.sleep(0.02)

    def kill(self):
        """SIGKILL to the server and every process of its, as when the machine's memory runs out."""
        children = processes_below(self.process.pid)
        for number in [self.process.pid, *children]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.process.wait()
        deadline = time.monotonic() + 10
        while any(map(is_running, children)):
            assert time.monotonic() < deadline, "PostgreSQL's processes did not end"
            time.sleep(0.005)

    def remove(self):
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def is_running(number: int) -> bool:
    """Whether a process still does anything; a dead one that nobody has asked after yet does not."""
    try:
        return pathlib.Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def processes_below(parent: int) -> list[int]:
    """The ids of a process's children and theirs."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # After the name in brackets come the state and the parent's id.
            if int(path.read_text().rpartition(")")[2].split()[1]) == parent:
                number = int(path.parent.name)
                found += [number, *processes_below(number)]
    return found
