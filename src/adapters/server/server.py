#!/usr/bin/env python3
"""An HTTP server that checks signed requests by itself, to point `countersign certify --endpoint` at.

    server.py SCHEME [--port 0] [--profile documented|deployed]

Credentials come from environment variables: COUNTERSIGN_ACCESSKEY, COUNTERSIGN_SECRETKEY,
COUNTERSIGN_ACCOUNT, COUNTERSIGN_TOKEN, COUNTERSIGN_SECRET, COUNTERSIGN_APP_KEY. It listens on loopback
only, answers 200 or 401, and works on the bytes that arrived: the raw request target and raw headers.
"""
import argparse
import base64
import hmac
import json
import os
import re
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_to_bytes

FIELDS = {"ticketmatic": ("accesskey", "secretkey", "account"),
          "ticketmatic-basic": ("accesskey", "secretkey"),
          "ticketevolution": ("token", "secret"),
          "rmtrack": ("accesskey", "secretkey"),
          "hoshinplan": ("app_key", "secret")}


class Unauthorized(Exception):
    """The message says why."""


def need(condition, reason):
    if not condition:
        raise Unauthorized(reason)


def authorization(request, word):
    """What follows the word of the scheme, which counts in exactly this spelling."""
    value = request.header("Authorization")
    need(value, "missing-credential")
    need(value.startswith(word + b" "), "malformed-credential")
    return value[len(word) + 1:]


def known(given, key):
    need(given, "missing-credential")
    need(given == key, "unknown-key")


def timestamp(text, form):
    """Writing the time again catches what strptime lets pass: one-digit days, the wrong weekday."""
    try:
        text = text.decode("ascii")
        time = datetime.strptime(text, form).replace(tzinfo=timezone.utc)
    except ValueError:
        raise Unauthorized("malformed-timestamp")
    again = format_datetime(time, usegmt=True) if "GMT" in form else time.strftime(form)
    need(again == text, "malformed-timestamp")
    return time


def iso_timestamp(text):
    form = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
    need(re.fullmatch(form, text), "malformed-timestamp")
    whole, fraction, zone = re.fullmatch(r"([^.]{19})\.?(\d*)(.+)", text.decode("ascii")).groups()
    try:
        time = datetime.fromisoformat(whole + ("+00:00" if zone == "Z" else zone))
    except ValueError:
        raise Unauthorized("malformed-timestamp")
    return time + timedelta(microseconds=int(fraction.ljust(9, "0")[:6]))


def check_mac(given, digest, secret, *messages):
    """Standard base64 with padding, of the MAC of one of the messages."""
    need(given, "missing-signature")
    macs = [hmac.new(secret, message, digest).digest() for message in messages]
    try:
        data = base64.b64decode(given, validate=True)
    except ValueError:
        raise Unauthorized("malformed-signature")
    need(base64.b64encode(data) == given and len(data) == len(macs[0]), "malformed-signature")
    need(any(hmac.compare_digest(data, mac) for mac in macs), "signature-mismatch")


def ticketmatic(request, keys, now, deployed):
    given = b" " + authorization(request, b"TM-HMAC-SHA256")
    fields = re.fullmatch(rb"(?: key=([^ ]*))?(?: ts=([^ ]*))?(?: sign=([^ ]*))?", given)
    need(fields, "malformed-credential")
    key, stamp, sign = fields.groups()
    known(key, keys["accesskey"])
    need(stamp, "missing-timestamp")
    need(now - timestamp(stamp, "%Y-%m-%dT%H:%M:%S") <= timedelta(minutes=30), "expired-timestamp")
    need(sign, "missing-signature")
    need(re.fullmatch(rb"[0-9a-f]{64}", sign), "malformed-signature")
    mac = hmac.new(keys["secretkey"], keys["accesskey"] + keys["account"] + stamp, "sha256").hexdigest()
    need(hmac.compare_digest(mac.encode(), sign), "signature-mismatch")


def ticketmatic_basic(request, keys, now, deployed):
    given = authorization(request, b"Basic")
    try:
        pair = base64.b64decode(given, validate=True)
    except ValueError:
        raise Unauthorized("malformed-credential")
    need(base64.b64encode(pair) == given and b":" in pair, "malformed-credential")
    user, _, password = pair.partition(b":")
    known(user, keys["accesskey"])
    need(hmac.compare_digest(password, keys["secretkey"]), "signature-mismatch")


