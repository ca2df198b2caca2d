package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** How long a signature is good for, and how its time and day are written, sent and signed. */
final class OddTimes {
  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
          Map.entry("good for half a minute", replace("max-age: PT5M", "max-age: PT30S")),
          Map.entry("good for two seconds", replace("max-age: PT5M", "max-age: PT2S")),
          Map.entry("good for a second", replace("max-age: PT5M", "max-age: PT1S")),
          Map.entry("takes clocks that are ahead", replace("future: rejected", "future: PT5M")),
          Map.entry("takes clocks a second ahead", replace("future: rejected", "future: PT1S")),
          Map.entry("takes clocks a day ahead", replace("future: rejected", "future: P1D")),
          Map.entry(
              "never expires",
              replace("max-age: PT5M", "future: accepted", "future: rejected", "")),
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
              "has no time",
              replace(
                  "  - header: X-Acme-Time\n    value: \"{timestamp}\"\n",
                  "",
                  "- timestamp\n",
                  "- credential: api_key\n",
                  "timestamp:\n  format: unix-seconds\n  max-age: PT5M\n  future: rejected\n",
                  "")),
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

  private OddTimes() {}
}
