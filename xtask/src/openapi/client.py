"""A client that openapi-python-client makes of the document, at work against a running emulator.

    client.py FOLDER-OF-DOCUMENTS

Nobody here wrote a line of the client: what it sends and reads is what the document says.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import requests


def generate(document, folder):
    # It calls `ruff`, which lies beside this Python.
    programs = str(pathlib.Path(sys.executable).parent)
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(document)]
    command += ["--output-path", str(pathlib.Path(folder, "defender_mde")), "--meta", "none"]
    done = subprocess.run(
        command,
        env={**os.environ, "PATH": programs + os.pathsep + os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0 and "WARNING" not in done.stdout, done.stdout + done.stderr


def token(scope):
    answer = requests.post(
        f"{os.environ['AZURE_AUTHORITY_HOST'].rstrip('/')}/{os.environ['AZURE_TENANT_ID']}/oauth2/v2.0/token",
        data={
            "grant_type": "client_credentials",
            "client_id": os.environ["AZURE_CLIENT_ID"],
            "client_secret": os.environ["AZURE_CLIENT_SECRET"],
            "scope": scope,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def work():
    """Lists with pages, gets, isolates, waits, hunts."""
    from defender_mde import AuthenticatedClient
    from defender_mde.api.advanced_hunting import mde_advanced_hunting_run as hunt
    from defender_mde.api.machine_actions import mde_machine_actions_get as get_action
    from defender_mde.api.machines import mde_machines_get as get
    from defender_mde.api.machines import mde_machines_isolate as isolate
    from defender_mde.api.machines import mde_machines_list as list_machines
    from defender_mde.models import AdvancedHuntingRunRequest, MachinesIsolateRequest

    scope = "https://api.securitycenter.microsoft.com/.default"
    client = AuthenticatedClient(base_url=os.environ["DEFENDER_ENDPOINT_MDE"], token=token(scope))

    # `x-defender-paging` says `skip`: the next page begins after the rows that were received.
    ids, rows = set(), 200
    while rows == 200:
        page = list_machines.sync(client=client, top=200, skip=len(ids))
        rows = len(page.value)
        ids |= {machine.id for machine in page.value}
    assert len(ids) == 500, len(ids)

    machine = get.sync(client=client, machine_id="0f4d7265a9d03fc22b960d84c410343d7e432091")
    assert machine.id in ids and machine.computer_dns_name, machine

    body = MachinesIsolateRequest(comment="Ticket 4711")
    action = isolate.sync(client=client, machine_id=machine.id, body=body)
    assert action.type_ == "Isolate", action
    end = time.monotonic() + 60
    while (action := get_action.sync(client=client, action_id=action.id)).status in ("Pending", "InProgress"):
        assert time.monotonic() < end, action
        time.sleep(0.2)
    assert action.status == "Succeeded", action

    found = hunt.sync(client=client, body=AdvancedHuntingRunRequest(query="DeviceInfo | take 5"))
    assert len(found.results) == 5 and found.schema, found


def main():
    with tempfile.TemporaryDirectory() as folder:
        generate(pathlib.Path(sys.argv[1], "mde.json"), folder)
        sys.path.insert(0, folder)
        work()
    print("client: token, pages, get, isolate, wait, hunt")


if __name__ == "__main__":
    main()
