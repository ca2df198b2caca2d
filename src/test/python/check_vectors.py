#!/usr/bin/env python3
"""Checks the vector files with a second implementation of the five schemes.

It needs Python's standard library only and shares no code with Countersign, so that a vector on
which both agree is right for a better reason than having been printed by the program it tests.

    check_vectors.py [--openssl] [FOLDER]

FOLDER is the repository's vectors unless given; --openssl computes every MAC of sign and verify
vectors once more, with the openssl program.
"""
import argparse
import base64
import calendar
import hmac
import json
import math
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from email.utils import format_datetime, parsedate_to_datetime
from fractions import Fraction
from pathlib import Path

WITH_OPENSSL = "--openssl" in sys.argv[1:]

class Reject(Exception):
    """A verifier's refusal; its text is the reason."""

def require(condition, reason):
    if not condition:
        raise Reject(reason)

@dataclass(frozen=True)
class Request:
    """A request as sent; nothing in it is ever normalised."""
    method: str
    origin: str  # scheme and authority
    target: str  # path and query
    headers: tuple
    body: bytes

    @staticmethod
    def of(data):
        origin, target = re.fullmatch(r"(https?://[^/?]+)(.*)", data["url"]).groups()
        headers = [(name, value) for name, values in data.get("headers", {}).items()
                   for value in (values if isinstance(values, list) else [values])]
        body = data["body"].encode() if "body" in data else base64.b64decode(data.get("bodyBase64", ""), validate=True)
        return Request(data["method"], origin, target, tuple(headers), body)

    @property
    def path(self):
        return self.target.partition("?")[0]

    @property
    def query(self):
        return self.target.partition("?")[2]

    def values(self, name):
        return [v for n, v in self.headers if n.lower() == name.lower()]

    def header(self, name):
        """The value of a header, or nothing if it is absent or empty."""
        return "".join(self.values(name)).strip()

    def require_once(self, *names):
        require(all(len(self.values(name)) < 2 for name in names), "ambiguous-request")

    def with_headers(self, new):
        names = {name.lower() for name in new}
        return replace(self, headers=tuple(h for h in self.headers if h[0].lower() not in names) + tuple(new.items()))

def percent_decode(text):
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())

# --- MACs and their spelling
def mac(algorithm, secret, message):
    digest = hmac.digest(secret.encode(), message, algorithm)
    if WITH_OPENSSL:
        key = "hexkey:" + secret.encode().hex()
        command = ["openssl", "dgst", "-" + algorithm, "-mac", "HMAC", "-macopt", key, "-binary"]
        if subprocess.run(command, input=message, capture_output=True, check=True).stdout != digest:
            raise ArithmeticError("openssl computes another MAC")
    return digest

def to_base64(data):
    return base64.b64encode(data).decode()

