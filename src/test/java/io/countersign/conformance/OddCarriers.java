package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the fields of a signature travel, and what travels beside them. */
final class OddCarriers {
  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
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
              "sends a version in a header",
              replace("sent:\n", "sent:\n  - {header: X-Acme-Version, value: \"Acme 2\"}\n")),
          Map.entry(
              "sends a version in the query",
              replace("sent:\n", "sent:\n  - {query: version, value: \"Acme 2\"}\n")));

  private OddCarriers() {}
}
