package io.countersign.cli;

import io.countersign.conformance.Runs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One {@code certify} that was run in process.
 *
 * @param status its exit status
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 * @param reports the folder that its reports were to go to
 */
record CertifyRun(int status, String out, String err, Path reports) {
  static CertifyRun in(Path folder, String... args) {
    return with(Map.of(), folder, args);
  }

  static CertifyRun with(Map<String, String> variables, Path folder, String... args) {
    Path reports = folder.resolve("some reports");
    List<String> words = new ArrayList<>(List.of("certify", "--reports", reports.toString()));
    words.addAll(List.of(args));
    return command(variables, reports, words);
  }

  static CertifyRun command(Map<String, String> variables, Path reports, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            variables,
            Clock.fixed(Instant.parse("2024-12-04T14:55:06Z"), ZoneOffset.UTC),
            Runs.FEATURES.toAbsolutePath().getParent(),
            false);
    int status = Countersign.run(environment, words.toArray(String[]::new));
    return new CertifyRun(
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        reports);
  }

  String report(String name) {
    try {
      return Files.readString(reports.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
