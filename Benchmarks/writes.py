"""Writes per second on both engines: one user's change with its journal leaf and its event, each in its own commit."""

import json
import os
import pathlib
import subprocess
import tempfile

from measuring import figure, progress, tirek

SECONDS = 5
TARGET = ">= 200"


def measure(engine: str, url: str):
    progress(f"writes on {engine}")
    done = tirek.run("bench", "writes", "--database-url", url, "--seconds", SECONDS)
    assert done.returncode == 0, done.stderr
    said = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    figure(f"writes: {engine}", said["writesPerSecond"], "writes/s", TARGET)


def main():
    with tempfile.TemporaryDirectory(prefix="tirek-bench-") as folder:
        measure("SQLite", f"sqlite://{pathlib.Path(folder) / 'tirek.sqlite'}")
    server = os.environ.get("TIREK_BENCH_POSTGRES")
    assert server, "TIREK_BENCH_POSTGRES is not set; script/bench sets it"
    program = pathlib.Path(os.environ["POSTGRES_BIN"]) / "psql"
    subprocess.run([program, "-qX", "-d", server, "-c", "CREATE DATABASE tirek_bench"], check=True)
    measure("PostgreSQL", server.replace("/postgres?", "/tirek_bench?"))


if __name__ == "__main__":
    main()
