package io.countersign.cli;

import io.countersign.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands that people start again and again, once and for nothing, so that the launcher
 * can keep an archive of the classes that they load.
 */
final class Training {
  private static final String REQUEST =
      "POST https://example.com/a%20b?d=4&c=3 HTTP/1.1\nAccept: */*\n\n{\"e\":5}";

  private final Environment around = Environment.ofProcess();

  private Training() {}

  /** Runs them all; what they print goes nowhere. */
  public static void main(String[] args) {
    Training training = new Training();
    for (String scheme : Schemes.in(List.of(SchemeOptions.builtIn(training.around))).ids()) {
      for (String format : new SignFormat.FormatWords()) {
        training.run("sign", scheme, "--request", "-", "--format", format);
      }
      training.run("verify", scheme, "--request", "-", "--at", "2014-09-23T17:23:00Z");
      training.run("verify", scheme, "--request", "-", "--json", "--profile", "deployed");
      training.run("explain", scheme, "--request", "-", "--budget", "200ms");
      training.run("schemes", "show", scheme);
    }
    training.run("schemes");
    training.run("schemes", "--json");
    training.run("vectors", "check", "none.json");
    training.run("--help");
    training.run("sign", "--help");
    Main.class.getName();
  }

  private void run(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)),
            nowhere,
            nowhere,
            Map.of(),
            Clock.systemUTC(),
            around.home(),
            false);
    Countersign.run(environment, args);
  }
}
