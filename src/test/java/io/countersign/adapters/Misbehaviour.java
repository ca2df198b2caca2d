package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** Runs of an adapter that does not behave, and what may be said of it. */
final class Misbehaviour {
  /** Enough for a loaded machine to start an interpreter, which has to greet within it. */
  static final Duration SHORT = Duration.ofSeconds(2);

  /** A slow machine may take so long besides what is waited for. */
  static final Duration SLACK = Duration.ofSeconds(15);

  private static final int LONGEST_MESSAGE = 1200;

  private Misbehaviour() {}

  static Certification valid(String command) {
    return Certification.of(command, "rmtrack").only("rmtrack/valid-request");
  }

  /** Some of which each costs a start, if it comes to that. */
  static Certification few(String command) {
    return Certification.of(command, "rmtrack")
        .only("rmtrack/final-newline", "rmtrack/authorization-header", "rmtrack/base64");
  }

  static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** On one line, not long, and nothing that Java says of itself. */
  static void assertSentence(String message, String part) {
    assertThat(message)
        .contains(part)
        .doesNotContain("\n", "Exception", "\tat ", "io.countersign")
        .hasSizeLessThan(LONGEST_MESSAGE);
    assertThat(List.of(message.split("\\p{Cntrl}"))).hasSize(1);
  }
}