def ticketevolution(request, keys, now, deployed):
    token, signature = request.header("X-Token"), request.header("X-Signature")
    known(token, keys["token"])
    host = request.header("Host")
    path, _, query = request.target.partition(b"?")
    covered = b"&".join(sorted(query.split(b"&"), key=lambda parameter: parameter.partition(b"=")[0]))
    if request.body and request.command in ("POST", "PUT", "DELETE"):
        covered = request.body
    check_mac(signature, "sha256", keys["secret"],
              *(b"%b %b%b?%b" % (request.command.encode(), name, path, covered)
                for name in (host, re.sub(rb":\d*\Z", b"", host))))


def rmtrack(request, keys, now, deployed):
    date = request.header("X-RMTrack-Date") or request.header("Date")
    key, colon, signature = authorization(request, b"RMT").rpartition(b":")
    known(key if colon else signature, keys["accesskey"])
    need(date, "missing-timestamp")
    timestamp(date, "%a, %d %b %Y %H:%M:%S GMT")
    path = request.target.partition(b"?")[0]
    check_mac(signature if colon else b"", "sha1", keys["secretkey"],
              b"%b\n%b\n%b\n" % (request.command.encode(), path, date))


def hoshinplan(request, keys, now, deployed):
    signed, signature = request.target, b""
    for match in re.finditer(rb"[&?]signature=", request.target):  # the last one counts
        signed, signature = request.target[:match.start()], request.target[match.end():]
    parameters = [one.partition(b"=") for one in signed.partition(b"?")[2].split(b"&")]
    keys_given, stamps = ([unquote_to_bytes(value) for name, _, value in parameters if name == wanted]
                          for wanted in (b"app_key", b"timestamp"))
    need(len(keys_given) < 2 and len(stamps) < 2, "ambiguous-request")
    known(b"".join(keys_given), keys["app_key"])
    need(b"".join(stamps), "missing-timestamp")
    age = now - iso_timestamp(stamps[0])
    need(age <= timedelta(minutes=5), "expired-timestamp")
    need(age >= timedelta(0) or not deployed, "future-timestamp")
    if not deployed:
        signed, signature = unquote_to_bytes(signed), unquote_to_bytes(signature)
    check_mac(signature, "sha256", keys["secret"], signed)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a kept connection waits for the other side's acknowledgement

    def __getattr__(self, name):
        if name.startswith("do_"):  # every method, also one that nobody has heard of
            return self.answer
        raise AttributeError(name)

    def header(self, name):
        """The bytes of a header that may be there once; empty if it is not there."""
        values = self.headers.get_all(name, [])
        need(len(values) < 2, "ambiguous-request")
        return values[0].strip(" \t").encode("latin-1") if values else b""

    def answer(self):
        # Not self.path, in which http.server has already folded leading slashes.
        self.target = self.raw_requestline.split()[1]
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isdecimal():
            self.close_connection = True
            return self.reply(411, {"error": "send a Content-Length"})
        self.body = self.rfile.read(int(length))
        server, now = self.server, datetime.now(timezone.utc)
        path = self.target.partition(b"?")[0]
        if server.scheme.startswith("ticketmatic") and path.endswith(b"/diagnostics/time"):
            return self.reply(200, {"systemtime": now.strftime("%Y-%m-%dT%H:%M:%S")})
        try:
            server.verify(self, server.keys, now, server.deployed)
        except Unauthorized as refusal:
            return self.reply(401, {"error": "unauthorized", "reason": str(refusal)})
        return self.reply(200, {"authenticated": True})

    def reply(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        """Nothing: a request line may hold a signature."""


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


def main():
    options = argparse.ArgumentParser(description="A server that checks signed requests.")
    options.add_argument("scheme", choices=FIELDS)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--profile", choices=("documented", "deployed"), default="documented")
    chosen = options.parse_args()
    names = {field: "COUNTERSIGN_" + field.upper() for field in FIELDS[chosen.scheme]}
    missing = [name for name in names.values() if not os.environ.get(name)]
    if missing:
        options.error("set " + ", ".join(missing))
    server = Server(("127.0.0.1", chosen.port), Handler)
    server.scheme, server.deployed = chosen.scheme, chosen.profile == "deployed"
    server.keys = {field: os.environb[name.encode()] for field, name in names.items()}
    server.verify = globals()[chosen.scheme.replace("-", "_")]
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
