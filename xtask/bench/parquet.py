"""The same rows the usual way: `requests`, one page after the other, written by `pyarrow` as Parquet in batches.

    parquet.py BASE FILE        reads the authority from DEFENDER_CA_FILE

The file has the columns that `defender export --format lake` writes for this list, with the same types and the same compression.
"""

import datetime
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq

from client import signed_in

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
    session = signed_in(base)
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
