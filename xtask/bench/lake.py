"""What is done beside the measured programs when collecting into a lake is measured. Each command prints one line of JSON.

    lake.py post LOGIN TENANT ROWS      adds recent alerts to a tenant of the emulator, whose sign-in address is LOGIN
    lake.py state TABLE                 the bytes of each state in the log of a table, and the records that it remembers
    lake.py open TABLE                  opens a table with delta-rs and reads its rows
    lake.py same TABLE FILE             whether a table of one commit has the rows of a Parquet file, in its order
"""

import base64
import datetime
import itertools
import json
import os
import sys
import time
import urllib.request
from pathlib import Path

BATCH = 1_000
PRINT_BYTES = 12
FETCHED = "_fetched_at"


def post(login: str, tenant: str, rows: str) -> dict:
    """Alerts of the last ten minutes, each with a time of its own."""
    now = datetime.datetime.now(datetime.timezone.utc)
    count = int(rows)
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        body = json.dumps([alert(number, now - datetime.timedelta(seconds=600 * number / count)) for number in numbers])
        request = urllib.request.Request(f"{login}/__sandbox/tenants/{tenant}/mde/alerts", data=body.encode())
        urllib.request.urlopen(request, timeout=60).close()
    return {"posted": count}


def alert(number: int, moment: datetime.datetime) -> dict:
    """A record as the emulator lists it."""
    text = moment.strftime("%Y-%m-%dT%H:%M:%S.%f0Z")
    return {"id": f"posted-{number}", "title": "posted", "severity": "Low", "status": "New", "alertCreationTime": text, "lastUpdateTime": text}


def state(table: str) -> dict:
    """The states of the newest version: their largest size, and what is left of it without 16 bytes for each record."""
    states = {}
    for path in sorted((Path(table) / "_delta_log").glob("*.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := json.loads(line).get("domainMetadata"):
                states[found["domain"]] = found["configuration"]
    sizes = [(len(text.encode()), remembered(json.loads(text)["cursor"])) for text in states.values()]
    largest = max(sizes)
    return {
        "states": len(sizes),
        "largest": largest[0],
        "remembered": largest[1],
        "beyond": max(size - 16 * records for size, records in sizes),
    }


def remembered(cursor: dict) -> int:
    """The records that a cursor remembers: twelve bytes each, in Base64 by hours."""
    texts = cursor["known"].values()
    return sum(len(base64.b64decode(text + "=" * (-len(text) % 4))) for text in texts) // PRINT_BYTES


def open_table(table: str) -> dict:
    """Seconds to open and to read, and the files of the log that a reader lists. The import is no part of it."""
    import deltalake

    begun = time.monotonic()
    opened = deltalake.DeltaTable(table)
    files = len(opened.file_uris())
    seconds = time.monotonic() - begun
    rows = opened.to_pyarrow_table(columns=["id"]).num_rows
    log = Path(table) / "_delta_log"
    return {
        "version": opened.version(),
        "files": files,
        "rows": rows,
        "open": seconds,
        "read": time.monotonic() - begun,
        "listed": len(list(log.glob("*.json"))),
        "checkpoints": len(list(log.glob("*.checkpoint*.parquet"))),
    }


def same(table: str, file: str) -> dict:
    """Compares all columns but the time of reading, row group by row group. Ends with 1 and says where they differ."""
    import pyarrow.parquet as pq

    log = (Path(table) / "_delta_log" / f"{0:020}.json").read_text(encoding="utf-8")
    adds = [found["path"] for line in log.splitlines() if (found := json.loads(line).get("add"))]
    expected = pq.ParquetFile(file)
    theirs = batches([expected])
    ours = batches(pq.ParquetFile(Path(table) / path) for path in adds)
    for number, (one, other) in enumerate(itertools.zip_longest(ours, theirs)):
        if one is None or other is None or not one.equals(other):
            sys.exit(f"rows from {number * BATCH} on differ:\n{one}\n{other}")
    size = sum((Path(table) / path).stat().st_size for path in adds)
    return {"rows": expected.metadata.num_rows, "files": len(adds), "ours": size, "theirs": Path(file).stat().st_size}


def batches(files):
    """The rows of files one after the other, in tables of equal length, with their columns by name."""
    import pyarrow as pa

    kept = None
    for file in files:
        names = sorted(name for name in file.schema_arrow.names if name != FETCHED)
        for batch in file.iter_batches(batch_size=BATCH, columns=names):
            table = pa.Table.from_batches([batch]).select(names)
            kept = table if kept is None else pa.concat_tables([kept, table])
            while kept.num_rows >= BATCH:
                yield kept.slice(0, BATCH).combine_chunks()
                kept = kept.slice(BATCH)
    if kept is not None and kept.num_rows:
        yield kept.combine_chunks()


if __name__ == "__main__":
    COMMANDS = {"post": post, "state": state, "open": open_table, "same": same}
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])), flush=True)
    # Threads of pyarrow and deltalake can end the interpreter's regular exit with an abort.
    os._exit(0)
