package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.util.function.UnaryOperator;

/** The example of docs/schemes.md with a hashed canonical request. */
public final class GuideScheme {
  public static final String ID = "acme-freight";

  private GuideScheme() {}

  /** All that the guide has signed, hashed with the hash of the body. */
  public static String hashing() {
    return hashing(TestSchemes.ofTheGuide());
  }

  /** The guide's own, with a key that is derived from the day, which is sent and signed as well. */
  public static String deriving() {
    return TestSchemes.ofTheGuide()
        .replace("  - timestamp\n", "  - timestamp\n  - day\n")
        .replace(
            "  key: api_secret\n",
            "  key: api_secret\n  derivation: {prefix: ACME, messages: [day, {text: parcels}]}\n")
        .replace("\"{api_key}\"", "\"{api_key}/{day}\"");
  }

  /**
   * A change of its text.
   *
   * @param pairs what has to be there, and what is put in its place, by turns
   */
  static UnaryOperator<String> replace(String... pairs) {
    return text -> {
      String changed = text;
      for (int i = 0; i < pairs.length; i += 2) {
        assertThat(changed).contains(pairs[i]);
        changed = changed.replace(pairs[i], pairs[i + 1]);
      }
      return changed;
    };
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
