package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Hashes that are signed or sent. */
final class OddDigests {
  private static final String HASH = "digest: {algorithm: sha-256, encoding: base64, of: [body]";

  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
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
                  "hash={digest},v1={signature}")));

  private OddDigests() {}

  /** Signed as the header that it is sent in. */
  private static UnaryOperator<String> digest(String more) {
    return replace(
        "  - body\n",
        "  - header: X-Acme-Digest\n",
        "sent:\n",
        HASH + more + "}\nsent:\n  - {header: X-Acme-Digest, value: \"SHA-256={digest}\"}\n");
  }
}
