package io.countersign.suite;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Proof;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where a password is not shown to a server under test. A signature of one request may stand in any
 * place of it; a password opens the account to everybody who comes to see it there.
 */
final class Exposure {
  private Exposure() {}

  /** Why a request is not sent to a server; nothing where it may be. */
  static Optional<String> of(Setting setting, HttpRequest request) {
    if (!setting.place().isServer() || !(setting.rules().proof() instanceof Proof.Password)) {
      return Optional.empty();
    }
    Control right =
        Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time());
    String password = right.signed().signature();
    Predicate<Function<HttpRequest, String>> elsewhere =
        part ->
            shows(part.apply(request), password) && !shows(part.apply(right.request()), password);
    if (elsewhere.test(HttpRequest::target)) {
      return Optional.of("the password is not shown to a server in a URL, which servers log");
    }
    return elsewhere.test(Exposure::forProxies)
        ? Optional.of("the password is not shown to proxies, for whom it is not meant")
        : Optional.empty();
  }

  private static boolean shows(String text, String password) {
    return text.contains(password) || text.contains(Percent.encode(password));
  }

  private static String forProxies(HttpRequest request) {
    return request.headers().all().stream()
        .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith("proxy-"))
        .map(Header::value)
        .collect(Collectors.joining("\n"));
  }
}
