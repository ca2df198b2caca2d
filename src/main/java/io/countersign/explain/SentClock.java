package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.SentFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the clock of a signer whose request is right by itself: a scheme may take a
 * time that is not the right one, one in the future above all.
 */
public final class SentClock {
  private SentClock() {}

  /**
   * The same where the time is ahead, of a request that was accepted nevertheless.
   *
   * @param now the verifier's clock
   */
  public static Optional<Deviation> ahead(SigningRules rules, HttpRequest signed, Instant now) {
    return time(rules, signed)
        .filter(sent -> sent.isAfter(now))
        .flatMap(sent -> ClockFindings.ofOff(sent, now));
  }

  /**
   * @param signed with a timestamp that can be read
   * @param time at which it was signed
   * @return nothing where the timestamp is of that time, but for what a clock may be off
   */
  public static Optional<Explanation> of(SigningRules rules, HttpRequest signed, Instant time) {
    return time(rules, signed)
        .flatMap(sent -> ClockFindings.ofOff(sent, time))
        .map(clock -> new Explanation(List.of(clock), Optional.empty(), List.of()));
  }

  private static Optional<Instant> time(SigningRules rules, HttpRequest signed) {
    return SentFields.read(rules, signed)
        .value(SigningRules.TIMESTAMP)
        .flatMap(text -> rules.timestamp().flatMap(rule -> rule.format().parse(text)));
  }
}
