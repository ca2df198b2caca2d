package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What there is to be called, and how it refuses. */
final class OddServices {
  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
          Map.entry("forbids", replace("  refusal:", "  refusal-status: 403\n  refusal:")),
          Map.entry("has a root and no more", replace("/v1/parcels?status=open&limit=2", "/")),
          Map.entry(
              "has no letters in its path", replace("/v1/parcels?status=open&limit=2", "/2024/1")),
          Map.entry("ends its path with a slash", replace("/v1/parcels?", "/v1/parcels/?")),
          Map.entry("has one parameter", replace("?status=open&limit=2", "?status=open")),
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
          Map.entry("deletes", replace("method: GET", "method: DELETE")));

  private OddServices() {}
}
