"""The vendor's Python libraries against the emulator: one line a case, the last one a sum.

Run by `cargo xtask peers`, which starts the emulator and sets its variables. Arguments: the PEM file with the key and
certificate that the emulator knows, and the `defender` binary.
"""

import base64
import http.server
import json
import os
import subprocess
import sys
import threading
import time
import traceback
import urllib.parse

import azure.identity
import msal
import requests

PEM, DEFENDER = sys.argv[1:3]
TENANT = os.environ["AZURE_TENANT_ID"]
CLIENT = os.environ["AZURE_CLIENT_ID"]
SECRET = os.environ["AZURE_CLIENT_SECRET"]
LOGIN = os.environ["DEFENDER_ENDPOINT_LOGIN"].rstrip("/")
MDE = os.environ["DEFENDER_ENDPOINT_MDE"].rstrip("/")
CA = os.environ["DEFENDER_CA_FILE"]
SCOPE = "https://api.securitycenter.microsoft.com/.default"

# requests prefers this to what a session is told.
os.environ["REQUESTS_CA_BUNDLE"] = CA
os.environ["NO_PROXY"] = "localhost,127.0.0.1"


def thumbprint():
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    with open(PEM, "rb") as file:
        certificate = x509.load_pem_x509_certificate(file.read())
    return certificate.fingerprint(hashes.SHA256()).hex()


class Recorder:
    """An HTTP client for msal that keeps the assertions it sends."""

    def __init__(self):
        self.session = requests.Session()
        self.session.verify = CA
        self.assertions = []

    def post(self, url, data=None, **options):
        if isinstance(data, dict) and data.get("client_assertion"):
            assertion = data["client_assertion"]
            self.assertions.append(assertion.decode() if isinstance(assertion, bytes) else assertion)
        return self.session.post(url, data=data, **options)

    def get(self, url, **options):
        return self.session.get(url, **options)

    def close(self):
        self.session.close()


def confidential(credential, **options):
    return msal.ConfidentialClientApplication(
        CLIENT,
        client_credential=credential,
        authority=f"{LOGIN}/{TENANT}",
        instance_discovery=False,
        **options,
    )


def public():
    return msal.PublicClientApplication(
        CLIENT, authority=f"{LOGIN}/{TENANT}", instance_discovery=False, verify=CA
    )


def certificate():
    with open(PEM, encoding="ascii") as file:
        text = file.read()
    # Without a SHA-1 thumbprint msal signs with PS256 and names the certificate by SHA-256.
    begin = text.index("-----BEGIN CERTIFICATE-----")
    return {"private_key": text, "public_certificate": text[begin:]}


def token_of(answer):
    assert "access_token" in answer, {name: answer[name] for name in answer if "token" not in name}
    return answer["access_token"]


def reads_alerts(token):
    answer = requests.get(
        f"{MDE}/api/alerts", params={"$top": 2}, headers={"Authorization": f"Bearer {token}"}, timeout=30
    )
    assert answer.status_code == 200, f"status {answer.status_code}"
    assert len(answer.json()["value"]) == 2


def msal_secret():
    app = confidential(SECRET, verify=CA)
    reads_alerts(token_of(app.acquire_token_for_client([SCOPE])))
    assert app.acquire_token_for_client([SCOPE])["token_source"] == "cache"


def msal_certificate():
    reads_alerts(token_of(confidential(certificate(), verify=CA).acquire_token_for_client([SCOPE])))


def msal_wrong_secret():
    answer = confidential("wrong", verify=CA).acquire_token_for_client([SCOPE])
    assert answer["error"] == "invalid_client" and 7000215 in answer["error_codes"], answer


def msal_device_code_and_refresh():
    app = public()
    flow = app.initiate_device_flow([SCOPE])
    assert flow["interval"] == 5 and flow["user_code"] in flow["message"]
    reads_alerts(token_of(app.acquire_token_by_device_flow(flow)))
    accounts = app.get_accounts()
    assert len(accounts) == 1 and "." in accounts[0]["home_account_id"], accounts
    renewed = app.acquire_token_silent([SCOPE], accounts[0], force_refresh=True)
    assert renewed["token_source"] == "identity_provider"
    reads_alerts(token_of(renewed))


def azure_secret():
    reads_alerts(token_by(azure.identity.ClientSecretCredential, TENANT, CLIENT, SECRET))


