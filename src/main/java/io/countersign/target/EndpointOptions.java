package io.countersign.target;

import io.countersign.document.InputException;
import io.countersign.message.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to deal with a server under test.
 *
 * @param base where it is; a path in it stands before the scheme's own
 * @param rate how often it is asked; absent for as fast as it goes
 * @param timeout of each request as a whole
 * @param authority a file of certificates to trust besides the platform's
 * @param allowWrites whether methods that may change something are sent
 * @param userAgent what it is told who asks
 */
public record EndpointOptions(
    RequestUrl base,
    Optional<Rate> rate,
    Duration timeout,
    Optional<Path> authority,
    boolean allowWrites,
    String userAgent) {

  /**
   * The options by default: 10 s for each request, no writing, and 10 requests a second where the
   * server is not on loopback.
   *
   * @throws InputException if it is no URL of a server
   */
  public static EndpointOptions of(String url, String userAgent) {
    RequestUrl base = RequestUrl.parse(url);
    if (base.rawQuery().isPresent()) {
      throw InputException.of(
          "the address of the endpoint has a query", "give scheme, host and at most a path");
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(base.authority())) {
      throw InputException.of(
          "the host " + base.authority() + " is not in ASCII", "write it as xn--…");
    }
    requireServer(base.authority());
    String path = base.rawPath();
    RequestUrl clean = base.withTarget(path.endsWith("/") ? path.replaceAll("/+$", "") : path);
    return new EndpointOptions(
        clean,
        isLoopback(base) ? Optional.empty() : Optional.of(Rate.POLITE),
        Duration.ofSeconds(10),
        Optional.empty(),
        false,
        userAgent);
  }

  /** A name or an address, and perhaps a port. */
  private static void requireServer(String authority) {
    Matcher server =
        Pattern.compile("(?:\\[[0-9A-Fa-f:.]+(?:%25[^]]+)?]|[^\\[\\]:]+)(?::([0-9]*))?")
            .matcher(authority);
    if (!server.matches()) {
      throw InputException.of(
          "'" + authority + "' is no host with a port", "write it as in localhost:8080");
    }
    String port = server.group(1);
    if (port != null && !port.isEmpty() && !isPort(port)) {
      throw InputException.of("there is no port " + port, "give one from 1 to 65535");
    }
  }

  private static boolean isPort(String digits) {
    return digits.matches("0*[1-9][0-9]{0,4}") && Integer.parseInt(digits) <= 65535;
  }

  private static boolean isLoopback(RequestUrl url) {
    String host = url.authority().replaceAll(":[0-9]*$", "");
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  public EndpointOptions withRate(Rate other) {
    return new EndpointOptions(
        base, Optional.of(other), timeout, authority, allowWrites, userAgent);
  }

  public EndpointOptions withTimeout(Duration other) {
    return new EndpointOptions(base, rate, other, authority, allowWrites, userAgent);
  }

  public EndpointOptions withAuthority(Path pem) {
    return new EndpointOptions(base, rate, timeout, Optional.of(pem), allowWrites, userAgent);
  }

  public EndpointOptions withWrites() {
    return new EndpointOptions(base, rate, timeout, authority, true, userAgent);
  }
}
