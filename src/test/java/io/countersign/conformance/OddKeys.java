package io.countersign.conformance;

import static io.countersign.conformance.GuideScheme.replace;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What keys the MAC, which one it is, and how it is written. */
final class OddKeys {
  private static final String KEY = "key: api_secret";

  static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
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
                  "00ff10e0")));

  private OddKeys() {}

  private static String derived(String derivation) {
    return KEY + "\n  derivation: " + derivation;
  }
}
