package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What is signed, and in which form. */
final class OddStrings {
  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
          Map.entry(
              "signs any header", replace("- timestamp\n", "- header: X-Other\n  - timestamp\n")),
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
                  "sent:\n  - {header: X-Acme-Account, value: \"{account}\"}\n")));

  private OddStrings() {}
}
