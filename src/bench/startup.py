"""How long a command takes from nothing."""
import json
import subprocess

import machine

REQUEST = {"method": "GET", "url": "https://api.ticketevolution.com/v9/brokerages?per_page=1&page=1"}
CREDENTIALS = {"token": "abc", "secret": "xyz"}
EMPTY = "public class Empty { public static void main(String[] args) {} }\n"


def compare(rounds):
    work = machine.WORK / "startup"
    work.mkdir(parents=True, exist_ok=True)
    (work / "Empty.java").write_text(EMPTY, "utf-8")
    subprocess.run(["javac", "-d", work, work / "Empty.java"], check=True)
    request = work / "request.json"
    request.write_text(json.dumps(REQUEST), "utf-8")
    credentials = work / "credentials.json"
    credentials.write_text(json.dumps(CREDENTIALS), "utf-8")
    lines = work / "lines"
    asked = {"id": 1, "op": "sign", "scheme": "ticketevolution", "credentials": CREDENTIALS,
             "time": "2014-09-23T17:23:00Z", "request": REQUEST}
    lines.write_text(json.dumps(asked) + "\n", "utf-8")
    sign = [machine.HOME / "countersign", "sign", "ticketevolution", "--request", request,
            "--credentials", credentials]
    adapter = ["python3", machine.HOME / "src" / "adapters" / "python" / "adapter.py"]

    def python():
        with open(lines, "rb") as stdin:
            return machine.timed(adapter, stdin=stdin)

    runs = machine.interleaved({
        "an empty Java program": lambda: machine.timed(["java", "-cp", work, "Empty"]),
        "python3 signs the same (the example adapter)": python,
        "`countersign sign`": lambda: machine.timed(sign),
    }, 4 * rounds)
    base = machine.median(runs["an empty Java program"], "wall")
    machine.table(
        ["cold process", "wall, ms", "processor, ms", "memory, MiB", "of the empty Java program"],
        [[name,
          f"{machine.median(own, 'wall') * 1e3:.0f}",
          f"{machine.median(own, 'processor') * 1e3:.0f}",
          f"{machine.median(own, 'memory'):.0f}",
          f"{machine.median(own, 'wall') / base:.2f}"] for name, own in runs.items()])


def certify(rounds):
    reports = machine.WORK / "reports"
    command = [machine.HOME / "countersign", "certify", "--quiet", "--reports", reports]
    runs = machine.interleaved({"all": lambda: machine.timed(command)}, rounds)["all"]
    with open(reports / "summary.json", encoding="utf-8") as file:
        counts = json.load(file)["counts"]
    cases = sum(counts[outcome] for outcome in ("passed", "recorded"))
    machine.table(
        ["`countersign certify`, embedded", "cases", "wall, s", "lowest", "highest",
         "processor, s", "memory, MiB"],
        [["all schemes, reports included", str(cases),
          f"{machine.median(runs, 'wall'):.1f}",
          f"{min(run.wall for run in runs):.1f}",
          f"{max(run.wall for run in runs):.1f}",
          f"{machine.median(runs, 'processor'):.1f}",
          f"{machine.median(runs, 'memory'):.0f}"]])
