"""The vendor's host names, answered by the emulator: for clients whose addresses cannot be set.

`answer()` begins to listen on a loopback port, ends TLS with a certificate of its own, and passes the bytes to the emulator's
service of that host. Within this process the vendor's names then lead to that port, and no other name leads anywhere. A
client stays as it is released: it resolves, connects and checks the certificate as it always does.
"""

import atexit
import datetime
import os
import select
import shutil
import socket
import ssl
import sys
import tempfile
import threading
import traceback
import urllib.parse

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

TENANT = os.environ["AZURE_TENANT_ID"]
CLIENT = os.environ["AZURE_CLIENT_ID"]
SECRET = os.environ["AZURE_CLIENT_SECRET"]

# `api.security.microsoft.com` answers for Defender for Endpoint as well; the clients here call Defender XDR there.
SERVICES = {
    "login.microsoftonline.com": "LOGIN",
    "graph.microsoft.com": "GRAPH",
    "api.securitycenter.microsoft.com": "MDE",
    "api.security.microsoft.com": "XDR",
}


def certificate(folder):
    """A certificate for the names, which is its own authority, and its key: two files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "peers")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = dict.fromkeys(
        (
            "content_commitment key_encipherment data_encipherment key_agreement crl_sign encipher_only decipher_only"
        ).split(),
        False,
    )
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in SERVICES]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, key_cert_sign=True, **usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, private = os.path.join(folder, "peers.pem"), os.path.join(folder, "peers.key")
    with open(chain, "wb") as file:
        file.write(built.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with open(private, "wb") as file:
        file.write(key.private_bytes(*form))
    return chain, private


def pump(one, other):
    """Passes bytes both ways until one side ends. One thread does both: a TLS connection must not be read and written at once."""
    sinks = {one: other, other: one}
    try:
        while True:
            # What a connection has decrypted does not make it ready.
            held = [side for side in sinks if side.pending()]
            for source in held or select.select(list(sinks), [], [])[0]:
                source.setblocking(False)
                try:
                    data = source.recv(65536)
                except ssl.SSLWantReadError:  # a part of a record, or a ticket
                    continue
                finally:
                    source.setblocking(True)
                if not data:
                    return
                sinks[source].sendall(data)
    except OSError:
        pass
    finally:
        for side in sinks:
            side.close()


class Relay:
    def __init__(self, folder):
        chain, key = certificate(folder)
        self.names = threading.local()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(chain, key)
        self.context.sni_callback = self.named
        self.outward = ssl.create_default_context(cafile=os.environ["DEFENDER_CA_FILE"])
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.trusted = os.path.join(folder, "trusted.pem")
        with open(self.trusted, "wb") as file:
            for path in (chain, os.environ["DEFENDER_CA_FILE"]):
                with open(path, "rb") as part:
                    file.write(part.read() + b"\n")
        threading.Thread(target=self.accept, daemon=True).start()

    def named(self, _, name, __):
        self.names.last = name

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            inward = self.context.wrap_socket(connection, server_side=True)
            address = os.environ[f"DEFENDER_ENDPOINT_{SERVICES[self.names.last]}"]
            port = urllib.parse.urlsplit(address).port
            outward = socket.create_connection(("127.0.0.1", port))
            outward = self.outward.wrap_socket(outward, server_hostname="localhost")
        except (OSError, KeyError):
            connection.close()
            return
        pump(inward, outward)


# What the names resolve to. Nothing listens there: some clients keep their own port, so it is replaced at the connection.
STAND_IN = "127.77.0.1"

REAL = {"getaddrinfo": socket.getaddrinfo, "connect": socket.socket.connect}


def answer():
    """Makes the names lead to the emulator from here on."""
    folder = tempfile.mkdtemp(prefix="peers-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    relay = Relay(folder)

    def resolve(host, port, *arguments, **options):
        name = host.decode() if isinstance(host, bytes) else host
        if name in SERVICES:
            return REAL["getaddrinfo"](STAND_IN, port, *arguments, **options)
        if name in (STAND_IN, "localhost", "127.0.0.1", "::1", None, ""):
            return REAL["getaddrinfo"](host, port, *arguments, **options)
        raise socket.gaierror(socket.EAI_NONAME, f"{name} is not answered here")

    def connect(self, address):
        is_ours = isinstance(address, tuple) and address[0] == STAND_IN
        return REAL["connect"](self, ("127.0.0.1", relay.port) if is_ours else address)

    socket.getaddrinfo = resolve
    socket.socket.connect = connect
    # What each of the clients' HTTP libraries reads its authorities from.
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        os.environ[name] = relay.trusted
    os.environ["NO_PROXY"] = "*"
    # The clients' own default, and not the emulator's address.
    os.environ.pop("AZURE_AUTHORITY_HOST", None)


def run(cases, versions):
    """Runs the cases, prints a line for each and a sum, and ends the process with 1 if one failed."""
    failed = 0
    for case, body in cases:
        try:
            body()
            print(f"ok      {case}", flush=True)
        except Exception:  # one case must not hide the next
            failed += 1
            print(f"FAILED  {case}\n{traceback.format_exc()}", flush=True)
    print(f"peers: {len(cases) - failed} passed, {failed} failed ({versions})")
    sys.exit(1 if failed else 0)
