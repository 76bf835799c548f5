"""Pages under load: (a) rendered from memory beside nginx serving the same bytes, (b) the real list of people.

(b) is signed in and reads the database: 50 names are opened, the policy is asked, the journal gets its leaf.
"""

import json

from measuring import demonstration, figure, load, median, nginx, progress, tirek

SECONDS = 8
ROUNDS = 3


def render():
    server = tirek.Server("bench", "serve-render")
    server.start(ready_path="/bench/render")
    try:
        page = tirek.Client(server.address).get("/bench/render")
        address = server.address + "/bench/render"
        with nginx(page.body, page.headers["Content-Type"]) as other:
            load(address, 2), load(other, 2)
            ours, theirs = [], []
            for turn in range(ROUNDS):  # in turns, so that a slow minute of the machine meets both
                progress(f"render, round {turn + 1} of {ROUNDS}")
                ours.append(load(address, SECONDS))
                theirs.append(load(other, SECONDS))
    finally:
        server.stop()
    tirek_load, nginx_load = median(ours), median(theirs)
    figure("render: page size", len(page.body), "bytes")
    figure("render: tirek", tirek_load.per_second, "requests/s")
    figure("render: nginx, same bytes", nginx_load.per_second, "requests/s")
    figure("render: tirek / nginx", tirek_load.per_second / nginx_load.per_second, "ratio", ">= 0.5")
    figure("render: p99", tirek_load.p99, "ms")


def measure(name: str, address: str, headers: dict[str, str], targets: tuple[str, str] | None):
    load(address, 3, headers)
    seen = []
    for turn in range(ROUNDS):
        progress(f"{name}, round {turn + 1} of {ROUNDS}")
        seen.append(load(address, SECONDS, headers))
    middle = median(seen)
    rate, late = targets or (None, None)
    figure(f"{name}: throughput", middle.per_second, "requests/s", rate)
    figure(f"{name}: p50", middle.p50, "ms")
    figure(f"{name}: p99", middle.p99, "ms", late)


def real():
    with demonstration() as (directory, accounts):
        account = next(each for each in accounts if each.role == "caseworker")
        with tirek.Server("serve", "--demo", directory) as server:
            client = tirek.Client(server.address)
            client.follow(client.sign_in(account))
            page = client.get("/people")
            assert page.status == 200, f"/people answered {page.status}"
            rows = page.text.split("<main", 1)[-1].count("<tr")
            assert rows >= 50, f"the list shows {rows} rows, not 50"
            cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
            measure("list page", server.address + "/people", {"Cookie": cookie}, (">= 3000", "<= 50"))

            token = client.api_token(account)
            bearer = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
            items = json.loads(tirek.Client(server.address).get("/api/v1/people?limit=50", bearer).body)["items"]
            assert len(items) == 50, f"the list has {len(items)} items, not 50"
            measure("list as JSON", server.address + "/api/v1/people?limit=50", bearer, None)


if __name__ == "__main__":
    render()
    real()
