"""talkative.py EXAMPLE MODE: the example adapter, but it talks about what it was told, secrets too.

MODE is one of: stderr (and crashes), error, reason, skipped, no-protocol, half-line, header, name.
"""
import base64
import binascii
import json
import os
import sys
import time
import urllib.parse

EXAMPLE, MODE = sys.argv[1:3]
with open(EXAMPLE, encoding="utf-8") as file:
    exec(file.read().partition("\nfor line in sys.stdin")[0])


def forms(line):
    """What it was told, in every form that comes to mind, each at several distances from a cut."""
    call = json.loads(line)
    secret = call["credentials"]["secretkey"]
    key = call["credentials"]["accesskey"]
    data = secret.encode()
    each = [line, secret, repr(secret), json.dumps(secret), binascii.hexlify(data).decode(),
            binascii.hexlify(data).decode().upper(), base64.b64encode(data).decode(),
            base64.urlsafe_b64encode(data).decode(), urllib.parse.quote(secret, safe=""),
            "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode(),
            "Basic " + base64.b64encode(f"somebody:{secret}".encode()).decode()]
    return "".join("." * (call["id"] * 7 % 100 + 40) + form for form in each * 40)


for line in sys.stdin:
    call = json.loads(line)
    if call["op"] == "hello":
        told = json.dumps(dict(os.environ)) if MODE == "name" else ""
        print(json.dumps({"id": call["id"], "name": "talkative " + told, "schemes": list(SCHEMES),
                          "ops": ["sign", "verify"]}), flush=True)
        continue
    text = forms(line.strip())
    result = {"id": call["id"], **answer(call)}
    if MODE == "stderr":
        sys.stderr.write(text)
        sys.stderr.flush()
        os._exit(1)
    elif MODE == "half-line":
        sys.stdout.write(text.replace("\n", ""))
        sys.stdout.flush()
        os._exit(1)
    elif MODE == "no-protocol":
        print(text, flush=True)
        continue
    elif MODE == "header":
        result.setdefault("request", {}).setdefault("headers", {})["X-Debug"] = text
    elif MODE != "name":
        result[MODE] = text
    print(json.dumps(result), flush=True)