def from_base64(text):
    """The bytes, or None unless the text is their one standard, padded spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if to_base64(data) == text else None

def require_base64(text, *macs):
    require(text, "missing-signature")
    given = from_base64(text)
    require(given is not None and len(given) == len(macs[0]), "malformed-signature")
    require(any(hmac.compare_digest(given, m) for m in macs), "signature-mismatch")

# --- time, as seconds since 1970 in an exact fraction
def iso_instant(text):
    m = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?"
                     r"(?:Z|([+-])([0-9]{2}):([0-9]{2}))", text)
    require(m, "malformed-timestamp")
    offset = int(m[9]) * 3600 + int(m[10]) * 60 if m[8] else 0
    try:
        whole = calendar.timegm(datetime(*map(int, m.groups()[:6])).timetuple())
    except ValueError:
        raise Reject("malformed-timestamp") from None
    return whole + Fraction("0" + (m[7] or ".0")) + (offset if m[8] == "-" else -offset)

def utc(now):
    return datetime.fromtimestamp(math.floor(now), timezone.utc)  # a fraction of a second is cut off

def iso(now):
    return f"{utc(now):%Y-%m-%dT%H:%M:%S}"

def http_date(now):
    return format_datetime(utc(now), usegmt=True)

def require_http_date(text):
    try:
        exact = format_datetime(parsedate_to_datetime(text), usegmt=True) == text
    except (TypeError, ValueError):
        exact = False
    require(exact, "malformed-timestamp")

# --- the schemes; sign answers the string to sign, the signature and the signed request
def authorization(request, word):
    """What follows the scheme word of the Authorization header."""
    require(request.header("Authorization"), "missing-credential")
    found, _, rest = request.header("Authorization").partition(" ")
    require(found == word, "malformed-credential")
    return rest

class Ticketmatic:
    def sign(self, cred, request, now, profile):
        message = (cred["accesskey"] + cred["account"] + iso(now)).encode()
        signature = mac("sha256", cred["secretkey"], message).hex()
        header = f"TM-HMAC-SHA256 key={cred['accesskey']} ts={iso(now)} sign={signature}"
        return message, signature, request.with_headers({"Authorization": header})

    def verify(self, cred, request, now, profile):
        request.require_once("Authorization")
        fields = dict(f.partition("=")[::2] for f in authorization(request, "TM-HMAC-SHA256").split(" "))
        key, ts, sign = (fields.get(name) for name in ("key", "ts", "sign"))
        require(key, "missing-credential")
        require(key == cred["accesskey"], "unknown-key")
        require(ts, "missing-timestamp")
        require(len(ts) == len("2014-09-23T17:23:00"), "malformed-timestamp")
        require(now - iso_instant(ts + "Z") <= 30 * 60, "expired-timestamp")
        require(sign, "missing-signature")
        require(re.fullmatch("[0-9a-f]{64}", sign), "malformed-signature")
        expected = mac("sha256", cred["secretkey"], (key + cred["account"] + ts).encode()).hex()
        require(hmac.compare_digest(sign, expected), "signature-mismatch")

class TicketmaticBasic:
    def sign(self, cred, request, now, profile):
        value = to_base64(f"{cred['accesskey']}:{cred['secretkey']}".encode())
        return None, None, request.with_headers({"Authorization": "Basic " + value})

    def verify(self, cred, request, now, profile):
        request.require_once("Authorization")
        user, colon, password = (from_base64(authorization(request, "Basic")) or b"").partition(b":")
        require(colon, "malformed-credential")
        require(user == cred["accesskey"].encode(), "unknown-key")
        require(hmac.compare_digest(password, cred["secretkey"].encode()), "signature-mismatch")

class TicketEvolution:
    def message(self, request, host):
        query = "&".join(sorted(request.query.split("&"), key=lambda pair: pair.partition("=")[0]))
        rest = request.method in ("POST", "PUT", "DELETE") and request.body or query.encode()
        return f"{request.method} {host}{request.path}?".encode() + rest

    def hosts(self, request):
        authority = request.origin.partition("://")[2]
        return re.sub(r":[0-9]*$", "", authority), authority

    def sign(self, cred, request, now, profile):
        message = self.message(request, self.hosts(request)[0])
        signature = to_base64(mac("sha256", cred["secret"], message))
        return message, signature, request.with_headers({"X-Token": cred["token"], "X-Signature": signature})

    def verify(self, cred, request, now, profile):
        request.require_once("X-Token", "X-Signature")
        require(request.header("X-Token"), "missing-credential")
        require(request.header("X-Token") == cred["token"], "unknown-key")
        macs = [mac("sha256", cred["secret"], self.message(request, host)) for host in self.hosts(request)]
        require_base64(request.header("X-Signature"), *macs)

class RmTrack:
    def mac(self, cred, request, date):
        message = f"{request.method}\n{request.path}\n{date}\n".encode()
        return message, mac("sha1", cred["secretkey"], message)

    def sign(self, cred, request, now, profile):
        message, digest = self.mac(cred, request, http_date(now))
        header = f"RMT {cred['accesskey']}:{to_base64(digest)}"
        signed = request.with_headers({"x-rmtrack-date": http_date(now), "Authorization": header})
        return message, to_base64(digest), signed

    def verify(self, cred, request, now, profile):
        request.require_once("Authorization", "x-rmtrack-date")
        key, _, signature = authorization(request, "RMT").partition(":")
        require(key, "missing-credential")
        require(key == cred["accesskey"], "unknown-key")
        date = request.header("x-rmtrack-date") or request.header("Date")
        require(date, "missing-timestamp")
        require_http_date(date)
        require_base64(signature, self.mac(cred, request, date)[1])

class Hoshinplan:
    def sign(self, cred, request, now, profile):
        kept = [pair for pair in request.query.split("&")
                if pair and pair.partition("=")[0] not in ("app_key", "timestamp", "signature")]
        time = iso(now) + "Z" if profile == "deployed" else iso(now).replace(":", "%3A") + "%2B00%3A00"
        target = request.path + "?" + "&".join(kept + ["app_key=" + cred["app_key"], "timestamp=" + time])
        message = target.encode() if profile == "deployed" else percent_decode(target)
        signature = sent = to_base64(mac("sha256", cred["secret"], message))
        if profile == "documented":
            sent = sent.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
        return message, signature, replace(request, target=target + "&signature=" + sent)

    def verify(self, cred, request, now, profile):
        target, sent = request.target, ""
        for m in re.finditer("[?&]signature=", request.target):  # the last one counts
            target, sent = request.target[:m.start()], request.target[m.end():]
        pairs = [pair.partition("=") for pair in target.partition("?")[2].split("&")]
        keys, times = ([v for n, _, v in pairs if n == name] for name in ("app_key", "timestamp"))
        require(len(keys) < 2 and len(times) < 2, "ambiguous-request")
        require(any(keys), "missing-credential")
        require(percent_decode(keys[0]) == cred["app_key"].encode(), "unknown-key")
        require(any(times), "missing-timestamp")
        age = now - iso_instant(percent_decode(times[0]).decode(errors="replace"))
        require(age <= 5 * 60, "expired-timestamp")
        require(age >= 0 or profile == "documented", "future-timestamp")
        message = target.encode() if profile == "deployed" else percent_decode(target)
        sent = sent if profile == "deployed" else percent_decode(sent).decode(errors="replace")
        require_base64(sent, mac("sha256", cred["secret"], message))

SCHEMES = {"ticketmatic": Ticketmatic(), "ticketmatic-basic": TicketmaticBasic(), "rmtrack": RmTrack(),
           "ticketevolution": TicketEvolution(), "hoshinplan": Hoshinplan()}

# --- the vectors
def verdict(scheme, *arguments):
    try:
        scheme.verify(*arguments)
        return "accept"
    except Reject as reason:
        return f"reject {reason}"

def problems(scheme, vector):
    cred, request, now = vector["credentials"], Request.of(vector["request"]), iso_instant(vector["time"])
    profile = vector.get("profile", "documented")
    if vector["op"] == "verify":
        expected = f"{vector['expect']} {vector.get('reason', '')}".strip()
        if expected != (actual := verdict(scheme, cred, request, now, profile)):
            yield f"expected {expected}, got {actual}"
        return
    message, signature, signed = scheme.sign(cred, request, now, profile)
    promised, url = vector.get("signed", {}), signed.origin + signed.target
    if "stringToSign" in vector and vector["stringToSign"].encode() != message:
        yield f"string to sign is {message!r}"
    if vector.get("signature", signature) != signature:
        yield f"signature is {signature}"
    if promised.get("url", url) != url:
        yield f"signed url is {url}"
    for name, value in promised.get("headers", {}).items():
        if signed.values(name) != (value if isinstance(value, list) else [value]):
            yield f"signed header {name} is {signed.values(name)}"
    if "accept" != (actual := verdict(scheme, cred, signed, now, profile)):
        yield f"what was signed is not accepted but got {actual}"

def main():
    parser = argparse.ArgumentParser(description="Checks vector files with an implementation of its own.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parents[3] / "vectors")
    parser.add_argument("--openssl", action="store_true", help="compute every MAC with openssl too")
    options = parser.parse_args()
    passed, failed = 0, 0
    for file in sorted(f for f in options.folder.rglob("*.json") if not f.name.endswith(".schema.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        for vector in content["vectors"]:
            try:
                found = list(problems(SCHEMES[content["scheme"]], vector))
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, Reject) as error:
                found = [f"cannot be checked: {error!r}"]
            if found:
                print(f"{file.relative_to(options.folder)}: {vector['id']}: {'; '.join(found)}")
            passed, failed = passed + (not found), failed + bool(found)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1

if __name__ == "__main__":
    sys.exit(main())
