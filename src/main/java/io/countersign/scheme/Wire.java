package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.util.Locale;
import java.util.Set;

/**
 * What a scheme file says of messages has to be what a message can hold, or the first request would
 * fail far from the line that is wrong.
 */
final class Wire {
  private static final String UNSENDABLE = "no message can carry this";

  /** Headers that say how a message is carried; what is written into one of them breaks it. */
  private static final Set<String> OF_THE_MESSAGE =
      Set.of("connection", "content-length", "host", "transfer-encoding");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private Wire() {}

  static void requireHeader(String name, String value, Mark where) {
    try {
      new Header(name, value);
    } catch (InputException e) {
      throw e.within(where, UNSENDABLE);
    }
  }

  /**
   * A request that is not sent yet lacks such a header, or has another value in it than what is
   * sent at last.
   */
  static void requireNotOfTheMessage(String header, String right, Mark where) {
    if (OF_THE_MESSAGE.contains(header.toLowerCase(Locale.ROOT))) {
      throw InputException.at(
          where, "the header " + header + " belongs to the message itself", right);
    }
  }

  /** The name of a query parameter, which is written as it stands. */
  static void requireParameter(String name, Mark where) {
    url("http://localhost/?" + name, where);
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('&') >= 0) {
      throw InputException.at(
          where,
          "'" + name + "' is no name of a parameter",
          "it is not empty, and = and & end it; percent-encode what does not fit");
    }
  }

  /** The URL of a server: scheme and authority, and nothing behind them. */
  static void requireServer(String base, Mark where) {
    RequestUrl url = url(base, where);
    if (!url.rawPath().isEmpty() || url.hasQuery()) {
      throw InputException.at(
          where,
          "'" + base + "' is more than scheme and host",
          "write what follows the host into the 'target' of each resource");
    }
  }

  /** A request line's method and target; the braces of a template may stand in it. */
  static void requireCall(String method, Mark atMethod, String target, Mark atTarget) {
    if (!target.startsWith("/")) {
      throw InputException.at(
          atTarget, "the target '" + target + "' does not begin with /", "write path and query");
    }
    requireMethod(method, atMethod);
    RequestUrl url = url("http://localhost" + target, atTarget);
    try {
      new HttpRequest(method, url, Headers.NONE, Octets.EMPTY);
    } catch (InputException e) {
      throw e.within(atMethod, UNSENDABLE);
    }
  }

  /** Methods are case-sensitive: HTTP allows one that is called post, and nobody has it. */
  static void requireMethod(String method, Mark where) {
    String capitals = method.toUpperCase(Locale.ROOT);
    if (!method.equals(capitals) && METHODS.contains(capitals)) {
      throw InputException.at(
          where,
          "'" + method + "' is another method than " + capitals + ", since case matters",
          "write " + capitals);
    }
  }

  private static RequestUrl url(String text, Mark where) {
    try {
      return RequestUrl.parse(text);
    } catch (InputException e) {
      throw e.within(where, UNSENDABLE);
    }
  }
}
