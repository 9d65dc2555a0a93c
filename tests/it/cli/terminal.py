"""Runs a program at a terminal of its own and does what a script says. Reads JSON, prints JSON."""

import errno
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios

LIMIT = 60.0
ROWS = 50
task = json.load(sys.stdin)
master, slave = pty.openpty()


def resize(columns):
    """Sets the width of the terminal. The kernel tells the program in its foreground with SIGWINCH."""
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))


resize(task["columns"])
pipes = {name: os.pipe() for name in ("stdin", "stdout", "stderr")}

pid = os.fork()
if pid == 0:
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        pipe = pipes[name][0 if number == 0 else 1]
        os.dup2(slave if task[name] == "terminal" else pipe, number)
    os.closerange(3, 256)
    os.execve(task["program"], [task["program"]] + task["arguments"], task["environment"])

os.close(slave)
os.close(pipes["stdin"][0]) if task["stdin"] == "terminal" else None
os.close(pipes["stdout"][1])
os.close(pipes["stderr"][1])
shown = {master: b"", pipes["stdout"][0]: b"", pipes["stderr"][0]: b""}
open_streams = set(shown)


def read(seconds):
    """Takes what the program wrote within that time; whether it wrote anything."""
    ready, _, _ = select.select(list(open_streams), [], [], seconds)
    for stream in ready:
        try:
            data = os.read(stream, 65536)
        except OSError as error:
            # A terminal that its last process closed.
            assert error.errno == errno.EIO, error
            data = b""
        shown[stream] += data
        if not data:
            open_streams.discard(stream)
    return bool(ready)


def until(what, condition):
    waited = 0.0
    while not condition():
        if not read(0.02):
            waited += 0.02
        assert waited < LIMIT, f"{what}: {shown}"


# How far each stream was read by the waits: a second prompt is not taken for the first.
passed = {stream: 0 for stream in shown}


def said(text):
    """Whether a stream said this after what was waited for before."""
    for stream, data in shown.items():
        place = data.find(text, passed[stream])
        if place >= 0:
            passed[stream] = place + len(text)
            return True
    return False


# Places in the output on the terminal: those that have a name, and those where its width changed.
marks = {}
resizes = []
held = []
for step in task["script"]:
    word, value = next(iter(step.items()))
    if word == "wait":
        until(value, lambda: said(value.encode()))
    elif word == "send":
        os.write(master, value.encode())
    elif word == "hidden":
        until("no echo", lambda: not termios.tcgetattr(master)[3] & termios.ECHO)
    elif word == "feed":
        # Until all of it is read: the program then waits for more, which never comes.
        os.write(pipes["stdin"][1], bytes.fromhex(value))
        left = lambda: struct.unpack("i", fcntl.ioctl(pipes["stdin"][1], termios.FIONREAD, b"\0" * 4))[0]
        until("a reader", lambda: left() == 0)
    elif word == "close":
        os.close(pipes["stdin"][1])
    elif word == "fifo":
        # Opening it for writing fails until a reader is there.
        def opened():
            try:
                held.append(os.open(value, os.O_WRONLY | os.O_NONBLOCK))
            except OSError as error:
                assert error.errno == errno.ENXIO, error
            return bool(held)
        until("a reader", opened)
    elif word == "signal":
        os.kill(pid, getattr(signal, value))
    elif word == "mark":
        # After what was waited for: how much more was read depends on the speed of the machine.
        marks[value] = passed[master]
    elif word == "resize":
        # The program is stopped meanwhile, so that it is known what it wrote before and what after.
        os.kill(pid, signal.SIGSTOP)
        until("a stop", lambda: os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOHANG))
        while read(0.05):
            pass
        resize(value)
        passed[master] = len(shown[master])
        resizes.append([passed[master], value])
        os.kill(pid, signal.SIGCONT)

before = os.times().elapsed
until("the end", lambda: not open_streams - {master} and os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT))
seconds = os.times().elapsed - before
_, status = os.waitpid(pid, 0)
while read(0):
    if not open_streams:
        break
print(json.dumps({
    "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
    "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
    "seconds": seconds,
    "echo": bool(termios.tcgetattr(master)[3] & termios.ECHO),
    "marks": marks,
    "resizes": resizes,
    "terminal": shown[master].hex(),
    "stdout": shown[pipes["stdout"][0]].hex(),
    "stderr": shown[pipes["stderr"][0]].hex(),
}))
