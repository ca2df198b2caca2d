"""What verification costs the mock vendor."""
import base64
import hashlib
import hmac
import os
import re
import statistics
import subprocess

import machine

PATH = "/v9/brokerages?page=1&per_page=1"
SECONDS = 2
TURNS = 4  # in each round, and short: the speed of the machine changes from second to second
CONNECTIONS = 8
OPEN = "the same server, letting everyone in"


def signature(host):
    text = f"GET {host}{PATH}".encode()
    return base64.b64encode(hmac.new(b"xyz", text, hashlib.sha256).digest()).decode()


def compare(rounds):
    machine.need("wrk", "Debian's wrk")
    subprocess.run(
        ["mvn", "-q", "-B", "-Pbench", "test-compile"], cwd=machine.HOME, check=True)
    target = machine.HOME / "target"
    class_path = os.pathsep.join([
        str(target / "test-classes"), str(target / "classes"),
        (target / "bench.classpath").read_text("utf-8").strip()])

    names = ["mock vendor, verifying", OPEN, "the JDK's own HTTP server"]
    rates = {name: [] for name in names}
    with machine.Server(
            ["java", "-cp", class_path, "io.countersign.bench.VendorServer",
             "verifying", "open", "bare"], servers=3, cwd=machine.HOME) as process:
        urls = dict(zip(names, process.urls))
        for name in names * 4:
            load(urls[name])  # until it is compiled
        for number in range(rounds * TURNS):
            first = number % len(names)  # what comes first is not always the same
            for name in names[first:] + names[:first]:
                rates[name].append(load(urls[name]))
    machine.table(
        ["server", "requests/s", "lowest", "highest", "of the same server without verification",
         "lowest", "highest"],
        [[name, f"{statistics.median(own):,.0f}", f"{min(own):,.0f}", f"{max(own):,.0f}"]
         + [f"{number:.2f}" for number in ratios(own, rates[OPEN])] for name, own in rates.items()])


def ratios(own, base):
    """Median, lowest and highest of those of each turn, in which the machine was the same."""
    each = [one / other for one, other in zip(own, base)]
    return statistics.median(each), min(each), max(each)


def load(url):
    host = url.split("//", 1)[1]
    said = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "X-Token: abc",
         "-H", f"X-Signature: {signature(host)}", url + PATH],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise machine.Missing(f"the requests are not answered:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
