package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One {@code certify} that was run in process.
 *
 * @param run what it printed and ended with
 * @param reports the folder that its reports were to go to
 */
record CertifyRun(Run run, Path reports) {
  static CertifyRun in(Path folder, String... args) {
    return with(Map.of(), folder, args);
  }

  static CertifyRun with(Map<String, String> variables, Path folder, String... args) {
    Path reports = folder.resolve("some reports");
    Stream<String> command = Stream.of("certify", "--reports", reports.toString());
    List<String> words = Stream.concat(command, Stream.of(args)).toList();
    return new CertifyRun(Run.with(variables, "", words.toArray(String[]::new)), reports);
  }

  /** The same of schemes in a folder of somebody's own. */
  static CertifyRun ofSchemes(Path schemes, Path folder, String... args) {
    Stream<String> where = Stream.of("--schemes", schemes.toString());
    return in(folder, Stream.concat(where, Stream.of(args)).toArray(String[]::new));
  }

  int status() {
    return run.status();
  }

  String out() {
    return run.out();
  }

  String err() {
    return run.err();
  }

  String report(String name) {
    try {
      return Files.readString(reports.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It was refused, in one message and before anything was tried. */
  void requireWrong(String says) {
    assertThat(status()).as(out() + err()).isEqualTo(2);
    assertThat(err().lines().toList())
        .filteredOn(line -> !line.contains("published examples"))
        .singleElement()
        .asString()
        .startsWith("countersign: ")
        .contains(says);
    assertThat(out()).isEmpty();
    assertThat(reports).doesNotExist();
  }
}
