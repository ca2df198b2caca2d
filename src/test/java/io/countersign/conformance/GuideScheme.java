package io.countersign.conformance;

import io.countersign.scheme.TestSchemes;

/** The example of docs/schemes.md with a hashed canonical request. */
public final class GuideScheme {
  public static final String ID = "acme-freight";

  private GuideScheme() {}

  /** All that the guide has signed, hashed with the hash of the body. */
  public static String hashing() {
    return hashing(TestSchemes.ofTheGuide());
  }

  static String hashing(String text) {
    String hashed =
        """
        string-to-sign:
          - text: "ACME1\\n"
          - timestamp
          - text: "\\n"
          - digest:
              algorithm: sha-256
              encoding: hex
              of:
                - method
                - text: "\\n"
                - path
                - text: "\\n"
                - query: {order: by-name}
                - text: "\\n"
                - digest: {algorithm: sha-256, encoding: hex, of: [body]}

        """;
    return text.substring(0, text.indexOf("string-to-sign:"))
        + hashed
        + text.substring(text.indexOf("mac:"));
  }
}
