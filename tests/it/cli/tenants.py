"""Asks every tenant for its devices, with nothing but the standard library; or measures the memory of a program.

    tenants.py devices              JSON to standard output: tenant -> sorted ids, or null where the tenant does not answer
    tenants.py memory PROGRAM ...   runs the program; its peak memory in KiB is the last line of standard error
"""

import json
import os
import subprocess
import sys
import tomllib
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 2


def call(request):
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def token(tenant):
    form = {
        "grant_type": "client_credentials",
        "client_id": os.environ["AZURE_CLIENT_ID"],
        "client_secret": os.environ["AZURE_CLIENT_SECRET"],
        "scope": "https://api.securitycenter.microsoft.com/.default",
    }
    address = f"{os.environ['DEFENDER_ENDPOINT_LOGIN']}/{tenant}/oauth2/v2.0/token"
    body = urllib.parse.urlencode(form).encode()
    return call(urllib.request.Request(address, data=body))["access_token"]


def devices(tenant):
    headers = {"Authorization": f"Bearer {token(tenant)}"}
    query = urllib.parse.urlencode({"$filter": "onboardingStatus eq 'Onboarded'"})
    address = f"{os.environ['DEFENDER_ENDPOINT_MDE']}/api/machines?{query}"
    ids = []
    while address:
        page = call(urllib.request.Request(address, headers=headers))
        ids += [row["id"] for row in page["value"]]
        address = page.get("@odata.nextLink")
    return sorted(ids)


def devices_or_none(tenant):
    try:
        return devices(tenant)
    except (urllib.error.URLError, TimeoutError, ValueError):
        return None


def main():
    if sys.argv[1] == "memory":
        child = subprocess.Popen(sys.argv[2:])
        _, status, usage = os.wait4(child.pid, 0)
        print(usage.ru_maxrss, file=sys.stderr)
        sys.exit(os.waitstatus_to_exitcode(status))
    with open(os.environ["DEFENDER_TENANTS_FILE"], "rb") as file:
        tenants = tomllib.load(file)["tenant"]
    json.dump({one["id"]: devices_or_none(one["id"]) for one in tenants}, sys.stdout)


main()
