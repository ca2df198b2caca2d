package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scheme of nobody's, as it is and broken. */
final class AcmeScheme {
  /** A scheme with a bit of everything, in lines that a test can exchange. */
  static final String GOOD =
      """
      scheme: acme
      title: Acme
      summary: A header.
      documents:
        - {id: page, title: The page, file: none kept}
      credentials:
        - {name: key, role: key-id, example: k}
        - {name: secret, role: secret, example: s}
      string-to-sign:
        - method
        - timestamp
      mac: {algorithm: hmac-sha256, key: secret, encoding: hex}
      sent:
        - {header: X-Date, value: "{timestamp}"}
        - {header: X-Auth, value: "Acme {key}:{signature}"}
      timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}
      service:
        base: https://acme.example
        refusal: '{}'
        resources:
          - {name: things, method: GET, target: "/{key}/things", answer: '{}'}
      """;

  private AcmeScheme() {}

  static Scheme load(Path root, String text) {
    try {
      Path folder = Files.createDirectories(root.resolve("acme"));
      Files.writeString(folder.resolve("scheme.yaml"), text);
      return SchemeLoader.load(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertRefused(Path root, String text, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> load(root, text))
        .withMessageStartingWith(root.resolve("acme/scheme.yaml") + ":" + message)
        .withMessageContaining("; ");
  }
}