def azure_certificate():
    reads_alerts(token_by(azure.identity.CertificateCredential, TENANT, CLIENT, PEM))


def azure_device_code():
    credential = azure.identity.DeviceCodeCredential(
        CLIENT, tenant_id=TENANT, prompt_callback=lambda *_: None, **options_of_azure()
    )
    reads_alerts(credential.get_token(SCOPE).token)


def token_by(kind, *arguments):
    return kind(*arguments, **options_of_azure()).get_token(SCOPE).token


def options_of_azure():
    return {"authority": LOGIN, "disable_instance_discovery": True, "connection_verify": CA}


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def our_assertion():
    """What `defender` sends for the same certificate, heard by a server that refuses it."""
    heard = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["content-length"])
            form = urllib.parse.parse_qs(self.rfile.read(length).decode())
            heard.append(form["client_assertion"][0])
            body = b'{"error":"invalid_client","error_description":"AADSTS700027: heard"}'
            self.send_response(400)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    environment = {
        "DEFENDER_METHOD": "certificate",
        "DEFENDER_CONFIG_DIR": os.path.join(os.path.dirname(PEM), "no settings"),
        "DEFENDER_ENDPOINT_LOGIN": address,
        "AZURE_TENANT_ID": TENANT,
        "AZURE_CLIENT_ID": CLIENT,
        "AZURE_CLIENT_CERTIFICATE_PATH": PEM,
        # msal sends the certificate along wherever it knows it.
        "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN": "1",
    }
    command = [DEFENDER, "auth", "token", "--product", "mde"]
    subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    server.shutdown()
    return heard[0], f"{address}/{TENANT}/oauth2/v2.0/token"


def same_assertion():
    recorder = Recorder()
    token_of(confidential(certificate(), http_client=recorder).acquire_token_for_client([SCOPE]))
    theirs = [decoded(part) for part in recorder.assertions[0].split(".")[:2]]
    assertion, endpoint = our_assertion()
    ours = [decoded(part) for part in assertion.split(".")[:2]]
    for name, our_part, their_part in zip(("header", "claims"), ours, theirs):
        missing = set(their_part) - set(our_part)
        assert not missing, f"{name}: they have {sorted(missing)} besides"
        more = set(our_part) - set(their_part) - {"nbf", "iat", "typ"}
        assert not more, f"{name}: we have {sorted(more)} besides"
    assert ours[0]["alg"] == theirs[0]["alg"] == "PS256", (ours[0], theirs[0])
    # msal fills its thumbprint up with `=`, which RFC 7515 does not have; the identity service takes both.
    assert ours[0]["x5t#S256"] == theirs[0]["x5t#S256"].rstrip("=")
    assert ours[0]["x5c"] == ["".join(one.split()) for one in theirs[0]["x5c"]]
    expected = base64.urlsafe_b64encode(bytes.fromhex(thumbprint())).decode().rstrip("=")
    assert ours[0]["x5t#S256"] == expected
    for name in ("iss", "sub"):
        assert ours[1][name] == theirs[1][name] == CLIENT
    assert ours[1]["aud"] == endpoint, ours[1]["aud"]
    assert theirs[1]["aud"] == f"{LOGIN}/{TENANT}/oauth2/v2.0/token"
    assert ours[1]["exp"] - time.time() <= 600


CASES = [
    ("msal: client secret, and its cache", msal_secret),
    ("msal: certificate", msal_certificate),
    ("msal: a wrong secret is refused with its number", msal_wrong_secret),
    ("msal: device code, then refresh", msal_device_code_and_refresh),
    ("azure-identity: client secret", azure_secret),
    ("azure-identity: certificate", azure_certificate),
    ("azure-identity: device code", azure_device_code),
    ("msal and defender: the same assertion for the same certificate", same_assertion),
]

failed = 0
for case, run in CASES:
    try:
        run()
        print(f"ok      {case}", flush=True)
    except Exception:  # one case must not hide the next
        failed += 1
        print(f"FAILED  {case}\n{traceback.format_exc()}", flush=True)
versions = f"msal {msal.__version__}, azure-identity {azure.identity.__version__}"
print(f"peers: {len(CASES) - failed} passed, {failed} failed ({versions})")
sys.exit(1 if failed else 0)
