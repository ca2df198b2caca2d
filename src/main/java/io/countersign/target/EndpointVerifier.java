package io.countersign.target;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Redactor;
import io.countersign.target.http.RawHttp;
import io.countersign.target.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server asked politely: at its pace, and only what changes nothing unless that is allowed. */
final class EndpointVerifier implements VerifierUnderTest {
  private static final Set<Integer> BUSY = Set.of(429, 503);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /** A server that answers each rejection so would make a run take an hour. */
  private static final int MOST_IN_VAIN = 3;

  private final EndpointOptions options;
  private final RawHttp http;
  private final Pace pace;
  private final InstantSource clock;
  private volatile Redactor redactor = Redactor.NONE;
  private final AtomicInteger waitedInVain = new AtomicInteger();
  private final AtomicReference<@Nullable ClockOffset> offset = new AtomicReference<>();

  EndpointVerifier(EndpointOptions options, RawHttp http, Pace pace, InstantSource clock) {
    this.options = options;
    this.http = http;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public Judged judge(Call call) {
    if (!options.allowWrites() && !call.request().isSafe()) {
      String method = call.request().method();
      return new Judged.Skipped(
          method + " may change something there, and is not sent without --allow-writes");
    }
    return Answers.judged(withoutHalfASecret(send(call.request())), call.scheme());
  }

  /** From now on, looks for what this redactor knows where a body was cut short. */
  void guard(Redactor other) {
    redactor = other;
  }

  /** What stands whole in a body is taken out with everything else, when reports are written. */
  private Reply withoutHalfASecret(Reply reply) {
    if (!(reply instanceof Reply.Answer answer) || !answer.cut()) {
      return reply;
    }
    return answer.withBody(Octets.of(redactor.redactPiece(answer.text())));
  }

  /**
   * Sends a request, and again as long as the server asks to come back soon; once, where the last
   * three that it was waited for were all in vain. What is accepted at once does not count, since
   * that says nothing of whether waiting helps.
   */
  Reply send(HttpRequest request) {
    HttpRequest named =
        request.headers().has("User-Agent")
            ? request
            : request.withHeader("User-Agent", options.userAgent());
    Duration patience = options.timeout();
    Reply reply = once(named);
    if (waitedInVain.get() >= MOST_IN_VAIN) {
      return reply;
    }
    boolean waited = false;
    for (Optional<Duration> wait = askedToWait(reply);
        wait.isPresent() && wait.get().compareTo(patience) <= 0;
        wait = askedToWait(reply)) {
      patience = patience.minus(wait.get());
      pace.hold(wait.get());
      reply = once(named);
      waited = true;
    }
    if (waited) {
      waitedInVain.updateAndGet(isAnswered(reply) ? count -> 0 : count -> count + 1);
    }
    return reply;
  }

  private static boolean isAnswered(Reply reply) {
    return reply instanceof Reply.Answer answer && !BUSY.contains(answer.status());
  }

  private Reply once(HttpRequest request) {
    pace.await();
    Instant sent = clock.instant();
    Reply reply = http.send(request, options.base());
    if (reply instanceof Reply.Answer answer) {
      ClockOffset.of(answer, sent, clock.instant())
          .ifPresent(
              found ->
                  offset.accumulateAndGet(
                      found, (known, other) -> known == null ? other : known.surer(other)));
    }
    return reply;
  }

  /** Retry-After in seconds (RFC 9110, section 10.2.3); one with a date is not waited for. */
  private static Optional<Duration> askedToWait(Reply reply) {
    return reply instanceof Reply.Answer answer && BUSY.contains(answer.status())
        ? answer
            .header("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait)
        : Optional.empty();
  }

  Optional<ClockOffset> clockOffset() {
    return Optional.ofNullable(offset.get());
  }

  @Override
  public List<Judged> judgeApart(List<Call> calls) {
    try (RawHttp own = http.anew()) {
      EndpointVerifier apart = new EndpointVerifier(options, own, pace, clock);
      apart.guard(redactor);
      return calls.stream().map(apart::judge).toList();
    }
  }

  @Override
  public boolean hasSettableClock() {
    return false;
  }

  @Override
  public boolean takesAnyCredentials() {
    return false;
  }

  @Override
  public boolean givesTypedReasons() {
    return false;
  }
}
