"""The built-in queries of msticpy's hunting drivers against the emulator, as `cargo xtask peers` runs them.

The files of the queries hold them in quoted texts of YAML, whose lines are folded into one. A remark in a query then swallows what
follows it, and a query of `let` alone is left, which the services refuse. So the queries are sent twice: as they are released,
and with the line breaks of their files, as their authors wrote them.
"""

import datetime
import pathlib

import msticpy
import pandas
import yaml

import vendor
from msticpy_provider import VERSIONS, connected

# How many queries for Defender XDR there are, and how many run at the least.
ALL, LEAST = 73, 60

# Queries that the services refuse as well: what the message names, and why.
REFUSED = {
    "M365D.host_alerts": ("TenantId1", "a column that only Sentinel adds to the table"),
    "M365D.list_file_events_for_host": ("DeviceID", "the column is DeviceId, and letter case counts"),
    "M365D.sha1_alerts": ("SHA1", "its own `project-away *1` drops the column"),
    "MDE.list_file_events_for_host": ("DeviceID", "the column is DeviceId, and letter case counts"),
    **{
        f"MDE.{kind}_alerts": ("DeviceAlertEvents", "the table is retired")
        for kind in ("host", "ip", "list", "sha1", "url")
    },
}

# Queries that find rows with the values below.
FIND = [
    "IdentityOnPrem.logons_for_account",
    "M365D.host_connections",
    "M365D.list_alerts_with_evidence",
    "M365D.list_file_events_for_hash",
    "M365D.process_alerts",
    "M365D.process_cmd_line",
    "M365D.url_connections",
    "M365D.user_logons",
]


def values(provider):
    """What the queries ask their caller for: values of a record each, so that a query finds something."""
    end = datetime.datetime.now(datetime.timezone.utc)

    def first(query):
        return provider.exec_query(f"{query} | take 1").iloc[0]

    process = first("DeviceProcessEvents | where isnotempty(SHA1) and isnotempty(AccountName)")
    network = first("DeviceNetworkEvents | where isnotempty(RemoteUrl) and isnotempty(RemoteIP)")
    return {
        "start": end - datetime.timedelta(days=30),
        "end": end,
        "host_name": process["DeviceName"],
        "account_name": process["AccountName"],
        "file_name": process["FileName"],
        "file_path": process["FileName"],
        "path": process["FolderPath"].replace("\\", "\\\\"),
        "file_hash": process["SHA1"],
        "process_identifier": process["SHA1"],
        "cmd_line": process["ProcessCommandLine"].split()[:1],
        "ip_address": network["RemoteIP"],
        "url": network["RemoteUrl"],
        "protocol": str(network["RemotePort"]),
        "timestamp": end.isoformat(),
        "app_name": "Microsoft Teams",
        "key_name": "HKEY_CURRENT_USER",
        "mailbox": f"{process['AccountName']}@contoso.com",
        "message_id": "5b8f8fd0-0000-4000-8000-000000000001",
    }


def written():
    """The queries with the line breaks of their files, by the text that the library has of them."""
    found = {}

    def visit(node, text):
        for key, value in node.value:
            if isinstance(value, yaml.MappingNode):
                visit(value, text)
            elif key.value == "query" and value.style == "'":
                raw = text[value.start_mark.index + 1 : value.end_mark.index - 1]
                found[value.value] = raw.replace("''", "'")

    folder = pathlib.Path(msticpy.__file__).parent / "data" / "queries"
    for file in [*folder.glob("m365d/*.yaml"), *folder.glob("mde/*.yaml")]:
        text = file.read_text(encoding="utf-8")
        visit(yaml.compose(text), text)
    return found


class Answers:
    """What the queries of a provider give: a number of rows each, or the message of the service."""

    def __init__(self, provider, families, texts):
        known = values(provider)
        self.found, self.refused, self.folded = {}, {}, []
        for name in provider.list_queries():
            family, query = name.split(".")
            if family not in families:
                continue
            source = provider.query_store.get_query(name)
            text = texts.get(source.query, source.query)
            if "//" in text and "\n" not in text:
                self.folded.append(name)
            source._query = text
            given = {one: self.value(known[one], source.params[one]) for one in source.params if one in known}
            try:
                rows = getattr(getattr(provider, family), query)(**given)
            except Exception as error:  # the driver raises what its HTTP client does
                self.refused[name] = error.response.json()["error"]["message"]
            else:
                assert isinstance(rows, pandas.DataFrame), (name, rows)
                self.found[name] = len(rows)

    @staticmethod
    def value(known, parameter):
        """Some files call a list of texts a text."""
        is_list = isinstance(known, list) and parameter["type"] != "list"
        return ", ".join(f"'{one}'" for one in known) if is_list else known

    def report(self):
        asked, find = len(self.found) + len(self.refused), sum(1 for rows in self.found.values() if rows)
        print(f"        {len(self.found)} of {asked} queries run, {find} of them find rows")
        cut = []
        for name, message in self.refused.items():
            if name in self.folded and name not in REFUSED:
                cut.append(name)
            else:
                print(f"        {name}: {message} ({REFUSED.get(name, ('', 'not expected'))[1]})")
        if cut:
            print(f"        refused, because a remark swallows the end: {', '.join(cut)}")

    def unexpected(self):
        """Refusals that are not listed, or have another reason."""
        return {name: said for name, said in self.refused.items() if name not in REFUSED or REFUSED[name][0] not in said}


XDR = ("IdentityOnPrem", "M365D", "M365DHunting", "MDEHunting")


def as_written(driver):
    def run():
        answers = Answers(connected(driver), XDR, written())
        answers.report()
        assert len(answers.found) + len(answers.refused) == ALL, "the library has other queries: look at what is new"
        assert len(answers.found) >= LEAST, answers.refused
        assert not answers.unexpected(), answers.unexpected()
        assert all(answers.found[name] for name in FIND), {name: answers.found[name] for name in FIND}

    return run


def as_released(driver):
    def run():
        answers = Answers(connected(driver), XDR, {})
        answers.report()
        left = {name: said for name, said in answers.unexpected().items() if name not in answers.folded}
        assert not left, left
        # What is left of these has no error that the emulator could overlook: the end of the query is missing.
        assert all("Syntax error" in said for said in answers.unexpected().values()), answers.refused

    return run


def for_endpoint():
    answers = Answers(connected("MDE"), ("MDE",), written())
    answers.report()
    assert len(answers.found) >= 20, answers.refused
    assert not answers.unexpected(), answers.unexpected()


# M365D calls Defender for Endpoint in this version of the library, M365DGraph calls Microsoft Graph.
CASES = []
for one in ("M365D", "M365DGraph"):
    CASES.append((f"msticpy {one}: the built-in queries as they are written", as_written(one)))
    CASES.append((f"msticpy {one}: the built-in queries as they are released", as_released(one)))
CASES.append(("msticpy MDE: the built-in queries for Defender for Endpoint", for_endpoint))

vendor.run(CASES, VERSIONS)
