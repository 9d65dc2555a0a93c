"""Processes of the trial. What was started here is stopped here, by its id."""

import atexit
import os
import socket
import subprocess
import sys
import time

_STARTED = []


def start(words, **options):
    """Starts a program. It is stopped at the end of the trial at the latest."""
    process = subprocess.Popen([str(word) for word in words], **options)
    _STARTED.append(process)
    return process


def kill(process):
    """Ends a process without a warning, as a power cut does."""
    process.kill()
    process.wait()
    forget(process)


def stop(process):
    """Asks a process to end, and ends it if it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    forget(process)


def forget(process):
    if process in _STARTED:
        _STARTED.remove(process)


@atexit.register
def stop_all():
    for process in list(_STARTED):
        stop(process)


def free_port():
    """A port that no server has at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for_port(port, process, seconds=60):
    """Waits until a server takes connections."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            sys.exit(f"{process.args[0]} ended with {process.returncode} before it listened")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"{process.args[0]} does not listen on port {port} after {seconds} s")


def plain_environment(**more):
    """The variables of a program that must not see the caller's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {name: str(value) for name, value in more.items()}
