package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What nobody foresaw ends with a status of its own: 1 would be a verdict. */
final class FailuresTest {
  private static final String REQUEST = "GET https://example.com/ HTTP/1.1\r\n\r\n";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void run_outOfMemory_saysSoAndIsNoVerdict() {
    int status =
        verify(
            Map.of(),
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThat(status).isEqualTo(70);
    assertThat(said())
        .endsWith(
            "countersign: there is too little memory to go on; give Java more, as in"
                + " COUNTERSIGN_JAVA_OPTS=-Xmx512m\n");
  }

  @Test
  void run_anotherError_isAnInternalOne() {
    int status =
        verify(
            Map.of(),
            () -> {
              throw new StackOverflowError();
            });

    assertThat(status).isEqualTo(70);
    assertThat(said())
        .endsWith(
            "countersign: internal error (StackOverflowError); this is a defect: please report it"
                + " with what COUNTERSIGN_DEBUG=1 prints\n");
  }

  /** Its message may hold anything, a secret too. */
  @Test
  void run_anUnforeseenException_isNamedByItsKindAlone_andTracedWhereAsked() {
    Supplier<Instant> failing =
        () -> {
          throw new IllegalStateException("words");
        };

    assertThat(verify(Map.of(), failing)).isEqualTo(70);
    assertThat(said()).contains("internal error (IllegalStateException)").doesNotContain("words");
    assertThat(verify(Map.of("COUNTERSIGN_DEBUG", "1"), failing)).isEqualTo(70);
    assertThat(said()).contains("\tat io.countersign.");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Of the time by a clock that fails. */
  private int verify(Map<String, String> variables, Supplier<Instant> failing) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return failing.get();
          }
        };
    Environment environment =
        new Environment(
            new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            clock,
            Run.HOME,
            false,
            false,
            HeadStart.none(),
            () -> false);
    return Countersign.run(environment, "verify", "ticketmatic", "--request", "-");
  }
}
