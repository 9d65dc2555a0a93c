"""Whether the judges see what they are there for: tables that are wrong, and a store that loses answers."""

import threading

from kills import LONGEST, compare
from readers import installed
from stores import S3, Local

STREAM = "checked"


def write(store, rows, mode="append"):
    import deltalake
    import pyarrow

    names = ("_tenant", "id", "_version")
    table = pyarrow.table({name: [row[at] for row in rows] for at, name in enumerate(names)})
    deltalake.write_deltalake(
        store.table(STREAM), table, mode=mode, partition_by=["_tenant"], storage_options=dict(store.options)
    )


def readers(plan, store):
    """Each engine must see a row that is missing, one that comes twice, and none of a file that no commit names."""
    rows = [("a", "1", "v"), ("a", "1", "w"), ("b", "1", "v")]
    write(store, rows)
    wrong = []
    for engine, read in installed().items():
        found = read(store, STREAM)
        wrong += compare(f"check, {engine}", found, rows)
        if len(compare(engine, found, [*rows, ("b", "2", "v")])) != 1:
            wrong.append(f"check, {engine}: a lost row is not seen")
        if len(compare(engine, found, rows[1:])) != 1:
            wrong.append(f"check, {engine}: a row too many is not seen")
    write(store, rows[:1])
    for engine, read in installed().items():
        if len(compare(engine, read(store, STREAM), rows)) != 1:
            wrong.append(f"check, {engine}: a row that comes twice is not seen")
    return wrong


def run_readers(plan):
    plan.folder.mkdir(parents=True, exist_ok=True)
    return readers(plan, Local(plan.folder / "check", None, plan.seed)), ", ".join(installed())


def race(plan, tools, racers=6, versions=40):
    """Racers claim the versions of a log through the proxy, by writes that must create. Each version has one winner, and a writer
    whose answer was lost finds its own name there."""
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError
    import boto3

    store = S3(plan.folder / "race", tools, plan.seed)
    store.proxy.is_on = True
    wins = [[] for _ in range(racers)]

    def client(port):
        return boto3.client(
            "s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1", aws_access_key_id="trial",
            aws_secret_access_key="trial", config=Config(retries={"total_max_attempts": 1}, read_timeout=10),
        )

    def claim(racer):
        through = client(store.proxy.port)
        for version in range(versions):
            name = f"race/_delta_log/{version:020}.json"
            # A refusal and a lost answer look alike: who has it is in the store. Nobody has it after a refusal.
            for _ in range(20):
                try:
                    through.put_object(Bucket="lake", Key=name, Body=str(racer).encode(), IfNoneMatch="*")
                    wins[racer].append((name, "told"))
                    break
                except (BotoCoreError, ClientError):
                    owner = owner_of(name)
                if owner == str(racer):
                    wins[racer].append((name, "lost answer"))
                if owner is not None:
                    break

    direct = client(store.port)

    def owner_of(name):
        try:
            return direct.get_object(Bucket="lake", Key=name)["Body"].read().decode()
        except direct.exceptions.NoSuchKey:
            return None

    threads = [threading.Thread(target=claim, args=(racer,), daemon=True) for racer in range(racers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST)
    store.close()
    claimed = [win for each in wins for win in each]
    names = [name for name, _ in claimed]
    wrong = []
    if len(names) != versions or len(set(names)) != versions:
        wrong.append(f"race: {versions} versions have {len(names)} winners")
    lost = sum(how == "lost answer" for _, how in claimed)
    if not lost:
        wrong.append("race: no answer was lost")
    return wrong, f"{versions} versions, {racers} racers, {lost} won without an answer; {dict(store.proxy.counts)}"
