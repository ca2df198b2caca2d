"""This machine: what it is, and how long a process took on it."""
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
WORK = HOME / "target" / "bench"


class Missing(Exception):
    """Something that the comparison needs is not here."""


class Run:
    """What one process cost: seconds of wall clock and of processor, peak memory in MiB."""

    def __init__(self, wall, processor, memory):
        self.wall = wall
        self.processor = processor
        self.memory = memory


def need(program, package):
    found = shutil.which(program)
    if not found:
        raise Missing(f"needs {program}: install {package}")
    return found


def description():
    cpu = "an unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    version = re.search(r'"(.*?)"', java)[1]
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores of {cpu}, Java {version}; load at the start {load:.1f}"


def timed(command, expect=(0,), **more):
    """Runs a process to its end; what it prints is kept for the case that it fails."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, **more)
        # Its own and its children's cost, not that of whatever else was started from here.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expect:
            out.seek(0)
            text = out.read().decode("utf-8", "replace")
            raise Missing(f"{command[0]} ended with {process.returncode}:\n{text[-3000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(contenders, rounds, warm=1):
    """Lets the contenders take turns: name -> list of runs. The first turns are not counted."""
    runs = {name: [] for name in contenders}
    for turn in range(rounds + warm):
        for name, run in contenders.items():
            result = run()
            if turn >= warm:
                runs[name].append(result)
    return runs


def median(runs, figure):
    return statistics.median(getattr(run, figure) for run in runs)


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


class Server:
    """One or more servers in a process of their own, which says line by line where they listen."""

    def __init__(self, command, servers=1, **more):
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
        said = ""
        self.urls = []
        while len(self.urls) < servers:
            line = self.process.stdout.readline()
            if not line:
                raise Missing(f"{command[0]} does not listen:\n{said}")
            said += line
            self.urls += re.findall(r"listening on (http://\S+)", line)
        self.url = self.urls[0]

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.process.terminate()
        self.process.wait(10)
