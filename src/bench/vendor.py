"""What verification costs the mock vendor."""
import base64
import hashlib
import hmac
import os
import re
import subprocess

import machine

PATH = "/v9/brokerages?page=1&per_page=1"
SECONDS = 5
CONNECTIONS = 8


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

    def server(kind):
        return machine.Server(
            ["java", "-cp", class_path, "io.countersign.bench.VendorServer", kind],
            cwd=machine.HOME)

    with server("verifying") as verifying, server("open") as open_, server("bare") as bare:
        servers = {"mock vendor, verifying": verifying, "the same server, letting everyone in":
                   open_, "the JDK's own HTTP server": bare}
        names = list(servers)
        for name in names * 2:
            load(servers[name].url)  # until it is compiled
        rates = {name: [] for name in names}
        for number in range(rounds):
            first = number % len(names)  # what comes first is not always the same
            for name in names[first:] + names[:first]:
                rates[name].append(load(servers[name].url))
    middle = {name: sorted(own)[len(own) // 2] for name, own in rates.items()}
    base = middle["the same server, letting everyone in"]
    machine.table(
        ["server", "requests/s", "lowest", "highest", "of the same server without verification"],
        [[name, f"{middle[name]:,.0f}", f"{min(own):,.0f}", f"{max(own):,.0f}",
          f"{middle[name] / base:.2f}"] for name, own in rates.items()])


def load(url):
    host = url.split("//", 1)[1]
    said = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "X-Token: abc",
         "-H", f"X-Signature: {signature(host)}", url + PATH],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise machine.Missing(f"the requests are not answered:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
