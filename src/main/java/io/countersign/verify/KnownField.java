package io.countersign.verify;

import io.countersign.scheme.Credentials;
import java.nio.charset.StandardCharsets;

/** A credential field that a request names and that has to be the verifier's own. */
final class KnownField {
  private final String name;
  private final byte[] value;

  private KnownField(String name, byte[] value) {
    this.name = name;
    this.value = value;
  }

  static KnownField of(String name, Credentials credentials) {
    return new KnownField(name, credentials.text(name).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws RejectedException if the field is missing, or another than the one that is known
   */
  void require(SentFields sent) {
    String text = sent.text(name);
    if (text == null) {
      throw new RejectedException(Reason.MISSING_CREDENTIAL, "the request carries no " + name);
    }
    if (!ConstantTime.equal(text.getBytes(StandardCharsets.UTF_8), value)) {
      throw new RejectedException(Reason.UNKNOWN_KEY, "there is no " + name + " '" + text + "'");
    }
  }
}
