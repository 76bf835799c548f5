"""The process itself: how soon it is ready, and what it holds in memory after work."""

import pathlib
import statistics
import time

from measuring import demonstration, figure, progress, tirek

STARTS = 7
REQUESTS = 1_000
SIGN_INS = 20


def resident_megabytes(process_id: int) -> float:
    """Resident set by the kernel's account, in MB of 1,000,000 bytes."""
    for line in pathlib.Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise AssertionError("the kernel told no resident set")


def main():
    with demonstration() as (directory, accounts):
        seconds = []
        for _ in range(STARTS):
            server = tirek.Server("serve", "--demo", directory)
            seconds.append(server.start())
            server.stop()
        figure("start: spawn to ready", statistics.median(seconds) * 1000, "ms", "<= 300")

        account = next(each for each in accounts if each.role == "caseworker")
        with tirek.Server("serve", "--demo", directory) as server:
            progress(f"{REQUESTS} requests and {SIGN_INS} sign-ins")
            client = tirek.Client(server.address)
            for _ in range(SIGN_INS):
                client.cookies.clear()
                client.sign_in(account)
            for number in range(REQUESTS):
                answer = client.get("/people" if number % 2 else "/")
                assert answer.status == 200, f"request {number} answered {answer.status}"
            time.sleep(10)
            assert server.process is not None
            figure("memory: resident after work", resident_megabytes(server.process.pid), "MB", "<= 120")


if __name__ == "__main__":
    main()
