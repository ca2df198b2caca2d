package io.countersign.target;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Redactor;
import io.countersign.target.http.Limits;
import io.countersign.target.http.RawHttp;
import io.countersign.target.http.Reply;
import io.countersign.target.http.Trust;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A server under test. Whatever a request says of its host, it is sent to this server and to no
 * other; so it is to be made for {@link #baseUrl} before it is signed.
 */
public final class EndpointTarget implements Target {
  private static final int BAD_REQUEST = 400;
  private static final Pattern PLAIN_AT_TLS =
      Pattern.compile(
          "HTTPS port|plain HTTP to an SSL-enabled|HTTP request to an HTTPS server",
          Pattern.CASE_INSENSITIVE);

  private final EndpointOptions options;
  private final RawHttp http;
  private final EndpointVerifier verifier;

  private EndpointTarget(EndpointOptions options, InstantSource clock, Pace pace) {
    this.options = options;
    this.http = RawHttp.of(Limits.DEFAULT.withTimeout(options.timeout()), trust(options));
    this.verifier = new EndpointVerifier(options, http, pace, clock);
  }

  /**
   * @param clock ours, to compare the server's with
   * @throws io.countersign.document.InputException if there is no certificate in the file of
   *     authorities
   */
  public static EndpointTarget of(EndpointOptions options, InstantSource clock) {
    return new EndpointTarget(options, clock, Pace.of(options.rate()));
  }

  static EndpointTarget of(EndpointOptions options, InstantSource clock, Pace pace) {
    return new EndpointTarget(options, clock, pace);
  }

  private static Supplier<SSLContext> trust(EndpointOptions options) {
    Optional<SSLContext> own = options.authority().map(Trust::platformAnd);
    return () -> own.orElseGet(Trust::platform);
  }

  /**
   * Asks the server for anything at all, unsigned, which also measures its clock.
   *
   * @param path what is going to be called; nothing for its root
   * @return what is in the way; empty where it answers, whatever it answers, and where it hangs up,
   *     as some do on who has not signed
   */
  public Optional<String> reach(Optional<String> path) {
    RequestUrl base = options.base();
    RequestUrl called = path.map(own -> base.withTarget(base.rawPath() + own)).orElse(base);
    Reply reply = verifier.send(new HttpRequest("GET", called, Headers.NONE, Octets.EMPTY));
    boolean plain = base.scheme().equalsIgnoreCase("http");
    if (!(reply instanceof Reply.Fault fault)) {
      return plain && isAskedForTls((Reply.Answer) reply)
          ? Optional.of("its port speaks TLS: try https:// in place of http://")
          : Optional.empty();
    }
    return switch (fault.kind()) {
      case RESET -> Optional.empty();
      case TIME_OUT -> Optional.of(fault.what() + " to a first request, which is not signed");
      case NOT_HTTP ->
          Optional.of(fault.what() + (plain ? "; if its port speaks TLS, give https://" : ""));
      default -> Optional.of(fault.what());
    };
  }

  /** In the words of nginx, Apache and Go, which all answer so to who does not speak TLS. */
  private static boolean isAskedForTls(Reply.Answer answer) {
    return answer.status() == BAD_REQUEST && PLAIN_AT_TLS.matcher(answer.text()).find();
  }

  /** How far its clock is off ours, by the surest of its answers so far. */
  public Optional<ClockOffset> clockOffset() {
    return verifier.clockOffset();
  }

  @Override
  public TargetInfo info() {
    return new TargetInfo(TargetInfo.Kind.ENDPOINT, options.base().toString());
  }

  @Override
  public Optional<VerifierUnderTest> endpoint() {
    return Optional.of(verifier);
  }

  /** Its address; a path in it stands before that of each request. */
  @Override
  public Optional<String> baseUrl(Role role) {
    return role == Role.ENDPOINT ? Optional.of(options.base().toString()) : Optional.empty();
  }

  @Override
  public void guard(Redactor redactor) {
    verifier.guard(redactor);
  }

  @Override
  public void close() {
    http.close();
  }
}
