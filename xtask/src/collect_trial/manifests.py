"""The manifests of `deploy/kubernetes`: PyPI `kubernetes-validate`, and the container's own command in processes of this machine."""

import importlib.util
import pathlib
import random
import subprocess

import processes
from emulator import Emulator, Oracle
from kills import LONGEST, compare
from readers import delta_rs
from stores import Local

# The oldest Kubernetes that has all that the manifests use, and a later one.
VERSIONS = ("1.33", "1.35")


def documents(root):
    """The documents of the manifests, by file."""
    import yaml

    files = sorted((pathlib.Path(root) / "deploy/kubernetes").glob("*.yaml"))
    return {path: [one for one in yaml.safe_load_all(path.read_text(encoding="utf-8")) if one] for path in files}


def validate(root):
    """What the validator finds wrong."""
    import kubernetes_validate

    wrong, found = [], documents(root)
    misspelt = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "date": {}}
    try:
        kubernetes_validate.validate(misspelt, VERSIONS[0], strict=True)
        wrong.append("the validator takes a member that is misspelt")
    except kubernetes_validate.ValidationError:
        pass
    for path, objects in found.items():
        for one in objects:
            for version in VERSIONS:
                try:
                    kubernetes_validate.validate(one, version, strict=True)
                except kubernetes_validate.ValidationError as error:
                    wrong.append(f"{path.name}: {one.get('kind')} for {version}: {error.message}")
    if not found:
        wrong.append("there are no manifests")
    return wrong, f"{sum(map(len, found.values()))} objects"


def run_validate(plan, root):
    if not importlib.util.find_spec("kubernetes_validate"):
        return [], "not run, kubernetes-validate is not installed"
    return validate(root)


def job(root):
    """The spec of the job, and the settings of the ConfigMap that it names."""
    objects = [one for found in documents(root).values() for one in found]
    cron = next(one for one in objects if one["kind"] == "CronJob")
    settings = next(one for one in objects if one["kind"] == "ConfigMap")
    return cron["spec"]["jobTemplate"]["spec"], settings["data"]


def run_shards(plan, root):
    """Does the work of the job in one process for each index, at the same time, with the command of the container."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    store = Local(plan.folder / "lake", None, plan.seed)
    emulator = Emulator(plan.binary, plan.tenants, plan.seed, plan.folder / "emulator.log")
    try:
        oracle = Oracle(emulator, random.Random(plan.seed))
        spec, settings = job(root)
        wrong = []
        if spec["completionMode"] != "Indexed" or spec["parallelism"] != spec["completions"]:
            wrong.append("the job is not an indexed one, or its pods do not run at once")
        # The second run has nothing to do.
        for _ in range(2):
            wrong += run_job(plan, spec, settings, emulator, store)
        rows = delta_rs(store, "mde.alerts")
        return wrong + compare("deltalake", rows, oracle.expected), f"{spec['completions']} processes, {len(rows)} rows"
    finally:
        emulator.close()


def run_job(plan, spec, settings, emulator, store):
    """The pods of the job as processes. Returns those that failed."""
    container = spec["template"]["spec"]["containers"][0]
    settings = settings | {"LAKE": store.uri}
    running = []
    for index in range(spec["completions"]):
        variables = {name: value for name, value in settings.items() if name.isupper()}
        variables |= emulator.environment | {
            "DEFENDER_CONFIG_DIR": plan.folder / f"config{index}", "DEFENDER_STORE": "file", "JOB_COMPLETION_INDEX": str(index),
        }
        words = [expanded(word, variables, emulator) for word in container["args"]]
        with open(plan.folder / f"shard{index}.log", "ab") as log:
            environment = processes.plain_environment(**variables)
            running.append(processes.start([plan.binary, *words], stdout=log, stderr=log, env=environment))
    wrong = []
    for index, process in enumerate(running):
        try:
            code = process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            code = "no end"
        processes.stop(process)
        if code != 0:
            wrong.append(f"shard {index} ended with {code}; see {plan.folder}/shard{index}.log")
    return wrong


def expanded(word, variables, emulator):
    """An argument as the kubelet expands it. The file that is mounted in the pod is that of the emulator here."""
    for name, value in variables.items():
        word = word.replace(f"$({name})", str(value))
    return word.replace("/etc/defender/tenants.toml", emulator.tenants_file)
