"""The same list the usual way: `requests`, one page after the other, one row a line.

    client.py BASE KIND         reads the authority from DEFENDER_CA_FILE
"""

import json
import os
import sys

import requests


def signed_in(base: str) -> requests.Session:
    """A session that carries a token."""
    session = requests.Session()
    session.trust_env = False
    session.verify = os.environ["DEFENDER_CA_FILE"]
    answer = session.post(
        f"{base}/contoso.onmicrosoft.com/oauth2/v2.0/token",
        data={
            "grant_type": "client_credentials",
            "client_id": "11111111-2222-3333-4444-555555555555",
            "client_secret": "secret",
            "scope": "https://api.securitycenter.microsoft.com/.default",
        },
    )
    answer.raise_for_status()
    session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]
    return session


def main() -> None:
    """Signs in, then follows the links."""
    base, kind = sys.argv[1:]
    session = signed_in(base)
    if kind == "hunt":
        answer = session.post(f"{base}/v1.0/security/runHuntingQuery", json={"Query": "DeviceProcessEvents"})
        answer.raise_for_status()
        for row in answer.json()["results"]:
            sys.stdout.write(json.dumps(row, separators=(",", ":")) + "\n")
        return
    url = f"{base}/api/{kind}"
    while url:
        answer = session.get(url)
        answer.raise_for_status()
        page = answer.json()
        for row in page["value"]:
            sys.stdout.write(json.dumps(row, separators=(",", ":")) + "\n")
        url = page.get("@odata.nextLink")


if __name__ == "__main__":
    main()
