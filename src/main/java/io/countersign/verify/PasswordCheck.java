package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Checks user name and password (RFC 7617). */
final class PasswordCheck implements ProofCheck {
  private final Proof.Password proof;
  private final Credentials credentials;

  PasswordCheck(Proof.Password proof, Credentials credentials) {
    this.proof = proof;
    this.credentials = credentials;
  }

  @Override
  public PasswordCheck withSecretOf(Credentials others) {
    return new PasswordCheck(proof, others);
  }

  @Override
  public void requireForm(SentFields sent) {
    byte[] pair = pair(sent);
    byte[] user = Arrays.copyOf(pair, colon(pair));
    byte[] known = credentials.text(proof.userField()).getBytes(StandardCharsets.UTF_8);
    if (user.length == 0) {
      throw new RejectedException(
          Reason.MISSING_CREDENTIAL, "the request carries no " + proof.userField());
    }
    if (!MessageDigest.isEqual(user, known)) {
      throw new RejectedException(
          Reason.UNKNOWN_KEY,
          "there is no "
              + proof.userField()
              + " '"
              + new String(user, StandardCharsets.UTF_8)
              + "'");
    }
  }

  @Override
  public Octets require(SentFields sent, HttpRequest request, SentTime timestamp) {
    byte[] pair = pair(sent);
    byte[] password = Arrays.copyOfRange(pair, colon(pair) + 1, pair.length);
    if (!credentials.secret(proof.secretField()).matches(password)) {
      throw new RejectedException(Reason.SIGNATURE_MISMATCH, "the password is another");
    }
    return Octets.EMPTY;
  }

  private byte[] pair(SentFields sent) {
    String text =
        sent.value(SigningRules.SIGNATURE)
            .orElseThrow(
                () ->
                    new RejectedException(
                        Reason.MISSING_CREDENTIAL, "the request carries no user and password"));
    byte[] pair =
        Encoding.BASE64
            .decode(text)
            .orElseThrow(
                () ->
                    new RejectedException(
                        Reason.MALFORMED_CREDENTIAL, "user and password are not in base64"));
    if (colon(pair) < 0) {
      throw new RejectedException(
          Reason.MALFORMED_CREDENTIAL, "there is no colon between user and password");
    }
    return pair;
  }

  private static int colon(byte[] pair) {
    for (int i = 0; i < pair.length; i++) {
      if (pair[i] == ':') {
        return i;
      }
    }
    return -1;
  }
}
