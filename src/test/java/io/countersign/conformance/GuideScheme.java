package io.countersign.conformance;

import io.countersign.document.Documents;
import io.countersign.scheme.TestSchemes;

/** The description of docs/schemes.md, and the same with a hashed canonical request. */
public final class GuideScheme {
  public static final String ID = "acme-freight";

  private GuideScheme() {}

  public static String text() {
    String guide = Documents.readText(TestSchemes.home().resolve("docs/schemes.md"));
    return guide.split("```yaml\n", 2)[1].split("```\n", 2)[0];
  }

  /** All that the guide has signed, hashed with the hash of the body. */
  public static String hashing() {
    return hashing(text());
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
