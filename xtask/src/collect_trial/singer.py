"""A Singer target of others that takes the stream: PyPI `target-jsonl`."""

import json
import pathlib
import random
import subprocess

from emulator import STREAM, Emulator, Oracle
from kills import compare
from processes import plain_environment


def run(plan, tools):
    """Collects twice into the target. Returns what is wrong, and a line of what happened."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    emulator = Emulator(plan.binary, min(plan.tenants, 20), plan.seed, plan.folder / "emulator.log")
    try:
        oracle = Oracle(emulator, random.Random(plan.seed))
        for _ in range(100):
            oracle.post(set())
        return taken(plan, pathlib.Path(tools), emulator, oracle)
    finally:
        emulator.close()


def taken(plan, tools, emulator, oracle):
    rows, configuration = plan.folder / "rows", plan.folder / "target.json"
    rows.mkdir()
    configuration.write_text(json.dumps({"destination_path": str(rows)}), encoding="utf-8")
    environment = plain_environment(**emulator.environment, DEFENDER_CONFIG_DIR=plan.folder / "config", DEFENDER_STORE="file")
    words = [
        plan.binary, "collect", STREAM, "--to", "-", "--format", "singer", "--tenants", f"@{emulator.tenants_file}", "-q",
    ]
    collected = subprocess.run([str(word) for word in words], env=environment, capture_output=True, timeout=120)
    if collected.returncode != 0:
        return [f"singer: the program ended with {collected.returncode}: {collected.stderr.decode()[-500:]}"], ""
    target = [tools / "singer/bin/target-jsonl", "--config", configuration]
    took = subprocess.run(target, input=collected.stdout, env=plain_environment(), capture_output=True, timeout=120)
    wrong = []
    if took.returncode != 0:
        wrong.append(f"singer: the target ended with {took.returncode}: {took.stderr.decode()[-500:]}")
    states = [json.loads(line) for line in took.stdout.decode().splitlines() if line.strip()]
    if not states:
        wrong.append("singer: the target echoed no state")
    found = [read_row(line) for path in rows.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    # A pipe is at least once, and nothing failed here: each row came once.
    return wrong + compare("target-jsonl", found, oracle.expected), f"{len(found)} rows, {len(states)} states"


def read_row(line):
    row = json.loads(line)
    return row["_tenant"], row["id"], row["_version"]
