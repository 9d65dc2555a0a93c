"""A TLS server on loopback that issues tokens and serves packed pages; one port for each list it is told of.

    server.py FOLDER LIST...        LIST is KIND:ROWS or KIND:ROWS:BYTES_PER_SECOND

Writes `ca.pem` into FOLDER, then one line of JSON to standard output: port, pages and bytes of each list, in
their order. Ends when its standard input does, so that it never outlives who started it.
"""

import json
import re
import socket
import ssl
import sys
import threading
import time
from pathlib import Path

import trustme

import pages

PIECE = 256 * 1024
SLOW_PIECE = 16 * 1024
TOKEN = json.dumps({"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599, "access_token": "bench" * 300}).encode()

# The paths of lists that do not have the name of their kind.
PATHS = {"vulnerabilities": "machines/SoftwareVulnerabilitiesByMachine"}


class List:
    """What one port serves."""

    def __init__(self, folder: Path, description: str) -> None:
        kind, rows, *rate = description.split(":")
        self.kind = kind
        self.path = f"/api/{PATHS.get(kind, kind)}"
        self.rate = int(rate[0]) if rate else None
        self.stored = pages.pages(folder / "pages", kind, int(rows))
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.packed = [page.with_end(self.end(at)) for at, page in enumerate(self.stored)]
        self.plain = sum(page.length + len(self.end(at)) for at, page in enumerate(self.stored))

    def description(self) -> dict:
        """What the clients and the report have to know."""
        packed = sum(len(page) for page in self.packed)
        return {"port": self.port, "pages": len(self.packed), "packed": packed, "plain": self.plain}

    def end(self, at: int) -> bytes:
        """What closes a page: the link to the next one, or none."""
        if at + 1 == len(self.stored):
            return b"]}"
        skip = (at + 1) * pages.PAGE_ROWS
        return f'],"@odata.nextLink":"https://localhost:{self.port}{self.path}?$skip={skip}"}}'.encode()

    def answer(self, method: str, target: str) -> tuple[str, bytes, bool]:
        """Status, body, and whether the body is packed."""
        if method == "POST" and target.endswith("/oauth2/v2.0/token"):
            return "200 OK", TOKEN, False
        if self.kind == "hunt":
            return "200 OK", self.packed[0], True
        path, _, query = target.partition("?")
        skip = re.search(r"(?:\$|%24)skip=(\d+)", query)
        at = int(skip[1]) // pages.PAGE_ROWS if skip else 0
        if method == "GET" and path == self.path and at == len(self.packed):
            # A full last page is followed by a look behind it.
            return "200 OK", b'{"value":[]}', False
        if method != "GET" or path != self.path or at >= len(self.packed):
            return "404 Not Found", b'{"error":{"code":"NotFound","message":"no such page"}}', False
        return "200 OK", self.packed[at], True


def serve(served: List, tls: ssl.SSLContext) -> None:
    """Takes connections until the process ends."""
    while True:
        plain, _ = served.listener.accept()
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=converse, args=(served, tls, plain), daemon=True).start()


def converse(served: List, tls: ssl.SSLContext, plain: socket.socket) -> None:
    """Answers the requests of one connection until the client leaves."""
    try:
        with tls.wrap_socket(plain, server_side=True) as connection, connection.makefile("rb") as requests:
            while line := requests.readline():
                method, target, _ = line.decode("latin-1").split(" ", 2)
                length = 0
                while (header := requests.readline()) not in (b"\r\n", b""):
                    name, _, value = header.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                requests.read(length)
                respond(connection, served, *served.answer(method, target))
    except (ConnectionError, ssl.SSLError):
        pass


def respond(connection: ssl.SSLSocket, served: List, status: str, body: bytes, packed: bool) -> None:
    """Sends one answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json; odata.metadata=minimal\r\n"
    if packed:
        head += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n"
    connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode())
    view = memoryview(body)
    if served.rate is None or not packed:
        for start in range(0, len(view), PIECE):
            connection.sendall(view[start : start + PIECE])
        return
    begun = time.monotonic()
    for start in range(0, len(view), SLOW_PIECE):
        ahead = start / served.rate - (time.monotonic() - begun)
        if ahead > 0:
            time.sleep(ahead)
        connection.sendall(view[start : start + SLOW_PIECE])


def certificate(folder: Path) -> ssl.SSLContext:
    """An authority of its own, written down for the clients, and a certificate of it for this machine."""
    authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", key_type=trustme.KeyType.ECDSA).configure_cert(context)
    context.set_alpn_protocols(["http/1.1"])
    return context


def main() -> None:
    """Serves until standard input ends."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    tls = certificate(folder)
    lists = [List(folder, description) for description in sys.argv[2:]]
    for served in lists:
        threading.Thread(target=serve, args=(served, tls), daemon=True).start()
    print(json.dumps([served.description() for served in lists]), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
