package io.countersign.cli;

import io.countersign.scheme.TestSchemes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One command line that was run in process.
 *
 * @param status its exit status
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record Run(int status, String out, String err) {
  static final Path HOME = TestSchemes.home();

  static Run of(String... args) {
    return with(Map.of(), "", args);
  }

  static Run onInput(String input, String... args) {
    return with(Map.of(), input, args);
  }

  /** With the machine's own clock, for what talks to servers. */
  static Run now(Map<String, String> variables, String... args) {
    return with(Clock.systemUTC(), variables, "", args);
  }

  static Run with(Map<String, String> variables, String input, String... args) {
    return with(
        Clock.fixed(Instant.parse("2014-09-23T17:23:00Z"), ZoneOffset.UTC), variables, input, args);
  }

  private static Run with(
      Clock clock, Map<String, String> variables, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            clock,
            HOME,
            false,
            false,
            HeadStart.none(),
            () -> false);
    int status = Countersign.run(environment, args);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
