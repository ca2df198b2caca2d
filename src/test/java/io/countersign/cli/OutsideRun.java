package io.countersign.cli;

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
    Stream<String> words = Stream.concat(Stream.of("certify"), Stream.of(options));
    Run run = Run.now(variables, words.toArray(String[]::new));
    return new OutsideRun(run.status(), run.out(), run.err());
  }

  /** Everything that a person sees. */
  public String console() {
    return out + err;
  }
}
