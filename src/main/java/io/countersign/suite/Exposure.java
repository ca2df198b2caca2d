package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Proof;
import java.util.Optional;

/**
 * Where a password is not shown to a server under test. A signature of one request may stand in any
 * place of it; a password opens the account to everybody who comes to see it there.
 */
final class Exposure {
  private Exposure() {}

  /** Why a request is not sent to a server; nothing where it may be. */
  static Optional<String> of(Setting setting, HttpRequest request) {
    if (!setting.destination().isServer() || !(setting.rules().proof() instanceof Proof.Password)) {
      return Optional.empty();
    }
    Control right =
        Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time());
    String password = right.signed().signature();
    if (shows(request.target(), password) && !shows(right.request().target(), password)) {
      return Optional.of("the password is not shown to a server in a URL, which servers log");
    }
    return request.headers().all().stream()
        .filter(header -> setting.rules().sentIn(header.name()).isEmpty())
        .filter(header -> shows(header.value(), password))
        .findFirst()
        .map(
            header ->
                "the password is not shown to a server in the header "
                    + header.name()
                    + ", which it may log or pass on");
  }

  private static boolean shows(String text, String password) {
    return text.contains(password) || text.contains(Percent.encode(password));
  }
}
