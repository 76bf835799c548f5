"""A light HTTP load: requests at a fixed rate over kept connections, each timed from the moment it was meant to begin.

An open loop: a slow answer delays nobody's beginning, so a stall is counted against every request that came during it.
Standard library only; one process, so that the server keeps the other core.
"""

import asyncio
import collections
import dataclasses
import gc
import time


@dataclasses.dataclass(frozen=True)
class Request:
    """What is sent, ready to write, and under which name it is counted."""

    kind: str
    data: bytes


def prepare(kind, method, path, headers, body=b""):
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Language: en"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return Request(kind, "\r\n".join(lines).encode() + b"\r\n\r\n" + body)


class Connection(asyncio.Protocol):
    """One kept connection with one request under way; understands lengths and chunks."""

    def __init__(self):
        self.transport = None
        self.waiting = None
        self.buffer = bytearray()

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, error):
        self.transport = None
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(error or ConnectionError("the server closed the connection"))

    def data_received(self, data):
        self.buffer += data
        if self.waiting and not self.waiting.done():
            answer = self._answer()
            if answer:
                self.waiting.set_result(answer)

    def _answer(self):
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self.buffer[:end]).lower()
        status = int(head[9:12])
        start = end + 4
        length = head.find(b"\r\ncontent-length:")
        if length >= 0:
            stop = head.find(b"\r\n", length + 2)
            size = int(head[length + 17:stop if stop >= 0 else None])
            if len(self.buffer) < start + size:
                return None
            return status, bytes(self.buffer[start:start + size])
        if b"transfer-encoding: chunked" in head:
            if not self.buffer.endswith(b"0\r\n\r\n"):
                return None
            return status, bytes(self.buffer[start:])
        return status, b""

    async def send(self, data):
        self.buffer.clear()
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(data)
        return await self.waiting


class Pool:
    """So many connections; whoever finds none idle waits in line, and that wait is counted too."""

    def __init__(self, port, size):
        self.port = port
        self.size = size
        self.idle = None

    async def open(self):
        self.idle = asyncio.LifoQueue()
        for _ in range(self.size):
            self.idle.put_nowait(await self._connect())

    async def _connect(self):
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
        return connection

    async def send(self, data):
        connection = await self.idle.get()
        try:
            if connection.transport is None:
                connection = await self._connect()
            return await connection.send(data)
        finally:
            self.idle.put_nowait(connection)

    def close(self):
        while self.idle and not self.idle.empty():
            connection = self.idle.get_nowait()
            if connection.transport:
                connection.transport.close()


class Times:
    """The milliseconds of each kind of request, and what failed."""

    def __init__(self):
        self.by_kind = collections.defaultdict(list)
        self.began = time.perf_counter()
        #: For each second since then the longest time that a request which was to begin in it took.
        self.worst = collections.defaultdict(float)
        self.failures = collections.Counter()
        #: The first answer of each failure, so that it can be explained.
        self.answers = {}

    def note(self, kind, seconds, status, body=b""):
        self.by_kind[kind].append(seconds * 1000)
        second = int(time.perf_counter() - seconds - self.began)
        self.worst[second] = max(self.worst[second], seconds * 1000)
        if not 200 <= status < 300:
            self.failures[f"{kind} {status}"] += 1
            self.answers.setdefault(f"{kind} {status}", body[:1200].decode(errors="replace"))

    def stalls(self, longer_than):
        """The seconds in which some request took longer than so many milliseconds, with the longest, as a line."""
        return ", ".join(f"{second} s: {worst:.0f}" for second, worst in sorted(self.worst.items()) if worst > longer_than)

    def percentile(self, kind, share):
        times = sorted(self.by_kind[kind])
        return times[min(len(times) - 1, int(len(times) * share))] if times else float("nan")


async def fixed_rate(pool, streams, seconds, times, until=None):
    """Sends each stream's requests at its rate; `streams` are (requests per second, makes the next request).

    Ends after `seconds`, or once `until()` says so.
    """
    tasks = set()

    async def one(request, intended):
        try:
            status, body = await pool.send(request.data)
        except (OSError, ConnectionError) as error:
            status, body = 599, str(error).encode()
        times.note(request.kind, time.perf_counter() - intended, status, body)

    async def stream(rate, next_request):
        began = time.perf_counter()
        number = 0
        while True:
            intended = began + number / rate
            if intended - began >= seconds or (until and until()):
                return
            delay = intended - time.perf_counter()
            if delay > 0:
                await asyncio.sleep(delay)
            task = asyncio.create_task(one(next_request(), intended))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
            number += 1

    gc.disable()
    try:
        await asyncio.gather(*(stream(rate, make) for rate, make in streams))
        if tasks:
            await asyncio.wait(set(tasks), timeout=60)
    finally:
        gc.enable()


async def closed_loop(pool, clients, seconds, times):
    """Each client does its round again and again, one request after the other."""
    end = time.perf_counter() + seconds

    async def work(make_round):
        while time.perf_counter() < end:
            for request in make_round():
                began = time.perf_counter()
                status, body = await pool.send(request.data)
                times.note(request.kind, time.perf_counter() - began, status, body)

    await asyncio.gather(*(work(make_round) for make_round in clients))
