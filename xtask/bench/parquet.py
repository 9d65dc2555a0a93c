"""The same rows the usual way: `requests`, one page after the other, written by `pyarrow` as Parquet in batches.

    parquet.py BASE FILE        reads the authority from DEFENDER_CA_FILE

The file has the columns that `defender export --format lake` writes for this list, with the same types and the same compression.
"""

import datetime
import json
import os
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import requests

TENANT = "contoso.onmicrosoft.com"
OPERATION = "mde.assessments.list_software_vulnerabilities"
PATH = "api/machines/SoftwareVulnerabilitiesByMachine"
LEVEL = 3
ROWS = 128 * 1024

TIME = pa.timestamp("us", "UTC")
TIMES = ("lastSeenTimestamp", "firstSeenTimestamp")
LISTS = ("diskPaths", "registryPaths")
SCHEMA = pa.schema(
    [
        ("_fetched_at", TIME),
        ("_operation", pa.string()),
        ("_version", pa.string()),
        ("_raw", pa.string()),
        ("id", pa.string()),
        ("deviceId", pa.string()),
        ("rbacGroupId", pa.int64()),
        ("rbacGroupName", pa.string()),
        ("deviceName", pa.string()),
        ("osPlatform", pa.string()),
        ("osVersion", pa.string()),
        ("osArchitecture", pa.string()),
        ("softwareVendor", pa.string()),
        ("softwareName", pa.string()),
        ("softwareVersion", pa.string()),
        ("cveId", pa.string()),
        ("cvssScore", pa.float64()),
        ("vulnerabilitySeverityLevel", pa.string()),
        ("recommendedSecurityUpdate", pa.string()),
        ("recommendedSecurityUpdateId", pa.string()),
        ("recommendedSecurityUpdateUrl", pa.string()),
        ("diskPaths", pa.string()),
        ("registryPaths", pa.string()),
        ("lastSeenTimestamp", TIME),
        ("firstSeenTimestamp", TIME),
        ("exploitabilityLevel", pa.string()),
        ("recommendationReference", pa.string()),
        ("securityUpdateAvailable", pa.bool_()),
        ("cveBatchTitle", pa.string()),
        ("cveBatchUrl", pa.string()),
        ("isOnboarded", pa.bool_()),
        ("eventTimestamp", pa.string()),
        ("status", pa.string()),
        ("endOfSupportStatus", pa.string()),
        ("endOfSupportDate", pa.string()),
        ("cveMitigationStatus", pa.string()),
        ("productCategory", pa.string()),
    ]
)


def main() -> None:
    """Signs in, follows the links, and writes a row group whenever there are enough rows."""
    base, path = sys.argv[1:]
    session = requests.Session()
    session.trust_env = False
    session.verify = os.environ["DEFENDER_CA_FILE"]
    answer = session.post(
        f"{base}/{TENANT}/oauth2/v2.0/token",
        data={
            "grant_type": "client_credentials",
            "client_id": "11111111-2222-3333-4444-555555555555",
            "client_secret": "secret",
            "scope": "https://api.securitycenter.microsoft.com/.default",
        },
    )
    answer.raise_for_status()
    session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]
    kept = []
    url = f"{base}/{PATH}"
    with pq.ParquetWriter(path, SCHEMA, compression="zstd", compression_level=LEVEL) as writer:
        while url:
            answer = session.get(url)
            answer.raise_for_status()
            page = answer.json()
            kept.append(pa.Table.from_pylist([row(record) for record in page["value"]], SCHEMA))
            if sum(table.num_rows for table in kept) >= ROWS:
                writer.write_table(pa.concat_tables(kept))
                kept = []
            url = page.get("@odata.nextLink")
        if kept:
            writer.write_table(pa.concat_tables(kept))


def row(record: dict) -> dict:
    """A record with the values of its columns."""
    for name in TIMES:
        record[name] = datetime.datetime.fromisoformat(record[name]).replace(tzinfo=datetime.timezone.utc)
    for name in LISTS:
        record[name] = json.dumps(record[name], separators=(",", ":"))
    record["_fetched_at"] = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    record["_operation"] = OPERATION
    return record


if __name__ == "__main__":
    main()
