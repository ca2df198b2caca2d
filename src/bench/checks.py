"""The same 500 HTTP checks by Countersign, Karate and newman.

400 signed requests that must be answered 200, and 100 with the query changed after signing that must
be answered 401. Countersign signs each itself, and shows each of the 100 unchanged before, since it
takes no rejection for one without: 600 requests. Karate and newman are given the finished
signatures and make 500.
"""
import base64
import hashlib
import hmac
import json
import os
import subprocess
import xml.etree.ElementTree

import machine

ACCEPTED = 400
REJECTED = 100
HERE = machine.HOME / "src" / "bench"
WORK = machine.WORK / "checks"
SECRET = "the bench's secret"
KEY = "bench"

SCHEME = """\
scheme: bench
title: Bench
summary: For a measurement.
documents:
  - {id: bench, title: "The measurement's own", file: none}
credentials:
  - {name: key, role: key-id, example: bench}
  - {name: secret, role: secret, example: x}
string-to-sign:
  - method
  - text: " "
  - path
  - text: "?"
  - query: {order: by-name}
mac: {algorithm: hmac-sha256, key: secret, encoding: base64}
sent:
  - {header: X-Key, value: "{key}"}
  - {header: X-Signature, value: "{signature}"}
service:
  base: https://api.example.com
  refusal: '{"error":"{reason}"}'
  resources:
"""
REQUIREMENTS = """\
requirements:
  - id: bench/checks
    level: must
    says: What is signed is accepted, and what was changed is not.
    document: bench
    section: none
"""


class Check:
    def __init__(self, number):
        self.name = f"item-{number}"
        self.accepted = number < ACCEPTED
        self.path = f"/items/{number}"
        signed = f"a=1&number={number}"
        self.query = signed if self.accepted else signed + "0"
        self.target = f"{self.path}?{signed}"
        text = f"GET {self.path}?{signed}".encode()
        digest = hmac.new(SECRET.encode(), text, hashlib.sha256).digest()
        self.signature = base64.b64encode(digest).decode()
        self.status = 200 if self.accepted else 401


def compare(rounds):
    machine.need("npm", "Node.js")
    every = [Check(number) for number in range(ACCEPTED + REJECTED)]
    scheme = write_scheme(every)
    credentials = WORK / "credentials.json"
    credentials.write_text(json.dumps({"key": KEY, "secret": SECRET}), "utf-8")
    karate = write_karate(every)
    newman = write_newman(every)
    launcher = machine.HOME / "countersign"
    serve = [launcher, "serve", "bench", "--schemes", scheme, "--credentials", credentials,
             "--quiet"]
    with machine.Server(serve) as server:
        runs = machine.interleaved({
            "Countersign": lambda: countersign(launcher, scheme, credentials, server.url),
            "Karate, 1 thread": lambda: by_karate(karate, 1, server.url),
            f"Karate, {os.cpu_count()} threads":
                lambda: by_karate(karate, os.cpu_count(), server.url),
            "newman": lambda: by_newman(newman, server.url),
        }, rounds)
    base = min(machine.median(own, "wall") for name, own in runs.items() if "Karate" in name)
    machine.table(
        ["500 checks and a report", "wall, s", "lowest", "highest", "processor, s", "memory, MiB",
         "of the better Karate"],
        [[name,
          f"{machine.median(own, 'wall'):.2f}",
          f"{min(run.wall for run in own):.2f}",
          f"{max(run.wall for run in own):.2f}",
          f"{machine.median(own, 'processor'):.1f}",
          f"{machine.median(own, 'memory'):.0f}",
          f"{machine.median(own, 'wall') / base:.2f}"] for name, own in runs.items()])


def write_scheme(every):
    folder = WORK / "schemes" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "scheme.yaml", "w", encoding="utf-8") as file:
        file.write(SCHEME)
        for check in every:
            file.write(f"    - {{name: {check.name}, method: GET, target: '{check.target}',"
                       " answer: '{}'}\n")
    (folder / "requirements.yaml").write_text(REQUIREMENTS, "utf-8")
    with open(folder / "checks.feature", "w", encoding="utf-8") as file:
        file.write("@bench\nFeature: Checks\n\n"
                   "  @bench/checks @verifier\n"
                   "  Scenario Outline: <item> is accepted\n"
                   "    Given a call of the resource \"<item>\"\n"
                   "    And a signed request\n"
                   "    Then it is accepted\n\n"
                   "    Examples:\n      | item |\n")
        file.writelines(f"      | {check.name} |\n" for check in every if check.accepted)
        file.write("\n  @bench/checks @verifier\n"
                   "  Scenario Outline: <item> is refused\n"
                   "    Given a call of the resource \"<item>\"\n"
                   "    And a signed request that is accepted\n"
                   "    When its query is changed to \"<query>\"\n"
                   "    Then it is rejected\n\n"
                   "    Examples:\n      | item | query |\n")
        file.writelines(f"      | {check.name} | {check.query} |\n"
                        for check in every if not check.accepted)
    return folder.parent


