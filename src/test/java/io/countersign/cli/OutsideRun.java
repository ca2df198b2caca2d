package io.countersign.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code countersign certify}, run in process with the real clock, for tests of other packages.
 *
 * @param status its exit status
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record OutsideRun(int status, String out, String err) {
  /** Runs it with these environment variables of ours. */
  public static OutsideRun of(Map<String, String> variables, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            Clock.systemUTC(),
            Path.of(System.getProperty("countersign.home", ".")),
            false,
            HeadStart.none());
    int status =
        Countersign.run(
            environment,
            Stream.concat(Stream.of("certify"), Stream.of(options)).toArray(String[]::new));
    return new OutsideRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Everything that a person sees. */
  public String console() {
    return out + err;
  }
}
