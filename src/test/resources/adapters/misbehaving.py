"""misbehaving.py EXAMPLE MODE: the example adapter, but for one misbehaviour.

Modes that begin with "hello-" misbehave at once, all others only when they are asked something else.
"""
import json
import os
import sys
import time

EXAMPLE, MODE = sys.argv[1:3]
with open(EXAMPLE, encoding="utf-8") as file:
    # Everything but the loop that reads the questions.
    exec(file.read().partition("\nfor line in sys.stdin")[0])


def write(text):
    sys.stdout.buffer.write(text if isinstance(text, bytes) else text.encode())
    sys.stdout.buffer.flush()


def say(value):
    write(json.dumps(value) + "\n")


def sleep():
    time.sleep(300)


def flood():
    while True:
        write("y\n" * 1000)


def long_line():
    for _ in range(50):
        write("x" * (1 << 20))
    write("\n")


def greeting(**changes):
    hello = {"id": 1, "name": MODE, "schemes": list(SCHEMES), "ops": ["sign"], **changes}
    return {name: value for name, value in hello.items() if value != "absent"}


def request(**changes):
    return lambda id, good: say({"id": id, "request": {**good["request"], **changes}})


def two_lines(id, good):
    say({"id": id, **good})
    say({"id": id, **good})


def third(id, good):
    if id % 3 == 0:
        os._exit(4)
    say({"id": id, **good})


def stall(id, good):
    """It works for a while, says so by a file, and hangs."""
    if id > 8:
        open(os.environ["STALLED"], "w").close()
        sleep()
    say({"id": id, **good})


def close(id, good):
    os.close(1)
    sleep()


def noisy(id, good):
    sys.stderr.write("noise " * 100000)
    sys.stderr.flush()
    say({"id": id, **good})


def then(*doings):
    return lambda id, good: [doing() for doing in doings]


def answer_with(value):
    return lambda id, good: say(value(id, good) if callable(value) else value)


AT_HELLO = {
    "hello-banner": lambda: (write("Welcome to my adapter\n"), sleep()),
    "hello-hangs": sleep,
    "hello-prompt": lambda: (write("password: "), sleep()),
    "hello-complains": lambda: (sys.stderr.write("no configuration\n"), sys.stderr.flush(), sleep()),
    "hello-noise": lambda: [sys.stderr.write("noise " * 10000) for _ in iter(int, 1)],
    "hello-closes": lambda: (os.close(1), sleep()),
    "hello-flood": flood,
    "hello-long-line": long_line,
    "hello-null": lambda: say(None),
    "hello-list": lambda: say([1, 2]),
    "hello-number": lambda: say(42),
    "hello-text": lambda: say("hello"),
    "hello-empty-line": lambda: say_nothing(),
    "hello-warning": lambda: (write("\n"), time.sleep(0.1), write("Warning: no key\n"), sleep()),
    "hello-error": lambda: say({"id": 1, "error": "licence\nexpired"}),
    "hello-skipped": lambda: say({"id": 1, "skipped": "not today"}),
    "hello-no-id": lambda: say(greeting(id="absent")),
    "hello-no-name": lambda: say(greeting(name="absent")),
    "hello-no-ops": lambda: say(greeting(ops="absent")),
    "hello-no-schemes": lambda: say(greeting(schemes="absent")),
    "hello-empty-ops": lambda: say(greeting(ops=[])),
    "hello-other-ops": lambda: say(greeting(ops=["explain", "dance"])),
    "hello-other-schemes": lambda: say(greeting(schemes=["acme", "\u001b[31mred"])),
    "hello-numeric-name": lambda: say(greeting(name=7)),
    "hello-ops-text": lambda: say(greeting(ops="sign")),
    "hello-deep": lambda: write("[" * 100000 + "\n"),
    "hello-twice-a-key": lambda: write('{"id":1,"name":"a","name":"b","schemes":[],"ops":[]}\n'),
}


def say_nothing():
    write("\n")


