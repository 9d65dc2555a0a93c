"""Judges of others for `defender collect`.

    main.py --binary FILE --tools FOLDER --folder FOLDER --root FOLDER [--kills N] [--tenants N] [--seed N] [--only PART]...

Each part prints a line, and what is wrong. The trial ends by itself, with 1 if something is wrong.
"""

import argparse
import os
import pathlib
import shutil
import signal
import sys
import time
import traceback

import checks
import lake
import manifests
import singer
import spool
from kills import Plan

# What each part does, by name. The first shows that the judges can fail.
PARTS = {
    "judges": lambda plan, options: checks.run_readers(plan),
    "race": lambda plan, options: checks.race(plan, options.tools),
    "kubernetes": lambda plan, options: manifests.run_validate(plan, options.root),
    "spool": lambda plan, options: spool.run(plan, options.tools),
    "local": lambda plan, options: lake.run(plan, options.tools, "local"),
    "s3": lambda plan, options: lake.run(plan, options.tools, "s3"),
    "azure": lambda plan, options: lake.run(plan, options.tools, "azure"),
    "google": lambda plan, options: lake.run(plan, options.tools, "google"),
    "shards": lambda plan, options: manifests.run_shards(plan, options.root),
    "singer": lambda plan, options: singer.run(plan, options.tools),
}


def arguments():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("--binary", "--tools", "--folder", "--root"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--tenants", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--only", action="append", choices=PARTS)
    return parser.parse_args()


def tried(name, options):
    """Runs a part. Returns what is wrong."""
    folder = options.folder / name
    plan = Plan(options.binary, options.tenants, options.kills, options.seed, folder)
    begun = time.monotonic()
    try:
        wrong, report = PARTS[name](plan, options)
    except Exception:
        wrong, report = [traceback.format_exc()], "broke off"
    print(f"{name}: {report} ({time.monotonic() - begun:.0f} s)", flush=True)
    for line in wrong:
        print(f"{name}: WRONG: {line}", flush=True)
    return wrong


def main():
    options = arguments()
    shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True)
    # ClickHouse reads tables below the current folder.
    os.chdir(options.folder)

    def ended(number, _frame):
        sys.exit(f"collect-trial: ended by signal {number}, or after {options.minutes} minutes")

    for number in (signal.SIGALRM, signal.SIGTERM):
        signal.signal(number, ended)
    signal.alarm(int(options.minutes * 60))
    parts = options.only or list(PARTS)
    wrong = {name: len(found) for name in parts if (found := tried(name, options))}
    print(f"collect-trial: {len(parts)} parts, {len(wrong)} failed {wrong or ''}, seed {options.seed}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
