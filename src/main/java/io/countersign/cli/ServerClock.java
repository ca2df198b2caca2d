package io.countersign.cli;

import io.countersign.scheme.Profile;
import io.countersign.scheme.TimestampRule;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.ClockOffset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person has to know of a server's clock, which a run takes for its own. */
final class ServerClock {
  /** Up to there, everybody reads seconds as what they are. */
  private static final Duration FEW = Duration.ofMinutes(2);

  private ServerClock() {}

  /**
   * The scheme with what was measured, which is said where it is more than a few seconds: every
   * other client goes by its own clock.
   */
  static SchemeUnderTest settled(
      Optional<ClockOffset> offset,
      SchemeUnderTest subject,
      Profile profile,
      OutputOptions output) {
    if (offset.isEmpty()) {
      return subject;
    }
    String measured = Targets.clockSettled(offset.get());
    SchemeUnderTest known = subject.withSettled(measured);
    if (!Targets.isNoteworthy(offset.get())) {
      return known;
    }
    output.note("settled by trying: " + measured + ", which is allowed for");
    Optional<String> refused =
        subject.scheme().rules(profile).timestamp().flatMap(rule -> refused(rule, offset.get()));
    refused.ifPresent(output::note);
    return refused.map(known::withSettled).orElse(known);
  }

  /** How far apart two clocks are: in seconds, and where those are many, in words too. */
  static String apart(Duration duration) {
    String seconds = String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    if (duration.compareTo(FEW) < 0) {
      return seconds;
    }
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("day", duration.toDays());
    units.put("hour", (long) duration.toHoursPart());
    units.put("minute", (long) duration.toMinutesPart());
    return units.entrySet().stream()
            .filter(unit -> unit.getValue() > 0)
            .limit(2)
            .map(unit -> unit.getValue() + " " + unit.getKey() + (unit.getValue() == 1 ? "" : "s"))
            .collect(Collectors.joining(" and "))
        + " ("
        + seconds
        + ")";
  }

  /** What becomes of clients whose clocks are right, if ours is. */
  private static Optional<String> refused(TimestampRule rule, ClockOffset offset) {
    boolean behind = offset.ahead().isNegative();
    Optional<Duration> most = behind ? rule.maxAhead() : rule.maxAge();
    return most.filter(limit -> offset.ahead().abs().compareTo(limit) > 0)
        .map(
            limit ->
                "the server's clock is "
                    + (behind ? "behind" : "ahead")
                    + " by more than the scheme allows: what a client signs by this machine's clock"
                    + " is "
                    + (behind ? "in the future" : "expired")
                    + " for it, and will be refused");
  }
}
