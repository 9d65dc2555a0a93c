"""The lake on a store, judged by the engines of others."""

import json
import pathlib
import subprocess
import urllib.parse

import views
from emulator import PART, STREAM
from kills import LONGEST, Trial, compare
from readers import delta_rs, installed
from stores import STORES

# Kills from which on each kind of fault of the store must have happened.
MANY = 100


class Lake:
    """Tables in a store as a target of collectors."""

    format = ("--format", "lake")

    def __init__(self, store):
        self.store = store
        self.name = store.name
        self.uri = store.uri
        self.environment = store.environment
        self.proxy = store.proxy

    def committed(self):
        return delta_rs(self.store, STREAM)


def run(plan, tools, name):
    """Returns what is wrong, and a line of what happened."""
    store = STORES[name](plan.folder / name, tools, plan.seed)
    trial = Trial(plan, Lake(store))
    try:
        expected = trial.run(is_large=True)
        wrong = trial.wrong + judged(store, name, expected)
        wrong += attempt(f"{name}, files", lambda: small(store))
        wrong += attempt("receipts", lambda: receipts(store, trial.emulator.tenants))
        if store.proxy and plan.kills >= MANY:
            wrong += idle(store.proxy)
        report = f"{trial.report()}; {shape(store)}"
        seen, told = views.run(plan, store, trial.oracle.latest)
        wrong += seen
        report += f"; {told}"
        # Merged files must hold what the many small ones held.
        for verb in ("verify", "maintain", "verify"):
            wrong += attempt(f"{name}, lake {verb}", lambda: called(trial, verb))
        wrong += judged(store, f"{name}, maintained", expected)
        report += f"; maintained: {shape(store)}"
    finally:
        trial.close()
        store.close()
    return wrong, report


def judged(store, name, expected):
    """What each engine finds wrong."""
    wrong = []
    for engine, read in installed().items():
        wrong += attempt(f"{name}, {engine}", lambda: compare(f"{name}, {engine}", read(store, STREAM), expected))
    return wrong


def called(trial, verb):
    """A verb of the lake, which has to end well."""
    words = [str(word) for word in (trial.plan.binary, "lake", verb, trial.place.uri)]
    done = subprocess.run(words, env=trial.environment, stdout=trial.log, stderr=trial.log, timeout=LONGEST)
    return [f"`lake {verb}` ended with {done.returncode}; see {trial.log.name}"] if done.returncode else []


def attempt(name, work):
    """What work finds wrong. Work that breaks off found something, too."""
    try:
        return work()
    except Exception as error:
        return [f"{name}: {error!r}"]


def receipts(store, tenants):
    """Each tenant has a receipt that says it was read to its end."""
    rows = delta_rs(store, "_runs", ("_tenant", "stream", "end"))
    whole = {tenant for tenant, stream, end in rows if stream == STREAM and end == "done"}
    missing = set(tenants) - whole
    return [f"_runs: no receipt of {len(missing)} tenants, such as {sorted(missing)[:3]}"] if missing else []


def idle(proxy):
    """Kinds of faults of a store that never happened."""
    kinds = ("commit without an answer", "commit refused", "commit late", "file without an answer", "late")
    return [f"the proxy never did this: {kind}" for kind in kinds if not proxy.counts[kind]]


def small(store):
    """Whether no file was so large that it was written in parts."""
    import deltalake

    table = deltalake.DeltaTable(store.table(STREAM), storage_options=dict(store.options))
    largest = max(table.get_add_actions(flatten=True).column("size_bytes").to_pylist())
    return [] if largest > PART else [f"the largest file has {largest} bytes"]


def shape(store):
    """How many commits, checkpoints and files there are, and files that no commit names."""
    names = store.names(STREAM)
    commits = sum(name.startswith("_delta_log/") and name.endswith(".json") for name in names)
    checkpoints = sum(name.startswith("_delta_log/") and name.endswith(".parquet") for name in names)
    files = {name for name in names if name.endswith(".parquet") and not name.startswith("_delta_log/")}
    import deltalake

    table = deltalake.DeltaTable(store.table(STREAM), storage_options=dict(store.options))
    known = {urllib.parse.unquote(pathlib.PurePosixPath(uri).name) for uri in table.file_uris()}
    orphans = sum(pathlib.PurePosixPath(name).name not in known for name in files)
    return json.dumps({"commits": commits, "checkpoints": checkpoints, "files": len(files), "orphans": orphans})
