package io.countersign.target;

import io.countersign.scheme.TimestampFormat;
import io.countersign.target.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a server's clock is ahead of ours, by the Date of its answer (RFC 9110, section 6.6.1).
 *
 * @param ahead negative where it is behind
 * @param uncertainty by how much that may be wrong, either way
 */
public record ClockOffset(Duration ahead, Duration uncertainty) {
  /** Half of the second that a Date leaves open. */
  private static final Duration HALF = Duration.ofMillis(500);

  /**
   * @param sent when the request was sent, by our clock
   * @param received when its answer was there
   * @return nothing where the answer carries no Date in the form that is due
   */
  static Optional<ClockOffset> of(Reply.Answer answer, Instant sent, Instant received) {
    Duration half = Duration.between(sent, received).dividedBy(2);
    return answer
        .header("Date")
        .flatMap(TimestampFormat.RFC_1123::parse)
        .map(date -> Duration.between(sent.plus(half), date.plus(HALF)))
        .map(ahead -> new ClockOffset(ahead, HALF.plus(half)));
  }

  /** Whichever of the two is less uncertain. */
  ClockOffset surer(ClockOffset other) {
    return other.uncertainty().compareTo(uncertainty) < 0 ? other : this;
  }
}