AT_WORK = {
    "honest": lambda id, good: say({"id": id, **good}),
    "extra-keys": lambda id, good: say({"id": id, "took": 1.5, "debug": {"a": [None]}, **good}),
    "nulls": lambda id, good: say({"id": id, "skipped": None, "error": None, "reason": None, **good}),
    "noise": noisy,
    "crlf": lambda id, good: write(json.dumps({"id": id, **good}) + "\r\n"),
    "exits": then(lambda: sys.stderr.write("out of luck\n"), lambda: sys.stderr.flush(), lambda: os._exit(9)),
    "exits-in-a-line": then(lambda: write('{"id":'), lambda: os._exit(5)),
    "hangs": then(sleep),
    "half-a-line": lambda id, good: (write(json.dumps({"id": id, **good})), sleep()),
    "no-json": then(lambda: write("DEBUG signing now\n")),
    "not-utf-8": lambda id, good: write(b'{"id":%d,"valid":true,"reason":"caf\xe9"}\n' % id),
    "wrong-id": lambda id, good: say({"id": id + 100, **good}),
    "text-id": lambda id, good: say({"id": str(id), **good}),
    "late": lambda id, good: say({"id": id - 1, **good}),
    "two-lines": two_lines,
    "flood": lambda id, good: (say({"id": id, **good}), flood()),
    "long-line": then(long_line),
    "closes": close,
    "null": answer_with(None),
    "list": answer_with([]),
    "number": answer_with(3),
    "empty": answer_with(lambda id, good: {"id": id}),
    "request-text": answer_with(lambda id, good: {"id": id, "request": "GET /"}),
    "request-list": answer_with(lambda id, good: {"id": id, "request": [1]}),
    "url-path": request(url="/RMT"),
    "url-number": request(url=7),
    "headers-list": request(headers=["Authorization"]),
    "header-number": request(headers={"Authorization": 7}),
    "header-line-break": request(headers={"Authorization": "RMT a:b\r\nEvil: 1"}),
    "header-name": request(headers={"bad name": "x"}),
    "both-bodies": request(body="a", bodyBase64="YQ=="),
    "body-no-base64": answer_with(lambda id, good: {"id": id, "request": {"bodyBase64": "***"}}),
    "valid-text": answer_with(lambda id, good: {"id": id, "valid": "yes"}),
    "valid-absent": answer_with(lambda id, good: {"id": id, "reason": "well"}),
    "skips": answer_with(lambda id, good: {"id": id, "skipped": "no time\u001b[31m"}),
    "skips-silently": answer_with(lambda id, good: {"id": id, "skipped": " "}),
    "skips-wrong": lambda id, good: say(
        {"id": id, "skipped": "not today"} if good.get("valid") is False else {"id": id, **good}),
    "skips-number": answer_with(lambda id, good: {"id": id, "skipped": 7}),
    "errors": answer_with(lambda id, good: {"id": id, "error": "E" * 5000}),
    "status-text": lambda id, good: say({"id": id, **good, "status": str(good["status"])}),
    "status-other": lambda id, good: say({"id": id, **good, "status": 401}),
    "status-absent": lambda id, good: say({"id": id}),
    "sends-nothing": answer_with(lambda id, good: {"id": id, "status": 200}),
    "sends-twice": lambda id, good: say({"id": id, **good}),
    "third": third,
    "stalls": stall,
}


def serve(ops):
    for line in sys.stdin.buffer:
        call = json.loads(line)
        if call["op"] == "hello":
            say(greeting(ops=ops))
        else:
            doing = AT_WORK[MODE]
            # Only what needs no good answer may do without one: sending takes a real request.
            sends = call["op"] != "send" or MODE == "sends-twice" or MODE.startswith("status-")
            good = answer(call) if sends else {}
            if MODE == "sends-twice":
                answer(call)
            doing(call["id"], good)


if MODE in AT_HELLO:
    if MODE not in ("hello-banner", "hello-hangs", "hello-flood", "hello-long-line"):
        sys.stdin.buffer.readline()
    AT_HELLO[MODE]()
    sleep()
serve(sys.argv[3].split(",") if len(sys.argv) > 3 else ["sign"])
