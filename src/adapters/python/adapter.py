#!/usr/bin/env python3
"""Countersign adapter in plain Python (3.8 or newer, standard library only).

Reads one JSON object a line on standard input and answers each with one on standard output. The
string to sign is always cut out of the URL as it was written: urllib.parse would repair things.
ADAPTER_PROFILE=deployed switches Hoshinplan to what its public server code does.
"""
import base64
import hashlib
import hmac
import json
import os
import re
import socket
import sys
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from fractions import Fraction
from urllib.parse import quote, unquote_to_bytes

DEPLOYED = os.environ.get("ADAPTER_PROFILE") == "deployed"
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ISO = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII)


class Rejected(Exception):
    """A request that does not verify; the message is the reason."""


def require(condition, reason):
    if not condition:
        raise Rejected(reason)


class Message:
    """A request with its URL cut into pieces, every piece exactly as it was written."""

    def __init__(self, request):
        self.method = request["method"]
        self.url = request["url"].partition("#")[0]
        rest = self.url.partition("://")[2]
        self.authority = re.match(r"[^/?]*", rest).group()
        target = rest[len(self.authority):]
        self.target = target if target.startswith("/") else "/" + target
        self.host = re.sub(r":\d*\Z", "", self.authority)
        self.path, _, self.query = self.target.partition("?")
        if "bodyBase64" in request:
            self.body = base64.b64decode(request["bodyBase64"])
        else:
            self.body = (request.get("body") or "").encode()
        self.headers = [(name, value) for name, given in (request.get("headers") or {}).items()
                        for value in (given if isinstance(given, list) else [given])]

    def header(self, name):
        """The value of a header that may be there once; empty if it is not there."""
        values = [value.strip(" \t") for given, value in self.headers if given.lower() == name]
        require(len(values) < 2, "ambiguous-request")
        return values[0] if values else ""

    def authorization(self, word):
        """What follows the word of the scheme in the Authorization header."""
        value = self.header("authorization")
        require(value, "missing-credential")
        require(value.startswith(word + " "), "malformed-credential")
        return value[len(word) + 1:]


def check_key(given, key):
    require(given, "missing-credential")
    require(given == key, "unknown-key")


def mac(digest, secret, message):
    return hmac.new(secret.encode(), message if isinstance(message, bytes) else message.encode(), digest).digest()


def to_base64(data):
    return base64.b64encode(data).decode()


