package io.countersign.suite;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.SigningRules;
import java.util.List;

/** A signer that sends the secret which it is to sign with has given it away. */
final class SentSecret {
  private SentSecret() {}

  /**
   * @param before what was to be signed; what stands there already is not the signer's doing
   * @throws NotConformantException if the secret stands in the URL or in a header, but for that in
   *     which the scheme itself sends it
   */
  static void refuse(Setting setting, HttpRequest before, HttpRequest signed) {
    Redactor secret = Redactor.ofLong(setting.credentials());
    if (secret.finds(signed.target()) && !secret.finds(before.target())) {
      throw sent("URL");
    }
    for (Header header : signed.headers().all()) {
      if (secret.finds(header.value())
          && !isItsPlace(setting.rules(), header.name())
          && !before.headers().values(header.name()).contains(header.value())) {
        throw sent("header " + header.name());
      }
    }
  }

  private static boolean isItsPlace(SigningRules rules, String header) {
    return rules.proof() instanceof Proof.Password
        && rules
            .sentIn(header)
            .map(Placement::value)
            .filter(value -> value.fields().contains(SigningRules.SIGNATURE))
            .isPresent();
  }

  private static NotConformantException sent(String place) {
    String problem = "the request that it signed holds the secret, in the " + place;
    return new NotConformantException(
        problem,
        new Cause(
            "secret-sent",
            List.of("It sends the secret, in the " + place + "."),
            List.of("Sign with the secret, and send nothing of it.")));
  }
}
