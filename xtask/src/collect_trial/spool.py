"""The spool folder, read by Debian's syslog-ng while it is written and while the collectors are killed."""

import collections
import json
import pathlib
import platform
import shutil
import subprocess
import time

from emulator import STREAM
from kills import Trial, compare
from processes import plain_environment, start, stop

# syslog-ng and the libraries that small systems do not have.
PACKAGES = ("syslog-ng-core", "libivykis0", "libnet1", "libjson-c5", "libwrap0", "libpcre3")

# `max-files`: the default of 100 is less than the files of a few passes over many tenants.
CONFIGURATION = """@version: {version}
@module affile
options {{ stats-freq(0); }};
source spool {{
  wildcard-file(base-dir("{spool}") filename-pattern("*.ndjson") recursive(no) follow-freq(0.2)
    max-files(20000) log-iw-size(2000000) log-msg-size(1048576) flags(no-parse));
}};
destination rows {{ file("{rows}" template("${{MESSAGE}}\\n")); }};
log {{ source(spool); destination(rows); flags(flow-control); }};
"""


class Spool:
    """A folder of NDJSON as a target of collectors."""

    name = "spool"
    proxy = None
    format = ("--format", "spool")
    environment = {}

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.uri = str(self.folder)
        self.rows = self.folder / STREAM
        self.rows.mkdir(parents=True)

    def committed(self):
        """Tenant, id and version of the rows in final files."""
        return [row for path in self.rows.glob("*.ndjson") for row in read(path)]


def read(path):
    """Tenant, id and version of each line of a file. A line that is not a row has its text for an id."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
            found.append((row["_tenant"], row["id"], row["_version"]))
        except (ValueError, KeyError):
            found.append(("", line[:200], ""))
    return found


def installed(tools):
    """The folder of syslog-ng, which is unpacked beside the system. `None` where Debian's packages cannot be had."""
    root = pathlib.Path(tools) / "syslog-ng"
    if (root / "usr/sbin/syslog-ng").exists():
        return root
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        return None
    packages = root / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": packages}
    if subprocess.run(["apt-get", "download", *PACKAGES], timeout=120, **quiet).returncode != 0:
        return None
    for package in packages.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, root], check=True)
    return root


def start_syslog_ng(root, spool, folder):
    """Starts it on a folder. It writes each line it reads to a file of its own."""
    modules = next((root / "usr/lib/syslog-ng").glob("[0-9]*"))
    rows = folder / "syslog-ng.ndjson"
    configuration = folder / "syslog-ng.conf"
    configuration.write_text(CONFIGURATION.format(version=modules.name, spool=spool, rows=rows), encoding="utf-8")
    machine = f"{platform.machine()}-linux-gnu"
    libraries = [root / "usr/lib" / machine, root / "lib" / machine, root / "usr/lib/syslog-ng"]
    process = start(
        [
            root / "usr/sbin/syslog-ng", "--foreground", "--no-caps", "--cfgfile", configuration, "--module-path", modules,
            "--persist-file", folder / "syslog-ng.persist", "--control", folder / "syslog-ng.ctl", "--pidfile",
            folder / "syslog-ng.pid",
        ],
        stdout=subprocess.DEVNULL, stderr=open(folder / "syslog-ng.log", "wb"),
        env=plain_environment(LD_LIBRARY_PATH=":".join(str(path) for path in libraries)),
    )
    return process, rows


def wait_for_lines(path, count, process, seconds=60):
    """Waits until a file has so many lines."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") >= count:
            break
        time.sleep(0.2)


def run(plan, tools):
    """Returns what is wrong, and a line of what happened."""
    place = Spool(plan.folder / "spool")
    root = installed(tools)
    trial = Trial(plan, place)
    try:
        reader, rows = start_syslog_ng(root, place.rows, plan.folder) if root else (None, None)
        expected = trial.run()
        wrong = trial.wrong + compare("files", place.committed(), expected)
        report = trial.report()
        if reader:
            wait_for_lines(rows, len(expected), reader)
            stop(reader)
            wrong += compare("syslog-ng", read(rows), expected)
        else:
            report += "; syslog-ng is not to be had, so the files were read without it"
    finally:
        trial.close()
    parts = list(place.rows.glob("*.part"))
    if parts:
        wrong.append(f"{len(parts)} parts are left")
    return wrong, report
