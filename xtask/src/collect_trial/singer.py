"""A Singer target of others that takes the stream: PyPI `target-jsonl`."""

import json
import pathlib
import random
import subprocess

from emulator import STREAM, Emulator, Oracle
from kills import LONGEST, compare
from processes import forget, plain_environment, start


def run(plan, tools):
    """Collects into the target, and what is new once more. Returns what is wrong, and a line of what happened."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    (plan.folder / "rows").mkdir()
    emulator = Emulator(plan.binary, min(plan.tenants, 20), plan.seed, plan.folder / "emulator.log")
    wrong, states = [], []
    try:
        oracle = Oracle(emulator, random.Random(plan.seed))
        for _ in range(2):
            # What was posted before is taken, so it may get a new version.
            committed = set(oracle.expected) if states else set()
            for _ in range(60):
                oracle.post(committed)
            seen, state = take(plan, pathlib.Path(tools), emulator)
            wrong += seen
            states.append(state)
    finally:
        emulator.close()
    # A pipe is at least once, and nothing failed here: each row came once.
    found = [read_row(line) for path in (plan.folder / "rows").glob("*") for line in path.read_text("utf-8").splitlines()]
    wrong += compare("target-jsonl", found, oracle.expected)
    return wrong, f"{len(found)} rows in {len(states)} runs"


def take(plan, tools, emulator):
    """One run of the program into the target. Returns what is wrong, and the last state that the target echoed.

    The program goes on from the file of that state, as Singer's taps do.
    """
    configuration, kept = plan.folder / "target.json", plan.folder / "state.json"
    configuration.write_text(json.dumps({"destination_path": str(plan.folder / "rows")}), encoding="utf-8")
    environment = plain_environment(**emulator.environment, DEFENDER_CONFIG_DIR=plan.folder / "config", DEFENDER_STORE="file")
    words = [
        plan.binary, "collect", STREAM, "--to", "-", "--format", "singer", "--tenants", f"@{emulator.tenants_file}", "-q",
        *(("--state", kept) if kept.exists() else ()),
    ]
    with open(plan.folder / "collect.log", "ab") as log:
        tap = start(words, stdout=subprocess.PIPE, stderr=log, env=environment)
        target = [tools / "singer/bin/target-jsonl", "--config", configuration]
        took = subprocess.run(target, stdin=tap.stdout, env=plain_environment(), capture_output=True, timeout=LONGEST)
        tap.stdout.close()
        code = tap.wait(LONGEST)
        forget(tap)
    wrong = []
    if code != 0:
        wrong.append(f"singer: the program ended with {code}; see {log.name}")
    if took.returncode != 0:
        wrong.append(f"singer: the target ended with {took.returncode}: {took.stderr.decode()[-500:]}")
    echoed = [line for line in took.stdout.decode().splitlines() if line.strip()]
    if not echoed:
        return [*wrong, "singer: the target echoed no state"], None
    kept.write_text(echoed[-1] + "\n", encoding="utf-8")
    kept.chmod(0o600)
    return wrong, json.loads(echoed[-1])


def read_row(line):
    row = json.loads(line)
    return row["_tenant"], row["id"], row["_version"]
