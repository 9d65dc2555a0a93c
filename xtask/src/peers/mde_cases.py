"""The client `mde-client` for Defender for Endpoint against the emulator, as `cargo xtask peers` runs it.

The client needs Python 3.14.
"""

import importlib.metadata

import vendor

vendor.answer()


from mde_client import AuthenticationError, MDEClient
from mde_client.endpoints.alerts import AlertsQuery
from mde_client.endpoints.machines import MachinesQuery
from mde_client.models import IsolatePayload


def client(secret=vendor.SECRET):
    return MDEClient(vendor.TENANT, vendor.CLIENT, secret)


def reads_devices():
    machines = client().machines.get_all().to_dicts()
    assert len(machines) == 500 and len({one["id"] for one in machines}) == 500, len(machines)
    one = client().machines.get(machines[0]["id"]).to_dicts()[0]
    assert one["computerDnsName"] == machines[0]["computerDnsName"]
    assert client().machines.logonusers(one["id"]).to_dicts()
    active = client().machines.get_all(MachinesQuery(healthStatus="Active")).to_dicts()
    assert 0 < len(active) < 500 and {one["healthStatus"] for one in active} == {"Active"}


def reads_alerts():
    alerts = client().alerts.get_all(AlertsQuery(severity="High")).to_dicts()
    assert alerts and {one["severity"] for one in alerts} == {"High"}
    assert client().alerts.get(alerts[0]["id"]).to_dicts()[0]["title"] == alerts[0]["title"]


def hunts():
    query = "DeviceInfo | project Timestamp, DeviceName | take 3"
    rows = client().advanced_queries.run(query).to_dicts()
    assert len(rows) == 3 and list(rows[0]) == ["Timestamp", "DeviceName"], rows


def reads_an_export():
    rows = client().vulnerabilities.softwareVulnerabilitiesByMachineFiles().to_dicts()
    assert rows and all(one["deviceId"] and one["cveId"] for one in rows[:100]), rows[:1]


def isolates_a_device():
    # The client sends null for each input that its caller leaves out. It reads the answer as a list and finds nothing there.
    machine = client().machines.get_all(MachinesQuery(healthStatus="Active")).to_dicts()[0]["id"]
    payload = IsolatePayload(Comment="Ticket 4711", IsolationType="Full", ExternalId="INC-4711")
    client().machine_actions.isolate(machine, payload).to_dicts()
    actions = client().machine_actions.get_all().to_dicts()
    (started,) = [one for one in actions if one["externalId"] == "INC-4711"]
    shown = started["type"], started["scope"], started["machineId"], started["requestorComment"]
    assert shown == ("Isolate", "Full", machine, "Ticket 4711"), started


def wrong_secret():
    try:
        client("wrong").machines.get_all().to_dicts()
    except AuthenticationError as error:
        assert "AADSTS7000215" in str(error), error
    else:
        raise AssertionError("a wrong secret was taken")


CASES = [
    ("mde-client: devices over pages, one of them, its users, and a filter", reads_devices),
    ("mde-client: alerts", reads_alerts),
    ("mde-client: a hunt, rows in the order of the columns", hunts),
    ("mde-client: an export by files", reads_an_export),
    ("mde-client: an action, null for what it leaves out", isolates_a_device),
    ("mde-client: a wrong secret is refused", wrong_secret),
]

vendor.run(CASES, f"mde-client {importlib.metadata.version('mde-client')}")