def from_base64(text, reason):
    """Only the exact encoding: b64decode also takes unpadded tails and stray bits."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Rejected(reason)
    require(to_base64(data) == text, reason)
    return data


def check_mac(signature, *expected):
    """Base64, of one of the expected MACs."""
    require(signature, "missing-signature")
    given = from_base64(signature, "malformed-signature")
    require(len(given) == len(expected[0]), "malformed-signature")
    require(any(hmac.compare_digest(given, one) for one in expected), "signature-mismatch")


def instant(text):
    """Seconds since 1970 as an exact fraction: a float would blur the edge of the window."""
    match = ISO.fullmatch(text)
    try:
        whole, fraction, zone = match.groups()
        moment = datetime.fromisoformat(whole + ("+00:00" if zone == "Z" else zone))
    except (AttributeError, ValueError):
        raise Rejected("malformed-timestamp")
    return (moment - EPOCH) // timedelta(seconds=1) + Fraction(fraction or 0)


def utc(now):
    return EPOCH + timedelta(seconds=now // 1)


def with_headers(request, new):
    replaced = [name.lower() for name in new]
    kept = {name: value for name, value in (request.get("headers") or {}).items() if name.lower() not in replaced}
    return {**request, "headers": {**kept, **new}}


def ticketmatic_mac(credentials, stamp):
    return mac("sha256", credentials["secretkey"], credentials["accesskey"] + credentials["account"] + stamp).hex()


def sign_ticketmatic(credentials, request, now):
    stamp = utc(now).strftime("%Y-%m-%dT%H:%M:%S")
    return with_headers(request, {"Authorization": "TM-HMAC-SHA256 key={} ts={} sign={}".format(
        credentials["accesskey"], stamp, ticketmatic_mac(credentials, stamp))})


def verify_ticketmatic(credentials, message, now):
    given = " " + message.authorization("TM-HMAC-SHA256")
    fields = re.fullmatch(r"(?: key=([^ ]*))?(?: ts=([^ ]*))?(?: sign=([^ ]*))?", given)
    require(fields, "malformed-credential")
    key, stamp, signature = fields.groups()
    check_key(key, credentials["accesskey"])
    require(stamp, "missing-timestamp")
    require(len(stamp) == 19, "malformed-timestamp")
    require(now - instant(stamp + "Z") <= 30 * 60, "expired-timestamp")
    require(signature, "missing-signature")
    require(re.fullmatch(r"[0-9a-f]{64}", signature), "malformed-signature")
    require(hmac.compare_digest(signature, ticketmatic_mac(credentials, stamp)), "signature-mismatch")


def sign_basic(credentials, request, now):
    user = "{}:{}".format(credentials["accesskey"], credentials["secretkey"])
    return with_headers(request, {"Authorization": "Basic " + to_base64(user.encode())})


def verify_basic(credentials, message, now):
    user, colon, password = from_base64(message.authorization("Basic"), "malformed-credential").partition(b":")
    require(colon, "malformed-credential")
    check_key(user, credentials["accesskey"].encode())
    require(hmac.compare_digest(password, credentials["secretkey"].encode()), "signature-mismatch")


def ticketevolution_mac(credentials, message, host):
    if message.body and message.method in ("POST", "PUT", "DELETE"):
        covered = message.body
    else:
        parameters = message.query.split("&")
        covered = "&".join(sorted(parameters, key=lambda one: one.partition("=")[0])).encode()
    return mac("sha256", credentials["secret"], f"{message.method} {host}{message.path}?".encode() + covered)


def sign_ticketevolution(credentials, request, now):
    message = Message(request)
    signature = to_base64(ticketevolution_mac(credentials, message, message.host))
    return with_headers(request, {"X-Token": credentials["token"], "X-Signature": signature})


def verify_ticketevolution(credentials, message, now):
    token, signature = message.header("x-token"), message.header("x-signature")
    check_key(token, credentials["token"])
    check_mac(signature, *(ticketevolution_mac(credentials, message, host)
                           for host in (message.host, message.authority)))


def rmtrack_mac(credentials, message, date):
    return mac("sha1", credentials["secretkey"], f"{message.method}\n{message.path}\n{date}\n")


def sign_rmtrack(credentials, request, now):
    date = format_datetime(utc(now), usegmt=True)
    signature = to_base64(rmtrack_mac(credentials, Message(request), date))
    return with_headers(request, {"x-rmtrack-date": date,
                                  "Authorization": "RMT {}:{}".format(credentials["accesskey"], signature)})


def verify_rmtrack(credentials, message, now):
    date = message.header("x-rmtrack-date") or message.header("date")
    key, colon, signature = message.authorization("RMT").rpartition(":")
    check_key(key if colon else signature, credentials["accesskey"])
    require(date, "missing-timestamp")
    try:  # writing it again catches what strptime lets pass: the wrong weekday, a one-digit day
        parsed = datetime.strptime(date, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=timezone.utc)
    except ValueError:
        raise Rejected("malformed-timestamp")
    require(format_datetime(parsed, usegmt=True) == date, "malformed-timestamp")
    check_mac(signature if colon else "", rmtrack_mac(credentials, message, date))


def hoshinplan_mac(credentials, target):
    return mac("sha256", credentials["secret"], target if DEPLOYED else unquote_to_bytes(target))


def sign_hoshinplan(credentials, request, now):
    message = Message(request)
    own = ("app_key", "timestamp", "signature")
    query = "&".join(one for one in message.query.split("&") if one.partition("=")[0] not in own)
    stamp = utc(now).strftime("%Y-%m-%dT%H:%M:%S")
    stamp = stamp + "Z" if DEPLOYED else quote(stamp + "+00:00", safe="")
    query += "{}app_key={}&timestamp={}".format("&" if query else "", quote(credentials["app_key"], safe=""), stamp)
    signature = to_base64(hoshinplan_mac(credentials, f"{message.path}?{query}"))
    signature = signature if DEPLOYED else quote(signature, safe="")
    base = message.url[:message.url.index("://") + 3] + message.authority
    return {**request, "url": f"{base}{message.path}?{query}&signature={signature}"}


def verify_hoshinplan(credentials, message, now):
    # The last one counts: a value that was signed may hold the same words.
    cut = max(message.target.rfind("&signature="), message.target.rfind("?signature="))
    signed, signature = (message.target, "") if cut < 0 else (message.target[:cut], message.target[cut + 11:])
    values = {"app_key": [], "timestamp": []}
    for parameter in signed.partition("?")[2].split("&"):
        name, _, value = parameter.partition("=")
        values.get(name, []).append(unquote_to_bytes(value))
    require(all(len(found) < 2 for found in values.values()), "ambiguous-request")
    key, stamp = (b"".join(values[name]) for name in ("app_key", "timestamp"))
    check_key(key, credentials["app_key"].encode())
    require(stamp, "missing-timestamp")
    age = now - instant(stamp.decode("utf-8", "replace"))
    require(age <= 5 * 60, "expired-timestamp")
    require(age >= 0 or not DEPLOYED, "future-timestamp")
    signature = signature if DEPLOYED else unquote_to_bytes(signature).decode("utf-8", "replace")
    check_mac(signature, hoshinplan_mac(credentials, signed))


SCHEMES = {"ticketmatic": (sign_ticketmatic, verify_ticketmatic),
           "ticketmatic-basic": (sign_basic, verify_basic),
           "ticketevolution": (sign_ticketevolution, verify_ticketevolution),
           "rmtrack": (sign_rmtrack, verify_rmtrack),
           "hoshinplan": (sign_hoshinplan, verify_hoshinplan)}


def send(request):
    """Writes the request itself, since every HTTP library tidies the path a little."""
    message = Message(request)
    if not message.url.startswith("http://"):
        raise ValueError("send speaks plain http only")
    headers = [(name, value) for name, value in message.headers if name.lower() != "connection"]
    given = {name.lower() for name, _ in headers}
    if "host" not in given:
        headers.insert(0, ("Host", message.authority))
    if "content-length" not in given and (message.body or message.method in ("POST", "PUT", "PATCH")):
        headers.append(("Content-Length", str(len(message.body))))
    lines = [f"{message.method} {message.target} HTTP/1.1"] + [f"{name}: {value}" for name, value in headers]
    head = "\r\n".join(lines + ["Connection: close", "", ""])
    port = int(message.authority[len(message.host) + 1:] or 80)
    with socket.create_connection((message.host, port), timeout=10) as connection:
        connection.sendall(head.encode() + message.body)
        with connection.makefile("rb") as response:
            status = int(response.readline().split()[1])
            response.read()  # to the end, so that the server never sees a reset
    return status


def answer(call):
    if call.get("op") == "hello":
        return {"name": "example-python", "version": "1.0", "language": "python",
                "schemes": list(SCHEMES), "ops": ["sign", "verify", "send"]}
    if call.get("op") not in ("sign", "verify", "send"):
        return {"error": "unknown op"}
    if call.get("scheme") not in SCHEMES:
        return {"error": "unknown scheme"}
    sign, verify = SCHEMES[call["scheme"]]
    request, credentials = call["request"], call["credentials"]
    if call["op"] == "send":
        return {"status": send(sign(credentials, request, Fraction(time.time())))}
    now = instant(call["time"])
    if call["op"] == "sign":
        return {"request": sign(credentials, request, now)}
    try:
        verify(credentials, Message(request), now)
        return {"valid": True}
    except Rejected as rejected:
        return {"valid": False, "reason": str(rejected)}


for line in sys.stdin.buffer:
    identifier = None
    try:
        call = json.loads(line)
        identifier = call.get("id")
        result = answer(call)
    except Exception as error:  # one bad request must not end the run
        result = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"id": identifier, **result}), flush=True)
