"""An HTTP proxy that stands between the program and a server, and misbehaves as networks and services do.

A rule looks at a request and returns what becomes of it. The proxy counts what it did, so that a trial in which nothing went
wrong does not pass.
"""

import asyncio
import collections
import dataclasses
import random
import threading
import urllib.parse


@dataclasses.dataclass
class Fate:
    """What becomes of a request."""

    name: str = "forwarded"
    # Seconds before the request is forwarded. The client may be gone by then; the server gets it nevertheless.
    delay: float = 0.0
    # Whether the server gets it.
    is_forwarded: bool = True
    # Whether the client gets the answer of the server.
    is_answered: bool = True
    # The whole answer in place of the server's, as bytes.
    answer: bytes = b""


FORWARDED = Fate()


def answer(status, reason, headers, body):
    """The bytes of an answer."""
    text = body.encode()
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers.items())]
    lines += [f"Content-Length: {len(text)}", "", ""]
    return "\r\n".join(lines).encode() + text


@dataclasses.dataclass
class Message:
    """A request or an answer: its first line, its head and its body as bytes."""

    first: str
    head: bytes
    headers: dict
    body: bytes

    @property
    def method(self):
        return self.first.split(" ")[0]

    @property
    def path(self):
        """The path without its query. Google's clients encode each `/` and `.` of a name."""
        return urllib.parse.unquote(self.first.split(" ")[1].split("?")[0])

    @property
    def bytes(self):
        return self.head + self.body

    def rewritten(self, headers):
        """The same request with other headers."""
        lines = [self.first, *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        return dataclasses.replace(self, head="\r\n".join(lines).encode("latin-1"), headers=headers)


async def read_message(stream, asked="", writer=None):
    """Reads a message as it is. `asked` is the method whose answer it is. `None` at the end of the stream.

    A client that waits for a word before it sends the body gets it from here, through `writer`.
    """
    try:
        head = await stream.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(":", 1) for line in lines[1:] if ":" in line)
    headers = {name.strip().lower(): value.strip() for name, value in pairs}
    first = lines[0]
    if headers.get("expect", "").lower() == "100-continue" and writer:
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        head = "\r\n".join(line for line in lines if not line.lower().startswith("expect:")).encode("latin-1")
    has_none = asked == "HEAD" or first.split(" ")[1] in ("204", "304") and asked
    if has_none:
        body = b""
    elif "chunked" in headers.get("transfer-encoding", ""):
        body = await read_chunks(stream)
    elif "content-length" in headers:
        body = await stream.readexactly(int(headers["content-length"]))
    elif asked:
        body = await stream.read()
    else:
        body = b""
    return Message(first, head, headers, body)


async def read_chunks(stream):
    body = b""
    while True:
        line = await stream.readline()
        body += line
        size = int(line.split(b";")[0], 16)
        body += await stream.readexactly(size + 2)
        if size == 0:
            return body


class Proxy:
    """Forwards to a port of this machine. `judge(random, request)` returns the fate of each request while `is_on`.

    `translate(request)` returns the request as the server understands it. The proxy runs in a thread that ends with the program.
    """

    def __init__(self, port, judge, seed, translate=lambda request: request):
        self.upstream = port
        self.judge = judge
        self.translate = translate
        self.random = random.Random(seed)
        self.is_on = False
        self.counts = collections.Counter()
        self.port = None
        # The loop alone does not keep a task whose client is gone.
        self.tasks = set()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def _run(self, ready):
        async def serve():
            server = await asyncio.start_server(self._client, "127.0.0.1", 0, limit=1 << 20, backlog=512)
            self.port = server.sockets[0].getsockname()[1]
            ready.set()
            await server.serve_forever()

        asyncio.run(serve())

    async def _client(self, reader, writer):
        server = None
        self.tasks.add(asyncio.current_task())
        try:
            while (request := await read_message(reader, writer=writer)) is not None:
                fate = self.judge(self.random, request) if self.is_on else FORWARDED
                self.counts[fate.name] += 1
                if fate.delay:
                    await asyncio.sleep(fate.delay)
                reply = fate.answer
                if fate.is_forwarded:
                    server, reply = await self._forward(server, self.translate(request))
                if not fate.is_answered:
                    return
                writer.write(reply)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.tasks.discard(asyncio.current_task())
            for stream in (writer, server and server[1]):
                if stream:
                    stream.close()

    async def _forward(self, server, request):
        """Sends a request, on a new connection if the server has closed the old one, and returns its answer."""
        if server is None or server[0].at_eof():
            server = await asyncio.open_connection("127.0.0.1", self.upstream, limit=1 << 20)
        reader, writer = server
        writer.write(request.bytes)
        await writer.drain()
        reply = await read_message(reader, request.method)
        if reply is None:
            raise ConnectionResetError("the server closed the connection")
        if reply.headers.get("connection", "").lower() == "close":
            writer.close()
            server = None
        return server, reply.bytes


def throttled(chance):
    """A service in a storm: some requests are refused for a second."""
    refusal = answer(
        429, "Too Many Requests", {"Retry-After": "1", "Content-Type": "application/json"},
        '{"error":{"code":"TooManyRequests","message":"Too many requests, try again later."}}',
    )

    def judge(chances, _request):
        if chances.random() < chance:
            return Fate("429", is_forwarded=False, answer=refusal)
        return FORWARDED

    return judge


def careless(conflict, chance=0.12):
    """A store behind a bad network. `conflict` is the answer of the store to two writers at one time.

    Commits of a table lose their answer, are refused although nothing was written, or arrive late. Other writes lose their answer.
    """

    def judge(chances, request):
        is_write = request.method == "PUT"
        drawn = chances.random()
        if is_write and "/_delta_log/" in request.path and request.path.endswith(".json"):
            if drawn < chance:
                return Fate("commit without an answer", is_answered=False)
            if drawn < 2 * chance:
                return Fate("commit refused", is_forwarded=False, answer=conflict)
            if drawn < 3 * chance:
                return Fate("commit late", delay=chances.uniform(0.1, 0.8))
        elif is_write and drawn < chance / 4:
            return Fate("file without an answer", is_answered=False)
        elif drawn > 1 - chance / 4:
            return Fate("late", delay=chances.uniform(0.05, 0.3))
        return FORWARDED

    return judge
