"""Collectors that are killed at random moments, while records come, services refuse and stores misbehave; then one quiet pass."""

import collections
import dataclasses
import random
import sys
import threading
import time

import processes
from emulator import STREAM, Emulator, Oracle

SHARDS = 4

# Exit codes of a pass that a fault may have: all is well, some failed, parts failed. Others are mistakes of the program.
ALLOWED = {0, 1, 3}

# Seconds after which a pass counts as hanging.
LONGEST = 120


@dataclasses.dataclass
class Plan:
    """The size of a trial."""

    binary: str
    tenants: int
    kills: int
    seed: int
    folder: object


class Worker:
    """A collector of one shard that lives again after each death."""

    def __init__(self, words, environment, log):
        self.words = words
        self.environment = environment
        self.log = log
        self.process = None
        self.begun = self.due = 0.0

    def start(self, life):
        """Starts it; it is killed when it has lived so long."""
        self.begun = time.monotonic()
        self.due = self.begun + life
        self.process = processes.start(self.words, stdout=self.log, stderr=self.log, env=self.environment)

    def has_ended(self):
        if self.process is None or self.process.poll() is None:
            return False
        processes.forget(self.process)
        return True

    @property
    def age(self):
        return time.monotonic() - self.begun


class Trial:
    """One target. `place` has `uri`, `format`, `environment`, `proxy` and `committed()`."""

    def __init__(self, plan, place):
        self.plan = plan
        self.place = place
        self.chances = random.Random(plan.seed)
        plan.folder.mkdir(parents=True, exist_ok=True)
        self.log = open(plan.folder / "collect.log", "wb")
        self.emulator = Emulator(plan.binary, plan.tenants, plan.seed, plan.folder / "emulator.log")
        self.oracle = Oracle(self.emulator, self.chances)
        self.environment = processes.plain_environment(
            **self.emulator.environment, **place.environment,
            DEFENDER_CONFIG_DIR=plan.folder / "config", DEFENDER_STORE="file",
        )
        self.codes = collections.Counter()
        self.killed = 0
        self.wrong = []
        self.lives = []

    def words(self, shard):
        """The command of a worker."""
        return [
            self.plan.binary, "collect", STREAM, "--to", self.place.uri, *self.place.format,
            "--tenants", f"@{self.emulator.tenants_file}", "--shard", f"{shard}/{SHARDS}", "-o", "json",
        ]

    def run(self, is_large=False):
        """Kills, ends with a quiet pass, and returns what is expected: tenant, id and version.

        If `is_large`, the quiet pass finds records that stores take in several requests.
        """
        worker = self._worker(0)
        worker.start(LONGEST)
        worker.process.wait(LONGEST)
        self._ended(worker)
        if worker.process.returncode != 0:
            raise RuntimeError(f"a first pass without faults ended with {worker.process.returncode}; see {self.log.name}")
        self._storm(True)
        stop = threading.Event()
        poster = threading.Thread(target=self._post, args=(stop,), daemon=True)
        poster.start()
        try:
            self._kill()
        finally:
            stop.set()
            poster.join()
            self._storm(False)
        if is_large:
            self.oracle.post_large()
        self._last_pass()
        strange = self.oracle.wrong_emulator()
        if strange:
            self.wrong.append(f"the emulator and the trial differ: {sorted(strange)[:3]}")
        return self.oracle.expected

    def _storm(self, is_on):
        for proxy in (self.emulator.proxy, self.place.proxy):
            if proxy:
                proxy.is_on = is_on

    def _worker(self, shard):
        return Worker(self.words(shard), self.environment, self.log)

    def _post(self, stop):
        """Posts records until the end of the storm, and reads meanwhile what is committed."""
        try:
            while not stop.is_set():
                committed = set(self.place.committed())
                until = time.monotonic() + 2
                while time.monotonic() < until and not stop.wait(self.chances.uniform(0, 0.1)):
                    self.oracle.post(committed)
        except Exception as error:
            self.wrong.append(f"the table could not be read, or records not be posted, while it was written: {error!r}")

    def _kill(self):
        """Keeps a worker for each shard, and one more at a shard that has one already, until enough were killed."""
        workers = [self._worker(shard) for shard in range(SHARDS)] + [None]
        chances = random.Random(self.plan.seed + 1)
        while self.killed < self.plan.kills and not self._is_hopeless():
            for at, worker in enumerate(workers):
                if worker is None or worker.process is None:
                    worker = workers[at] = worker or self._worker(chances.randrange(SHARDS))
                    worker.start(self._life(chances))
                elif worker.has_ended():
                    self._ended(worker)
                    # The one more gets another shard.
                    workers[at] = None if at == SHARDS else self._worker(at)
                elif time.monotonic() >= worker.due:
                    if worker.age >= LONGEST:
                        self.wrong.append(f"a pass did not end in {LONGEST} s; see {self.log.name}")
                    processes.kill(worker.process)
                    self.killed += 1
                    if self.killed % 25 == 0:
                        print(f"{self.place.name}: {self.killed} kills", file=sys.stderr, flush=True)
                    workers[at] = None if at == SHARDS else self._worker(at)
            time.sleep(0.005)
        for worker in workers:
            if worker and worker.process:
                processes.kill(worker.process)

    def _is_hopeless(self):
        return len(self.wrong) > 10

    def _life(self, chances):
        """How long the next worker lives: often shorter than a pass takes, sometimes hardly at all, sometimes to its end."""
        whole = sorted(self.lives)[len(self.lives) // 2]
        drawn = chances.random()
        if drawn < 0.15:
            return chances.uniform(0, 0.2)
        return chances.uniform(0, whole * 1.2) if drawn < 0.85 else LONGEST

    def _ended(self, worker):
        code = worker.process.returncode
        self.codes[code] += 1
        self.lives = self.lives[-20:] + [worker.age]
        if code not in ALLOWED:
            self.wrong.append(f"a pass ended with {code}; see {self.log.name}")

    def _last_pass(self):
        """One pass of each shard, side by side, with nobody in its way."""
        workers = [self._worker(shard) for shard in range(SHARDS)]
        for worker in workers:
            worker.start(LONGEST)
        for shard, worker in enumerate(workers):
            code = worker.process.wait(LONGEST)
            processes.forget(worker.process)
            if code != 0:
                self.wrong.append(f"the last pass of shard {shard} ended with {code}; see {self.log.name}")

    def close(self):
        self.emulator.close()
        self.log.close()

    def report(self):
        """One line of what happened."""
        faults = dict(self.emulator.proxy.counts)
        if self.place.proxy:
            faults |= {f"store: {name}": count for name, count in self.place.proxy.counts.items()}
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.oracle.kinds.items())
        codes = ", ".join(f"{count} × exit {code}" for code, count in sorted(self.codes.items()))
        return f"{self.killed} kills; {codes}; records: {kinds}; requests: {faults}"


def compare(name, rows, expected):
    """What is wrong with the rows of a reader, as sentences. Tenant, id and version of each row."""
    rows = [tuple(row) for row in rows]
    found, wanted = set(rows), set(expected)
    wrong = []
    twice = [row for row, count in collections.Counter(rows).items() if count > 1]
    for what, those in (("lost", wanted - found), ("twice", twice), ("never posted", found - wanted)):
        if those:
            wrong.append(f"{name}: {len(those)} {what}, such as {sorted(those, key=str)[:3]}")
    return wrong
