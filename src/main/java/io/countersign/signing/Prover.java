package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Proof;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Turns a string to sign into the text that proves possession of the secret. */
interface Prover {
  /**
   * The signature's text.
   *
   * @param stringToSign holds what is signed
   * @param day of the request, as the scheme writes days
   */
  Octets prove(OctetBuffer stringToSign, String day);

  /** How many letters that text has, whatever is signed. */
  int letters();

  static Prover of(Proof proof, Credentials credentials) {
    if (proof instanceof Proof.Mac mac) {
      int letters = mac.encoding().letters(new byte[mac.algorithm().length()]).length;
      return new ByMac(DailyMac.of(mac, credentials), mac.encoding(), letters);
    }
    return new ByPassword(basic((Proof.Password) proof, credentials));
  }

  /** A MAC as text. */
  record ByMac(DailyMac keyed, Encoding encoding, int letters) implements Prover {
    @Override
    public Octets prove(OctetBuffer stringToSign, String day) {
      return Octets.own(encoding.letters(keyed.at(day).compute(stringToSign)));
    }
  }

  /** The same for every request. No record, which would print it. */
  final class ByPassword implements Prover {
    private final Octets userAndPassword;

    private ByPassword(Octets userAndPassword) {
      this.userAndPassword = userAndPassword;
    }

    @Override
    public Octets prove(OctetBuffer stringToSign, String day) {
      return userAndPassword;
    }

    @Override
    public int letters() {
      return userAndPassword.length();
    }
  }

  /** User and password as Basic authentication writes them (RFC 7617, section 2). */
  private static Octets basic(Proof.Password password, Credentials credentials) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String user = credentials.text(password.userField()) + ":";
    bytes.writeBytes(user.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(credentials.secret(password.secretField()).key(KeyEncoding.UTF_8));
    return Octets.own(Base64.getEncoder().encode(bytes.toByteArray()));
  }
}