def countersign(launcher, scheme, credentials, url):
    reports = WORK / "countersign"
    run = machine.timed(
        [launcher, "certify", "bench", "--schemes", scheme, "--credentials", credentials,
         "--endpoint", url, "--only", "bench/checks", "--quiet", "--reports", reports])
    with open(reports / "summary.json", encoding="utf-8") as file:
        counted("Countersign", json.load(file)["counts"]["passed"])
    existing(reports / "index.html")
    return run


def write_karate(every):
    folder = WORK / "karate"
    folder.mkdir(parents=True, exist_ok=True)
    feature = folder / "checks.feature"
    with open(feature, "w", encoding="utf-8") as file:
        file.write("Feature: Checks\n\n"
                   "  Scenario Outline: <path> is answered <code>\n"
                   "    Given url karate.properties['bench.url'] + '<path>?<query>'\n"
                   f"    And header X-Key = '{KEY}'\n"
                   "    And header X-Signature = '<signature>'\n"
                   "    When method get\n"
                   "    Then status <code>\n\n"
                   "    Examples:\n      | path | query | signature | code |\n")
        file.writelines(f"      | {check.path} | {check.query} | {check.signature} |"
                        f" {check.status} |\n" for check in every)
    class_path = folder / "classpath"
    subprocess.run(
        ["mvn", "-q", "-B", "-f", HERE / "karate" / "pom.xml", "dependency:build-classpath",
         f"-Dmdep.outputFile={class_path}"], check=True)
    return feature, class_path.read_text("utf-8").strip()


def by_karate(karate, threads, url):
    feature, class_path = karate
    out = WORK / f"karate-{threads}"
    run = machine.timed(
        ["java", f"-Dbench.url={url}", "-cp", class_path, "com.intuit.karate.Main", "-T",
         str(threads), "-o", out, feature])
    with open(out / "karate-reports" / "karate-summary-json.txt", encoding="utf-8") as file:
        counted("Karate", json.load(file)["scenariosPassed"])
    existing(out / "karate-reports" / "karate-summary.html")
    return run


def write_newman(every):
    folder = WORK / "newman"
    folder.mkdir(parents=True, exist_ok=True)
    header = [{"key": "X-Key", "value": KEY}, {"key": "X-Signature", "value": "{{signature}}"}]
    test = ["pm.test(pm.info.iteration + ' is answered', function () {",
            "  pm.response.to.have.status(pm.iterationData.get('code'));", "});"]
    collection = {
        "info": {"name": "Checks",
                 "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [{"name": "check",
                  "event": [{"listen": "test", "script": {"exec": test}}],
                  "request": {"method": "GET", "header": header,
                              "url": "{{url}}{{path}}?{{query}}"}}]}
    (folder / "collection.json").write_text(json.dumps(collection), "utf-8")
    (folder / "data.json").write_text(
        json.dumps([{"path": check.path, "query": check.query, "signature": check.signature,
                     "code": check.status} for check in every]), "utf-8")
    (folder / "package.json").write_text(
        (HERE / "newman" / "package.json").read_text("utf-8"), "utf-8")
    subprocess.run(
        ["npm", "install", "--silent", "--no-package-lock", "--no-audit", "--no-fund"],
        cwd=folder, check=True)
    return folder


def by_newman(folder, url):
    junit = folder / "junit.xml"
    run = machine.timed(
        [folder / "node_modules" / ".bin" / "newman", "run", "collection.json",
         "--iteration-data", "data.json", "--env-var", f"url={url}",
         "--reporters", "htmlextra,junit", "--reporter-htmlextra-export", "report.html",
         "--reporter-junit-export", junit], cwd=folder)
    tests = list(xml.etree.ElementTree.parse(junit).iter("testcase"))
    counted("newman", sum(1 for test in tests if test.find("failure") is None))
    existing(folder / "report.html")
    return run


def counted(who, passed):
    if passed != ACCEPTED + REJECTED:
        raise machine.Missing(f"{who} passed {passed} checks and not {ACCEPTED + REJECTED}")


def existing(report):
    if not report.is_file() or report.stat().st_size == 0:
        raise machine.Missing(f"there is no report {report}")
