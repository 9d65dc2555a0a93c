"""Runs one program and says what it took.

    measure.py [--read] PROGRAM ARGUMENT...

The program's output goes nowhere; with `--read` it is read through a pipe and its first byte is timed. Prints one line
of JSON: exit status, seconds of processor time and of the clock, the most memory held in bytes; with `--read` also the
seconds until the first byte, and the lines.
"""

import json
import os
import re
import sys
import threading
import time

SAMPLE_SECONDS = 0.02


def main() -> None:
    """Starts, waits, prints."""
    command = sys.argv[1:]
    read = command[0] == "--read"
    if read:
        command = command[1:]
    result = {"first": None, "lines": 0, "memory": 0}
    reader, writer = os.pipe()
    nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    to_pipe = (os.POSIX_SPAWN_DUP2, writer, 1)
    begun = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[to_pipe if read else nowhere])
    os.close(writer)
    ended = threading.Event()
    sampler = threading.Thread(target=sample, args=(child, ended, result))
    sampler.start()
    while piece := os.read(reader, 1 << 20):
        if result["first"] is None:
            result["first"] = time.monotonic() - begun
        result["lines"] += piece.count(b"\n")
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    result["clock"] = time.monotonic() - begun
    ended.set()
    sampler.join()
    _, status, usage = os.wait4(child, 0)
    result["status"] = os.waitstatus_to_exitcode(status)
    result["processor"] = usage.ru_utime + usage.ru_stime
    # What wait4 says begins at the size of this program; it is the only word on one that ends before the first sample.
    result["memory"] = result["memory"] or usage.ru_maxrss * 1024
    print(json.dumps(result))


def sample(child: int, ended: threading.Event, result: dict) -> None:
    """Notes the most memory a process has held so far, again and again."""
    while not ended.wait(SAMPLE_SECONDS):
        with open(f"/proc/{child}/status", encoding="ascii") as status:
            if peak := re.search(r"VmHWM:\s+(\d+) kB", status.read()):
                result["memory"] = int(peak[1]) * 1024


if __name__ == "__main__":
    main()
