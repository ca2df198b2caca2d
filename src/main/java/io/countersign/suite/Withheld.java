package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Proof;
import java.util.Optional;

/** Requests that are withheld from a server under test, which others are asked about. */
final class Withheld {
  private Withheld() {}

  /** Why a request is not sent to a server; nothing where it may be. */
  static Optional<String> because(Setting setting, HttpRequest request) {
    if (!setting.destination().isServer()) {
      return Optional.empty();
    }
    if (request.method().equals("OPTIONS")) {
      return Optional.of(
          "a server may answer OPTIONS to everybody: browsers ask so, and sign nothing");
    }
    return setting.rules().proof() instanceof Proof.Password
        ? exposed(setting, request)
        : Optional.empty();
  }

  /**
   * A signature of one request may stand in any place of it; a password opens the account to
   * everybody who comes to see it there.
   */
  private static Optional<String> exposed(Setting setting, HttpRequest request) {
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
