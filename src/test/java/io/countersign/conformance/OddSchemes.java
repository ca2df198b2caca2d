package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The scheme of docs/schemes.md in ways that its guide does not need, and a description can. */
public final class OddSchemes {
  private static final String KEY = "key: api_secret";

  private static final String HASH = "digest: {algorithm: sha-256, encoding: base64, of: [body]";

  private static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
          Map.entry("as the guide has it", text -> text),
          Map.entry("good for half a minute", replace("max-age: PT5M", "max-age: PT30S")),
          Map.entry("good for two seconds", replace("max-age: PT5M", "max-age: PT2S")),
          Map.entry("good for a second", replace("max-age: PT5M", "max-age: PT1S")),
          Map.entry("takes clocks that are ahead", replace("future: rejected", "future: PT5M")),
          Map.entry("forbids", replace("  refusal:", "  refusal-status: 403\n  refusal:")),
          Map.entry("takes clocks a second ahead", replace("future: rejected", "future: PT1S")),
          Map.entry("takes clocks a day ahead", replace("future: rejected", "future: P1D")),
          Map.entry(
              "never expires",
              replace("max-age: PT5M", "future: accepted", "future: rejected", "")),
          Map.entry(
              "signs the header of the time", replace("- timestamp\n", "- header: X-Acme-Time\n")),
          Map.entry(
              "signs the header of the key",
              replace("- timestamp\n", "- header: X-Acme-Key\n  - timestamp\n")),
          Map.entry(
              "signs the other name of the header of the time",
              replace(
                  "header: X-Acme-Time",
                  "header: X-Acme-Time\n    or: [Date]",
                  "- timestamp\n",
                  "- header: Date\n")),
          Map.entry(
              "signs the other name of the header of the key",
              replace(
                  "header: X-Acme-Key",
                  "header: X-Acme-Key\n    or: [Acme-Key]",
                  "- timestamp\n",
                  "- header: Acme-Key\n  - timestamp\n")),
          Map.entry(
              "signs any header", replace("- timestamp\n", "- header: X-Other\n  - timestamp\n")),
          Map.entry("has a root and no more", replace("/v1/parcels?status=open&limit=2", "/")),
          Map.entry(
              "has no letters in its path", replace("/v1/parcels?status=open&limit=2", "/2024/1")),
          Map.entry("ends its path with a slash", replace("/v1/parcels?", "/v1/parcels/?")),
          Map.entry("has one parameter", replace("?status=open&limit=2", "?status=open")),
          Map.entry(
              "signs the body of some",
              replace(
                  "query: {order: by-name}",
                  "query: {order: by-name, body-instead-for: [PUT]}",
                  "  - body\n",
                  "")),
          Map.entry(
              "signs the body of others",
              replace(
                  "query: {order: by-name}",
                  "query: {order: by-name, body-instead-for: [PATCH, POST]}",
                  "  - body\n",
                  "")),
          Map.entry("does not sign the query", replace("  - query: {order: by-name}\n", "")),
          Map.entry("does not sign the body", replace("  - body\n", "")),
          Map.entry(
              "begins with what is open",
              replace(
                  "    - name: parcels\n",
                  """
                  - name: time
                    method: GET
                    target: /v1/time
                    open: true
                    answer: '{"time":"{timestamp}"}'
                  - name: parcels
              """)),
          Map.entry(
              "begins with a body",
              replace(
                  "    - name: parcels\n      method: GET\n      target: /v1/parcels?status=open&limit=2\n      answer: '{\"parcels\":[{\"id\":\"P-1\"},{\"id\":\"P-2\"}]}'\n",
                  "")),
          Map.entry("writes hex in upper case", replace("encoding: hex", "encoding: hex-upper")),
          Map.entry("writes base64", replace("encoding: hex", "encoding: base64")),
          Map.entry("writes base64 for URLs", replace("encoding: hex", "encoding: base64-url")),
          Map.entry("has a short MAC", replace("hmac-sha256", "hmac-md5")),
          Map.entry("has a long MAC", replace("hmac-sha256", "hmac-sha512")),
          Map.entry(
              "has a secret in hexadecimal",
              replace(
                  "key: api_secret",
                  "key: api_secret\n  key-encoding: hex",
                  "not-a-real-secret",
                  "00ff10e0")),
          Map.entry(
              "has a secret in base64",
              replace(
                  "key: api_secret",
                  "key: api_secret\n  key-encoding: base64",
                  "not-a-real-secret",
                  "bm90IGEgcmVhbCBzZWNyZXQ=")),
          Map.entry("tells milliseconds", replace("unix-seconds", "unix-millis")),
          Map.entry("tells the time as mails do", replace("unix-seconds", "rfc-1123")),
          Map.entry("tells the time in milliseconds", replace("unix-seconds", "iso-8601-millis")),
          Map.entry("tells the time without separators", replace("unix-seconds", "iso-8601-basic")),
          Map.entry(
              "tells the time as mail does",
              replace("unix-seconds", "rfc-2822", "header: X-Acme-Time", "header: Date")),
          Map.entry("tells the time with an offset", replace("unix-seconds", "iso-8601-offset")),
          Map.entry(
              "tells the time without a zone", replace("unix-seconds", "iso-8601-without-zone")),
          Map.entry(
              "sends a time with an offset in the query",
              replace("unix-seconds", "iso-8601-offset", "header: X-Acme-Time", "query: time")),
          Map.entry(
              "sends a raw time in the query",
              replace(
                  "unix-seconds",
                  "iso-8601-z",
                  "header: X-Acme-Time",
                  "query: time\n    written: raw\n    read: raw")),
          Map.entry(
              "sends all in the query",
              replace(
                  "header: X-Acme-Time",
                  "query: time",
                  "header: X-Acme-Key",
                  "query: key",
                  "header: X-Acme-Signature",
                  "query: signature",
                  "query: {order: by-name}",
                  "query: {order: by-name, omit: [signature]}")),
          Map.entry(
              "sends the signature last",
              replace(
                  "header: X-Acme-Time",
                  "query: time",
                  "header: X-Acme-Key",
                  "query: key",
                  "header: X-Acme-Signature",
                  "last: true\n    query: signature",
                  "- path",
                  "- target: {before: signature}",
                  "  - query: {order: by-name}\n",
                  "")),
          Map.entry(
              "sends all in one header",
              replace(
                  "  - header: X-Acme-Key\n    value: \"{api_key}\"\n  - header: X-Acme-Time\n    value: \"{timestamp}\"\n",
                  "",
                  "X-Acme-Signature",
                  "Authorization",
                  "v1={signature}",
                  "ACME {api_key}:{timestamp}:{signature}")),
          Map.entry(
              "has two names for a header",
              replace("header: X-Acme-Key", "or: [Acme-Key]\n    header: X-Acme-Key")),
          Map.entry(
              "has nobody's name",
              replace(
                  "  - header: X-Acme-Key\n    value: \"{api_key}\"\n",
                  "",
                  "  - name: api_key\n    role: key-id\n    example: ak_live_1001\n",
                  "")),
          Map.entry(
              "has no time",
              replace(
                  "  - header: X-Acme-Time\n    value: \"{timestamp}\"\n",
                  "",
                  "- timestamp\n",
                  "- credential: api_key\n",
                  "timestamp:\n  format: unix-seconds\n  max-age: PT5M\n  future: rejected\n",
                  "")),
          Map.entry(
              "signs who it is",
              replace("- timestamp\n", "- credential: api_key\n  - timestamp\n")),
          Map.entry(
              "knows an account",
              replace(
                  "  - name: api_secret",
                  "  - name: account\n    role: identifier\n    example: acme\n  - name: api_secret",
                  "- timestamp\n",
                  "- credential: account\n  - timestamp\n",
                  "/v1/parcels?status",
                  "/{account}/parcels?status")),
          Map.entry(
              "sends an account in a header of its own",
              replace(
                  "  - name: api_secret",
                  "  - name: account\n    role: identifier\n    example: acme\n  - name: api_secret",
                  "- timestamp\n",
                  "- credential: account\n  - timestamp\n",
                  "sent:\n",
                  "sent:\n  - {header: X-Acme-Account, value: \"{account}\"}\n")),
          Map.entry(
              "sends a passphrase that it does not sign",
              replace(
                  "  - name: api_secret",
                  "  - {name: passphrase, role: identifier, example: opensesame}\n  - name: api_secret",
                  "sent:\n",
                  "sent:\n  - {header: X-Acme-Passphrase, value: \"{passphrase}\"}\n")),
          Map.entry(
              "sends a site and an account that it does not sign",
              replace(
                  "  - name: api_secret",
                  "  - {name: site, role: identifier, example: eu}\n"
                      + "  - {name: account, role: identifier, example: acme}\n  - name: api_secret",
                  "sent:\n",
                  "sent:\n  - {header: X-Acme-For, value: \"{site}/{account}\"}\n")),
          Map.entry(
              "sends an account in a query that it does not sign",
              replace(
                  "  - query: {order: by-name}\n",
                  "",
                  "  - name: api_secret",
                  "  - {name: account, role: identifier, example: acme}\n  - name: api_secret",
                  "sent:\n",
                  "sent:\n  - {query: account, value: \"{account}\"}\n")),
          Map.entry(
              "sends a password and an account",
              replace(
                  "  - name: api_secret",
                  "  - {name: account, role: identifier, example: acme}\n  - name: api_secret",
                  "mac:\n  algorithm: hmac-sha256\n  key: api_secret\n  encoding: hex\n",
                  "password: {user: api_key, secret: api_secret}\n",
                  "  - header: X-Acme-Key\n    value: \"{api_key}\"\n  - header: X-Acme-Time\n    value: \"{timestamp}\"\n",
                  "  - {header: X-Acme-Account, value: \"{account}\"}\n",
                  "X-Acme-Signature",
                  "Authorization",
                  "v1={signature}",
                  "Basic {signature}",
                  "string-to-sign:\n  - method\n  - text: \"\\n\"\n  - path\n  - text: \"\\n\"\n  - query: {order: by-name}\n  - text: \"\\n\"\n  - timestamp\n  - text: \"\\n\"\n  - body\n",
                  "",
                  "timestamp:\n  format: unix-seconds\n  max-age: PT5M\n  future: rejected\n",
                  "")),
          Map.entry(
              "signs a host without its port",
              replace("  - path", "  - host: {port: omitted}\n  - path")),
          Map.entry("signs a host with its port", replace("  - path", "  - host\n  - path")),
          Map.entry(
              "signs a decoded query",
              replace("{order: by-name}", "{order: by-name-and-value, form: decoded}")),
          Map.entry(
              "signs parameters in its own way",
              replace("{order: by-name}", "{order: by-name, equals: \"\", separator: \"\"}")),
          Map.entry(
              "signs nothing but the time",
              replace(
                  "  - method\n  - text: \"\\n\"\n  - path\n  - text: \"\\n\"\n  - query: {order: by-name}\n  - text: \"\\n\"\n",
                  "",
                  "  - body\n",
                  "")),
          Map.entry(
              "signs nothing but an account and the time",
              replace(
                  "  - name: api_secret",
                  "  - name: account\n    role: identifier\n    example: acme\n  - name: api_secret",
                  "  - method\n  - text: \"\\n\"\n  - path\n  - text: \"\\n\"\n  - query: {order: by-name}\n",
                  "  - credential: account\n",
                  "  - body\n",
                  "",
                  "sent:\n",
                  "sent:\n  - {header: X-Acme-Account, value: \"{account}\"}\n")),
          Map.entry(
              "sends a version in a header",
              replace("sent:\n", "sent:\n  - {header: X-Acme-Version, value: \"Acme 2\"}\n")),
          Map.entry(
              "sends a version in the query",
              replace("sent:\n", "sent:\n  - {query: version, value: \"Acme 2\"}\n")),
          Map.entry("deletes", replace("method: GET", "method: DELETE")),
          Map.entry(
              "signs a hash of the body",
              replace(
                  "  - body\n", "  - digest: {algorithm: sha-256, encoding: hex, of: [body]}\n")),
          Map.entry(
              "signs the bytes of a hash",
              replace(
                  "  - body\n", "  - digest: {algorithm: sha-512, encoding: raw, of: [body]}\n")),
          Map.entry(
              "signs a hash of the body of some",
              replace(
                  "- query: {order: by-name}",
                  "- digest: {algorithm: md5, encoding: base64, of: [query: {body-instead-for: [PUT]}]}",
                  "  - body\n",
                  "")),
          Map.entry(
              "hashes what is sent in headers",
              replace(
                  "- timestamp\n",
                  "- digest: {algorithm: sha-1, encoding: hex-upper, of: [header: X-Acme-Time, host: {port: either}]}\n")),
          Map.entry(
              "hashes a query that ends before the signature",
              replace(
                  "header: X-Acme-Time",
                  "query: time",
                  "header: X-Acme-Key",
                  "query: key",
                  "header: X-Acme-Signature",
                  "last: true\n    query: signature",
                  "- path",
                  "- digest: {algorithm: sha-256, encoding: base64-url, of: [target: {before: signature}]}",
                  "  - query: {order: by-name}\n",
                  "")),
          Map.entry("signs a hashed canonical request", GuideScheme::hashing),
          Map.entry("derives its key from the day that it sends", text -> GuideScheme.deriving()),
          Map.entry(
              "derives its key from the day alone", replace(KEY, derived("{messages: [day]}"))),
          Map.entry(
              "derives its key from its credentials",
              replace(KEY, derived("{prefix: A, messages: [{credential: api_key}]}"))),
          Map.entry(
              "derives its key from what is signed too",
              replace(
                  KEY,
                  derived("{messages: [{text: a}, day, {text: a}]}"),
                  "- timestamp\n",
                  "- day\n  - timestamp\n",
                  "unix-seconds",
                  "unix-seconds\n  day: extended")),
          Map.entry(
              "derives its key of a secret in hexadecimal",
              replace(
                  KEY,
                  derived("{prefix: A, messages: [day]}") + "\n  key-encoding: hex",
                  "not-a-real-secret",
                  "00ff10e0")),
          Map.entry("sends a hash of the body in a header", digest("")),
          Map.entry(
              "sends a hash of the body in the query",
              replace(
                  "  - body\n",
                  "",
                  "sent:\n",
                  HASH + "}\nsent:\n  - {query: md, value: \"{digest}\"}\n")),
          Map.entry("sends a hash where there is a body", digest(", without-body: omitted")),
          Map.entry(
              "sends a hash in its only header",
              replace(
                  "header: X-Acme-Key",
                  "query: key",
                  "header: X-Acme-Time",
                  "query: time",
                  "header: X-Acme-Signature",
                  "query: sig",
                  "{order: by-name}",
                  "{order: by-name, omit: [sig]}",
                  "  - body\n",
                  "  - digest\n",
                  "sent:\n",
                  HASH
                      + ", without-body: omitted}\nsent:\n"
                      + "  - {header: X-Acme-Body, value: \"{digest}\"}\n")),
          Map.entry(
              "sends a hash beside the signature",
              replace(
                  "  - body\n",
                  "  - digest\n",
                  "sent:\n",
                  HASH + "}\nsent:\n",
                  "v1={signature}",
                  "hash={digest},v1={signature}")),
          Map.entry("signs the day alone", replace("- timestamp\n", "- day\n")),
          Map.entry(
              "sends the day in the query",
              replace("sent:\n", "sent:\n  - {query: day, value: \"{day}\"}\n")),
          Map.entry(
              "sends the day in a header, for a second",
              replace(
                  "sent:\n",
                  "sent:\n  - {header: X-Day, value: \"{day}\"}\n",
                  "max-age: PT5M",
                  "max-age: PT1S")));

  /** Signed as the header that it is sent in. */
  private static UnaryOperator<String> digest(String more) {
    return replace(
        "  - body\n",
        "  - header: X-Acme-Digest\n",
        "sent:\n",
        HASH + more + "}\nsent:\n  - {header: X-Acme-Digest, value: \"SHA-256={digest}\"}\n");
  }

  private static String derived(String derivation) {
    return KEY + "\n  derivation: " + derivation;
  }

  private static UnaryOperator<String> replace(String... pairs) {
    return text -> {
      String changed = text;
      for (int i = 0; i < pairs.length; i += 2) {
        assertThat(changed).contains(pairs[i]);
        changed = changed.replace(pairs[i], pairs[i + 1]);
      }
      return changed;
    };
  }

  private OddSchemes() {}

  static List<String> names() {
    return CHANGES.keySet().stream().sorted().toList();
  }

  /** Writes the scheme's folder below another. */
  public static void write(String name, Path folder) throws IOException {
    Path scheme = Files.createDirectories(folder.resolve(GuideScheme.ID));
    Files.writeString(
        scheme.resolve("scheme.yaml"), CHANGES.get(name).apply(TestSchemes.ofTheGuide()));
  }
}
