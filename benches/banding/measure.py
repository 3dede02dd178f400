"""What a command costs, with all the processes that it starts."""

import ctypes
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from pathlib import Path


class Cost:
    def __init__(self):
        self.seconds = 0.0
        self.cpu = 0.0
        self.mebibytes = 0.0
        self.pages = 0


# From linux/prctl.h: those whose parent has ended become children of this process.
SUBREAPER = 36
ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def run(command, cost):
    """Runs a command and adds what it took; memory is the greatest of all that were added."""
    start = time.monotonic()
    # A file, not a pipe: nobody has to read it, and it may outlive the child.
    errors = tempfile.TemporaryFile()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
    watch = Watch(child.pid)
    for pid, status, usage in everyone():
        if pid == child.pid:
            cost.seconds += time.monotonic() - start
            child.returncode = os.waitstatus_to_exitcode(status)
        cost.cpu += usage.ru_utime + usage.ru_stime
        cost.mebibytes = max(cost.mebibytes, usage.ru_maxrss / 1024)
    cost.mebibytes = max(cost.mebibytes, watch.stop() / 1024)
    errors.seek(0)
    said = errors.read().decode(errors="replace")
    errors.close()
    if child.returncode:
        sys.exit(f"{' '.join(command[:4])} … gagal: {said[-2000:]}")


def everyone():
    """The child, and those it left behind."""
    while True:
        try:
            yield os.wait4(-1, 0)
        except ChildProcessError:
            return


class Watch(threading.Thread):
    """Looks ten times a second how much memory a process and those below it hold. Memory that
    several share counts once, by their shares (PSS)."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.done = threading.Event()
        self.start()

    def stop(self):
        self.done.set()
        self.join()
        return self.peak

    def run(self):
        while not self.done.wait(0.1):
            self.peak = max(self.peak, sum(map(share, family(self.pid))))


def family(pid):
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = Path("/proc", entry, "stat").read_text()
            except OSError:
                continue
            parent = int(stat.rsplit(")", 1)[1].split()[1])
            children.setdefault(parent, []).append(int(entry))
    found = [pid]
    for at in found:
        found.extend(children.get(at, []))
    return found


def share(pid):
    try:
        text = Path("/proc", str(pid), "smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def pages(path):
    """Pages of a PDF, also where their objects lie in compressed streams."""
    data = path.read_bytes()
    count = len(PAGE.findall(data))
    if count:
        return count
    for stream in STREAM.findall(data):
        try:
            count += len(PAGE.findall(zlib.decompressobj().decompress(stream)))
        except zlib.error:
            continue
    return count
