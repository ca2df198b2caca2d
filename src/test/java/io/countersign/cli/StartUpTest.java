package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a command that ends at once pays for a start is the classes that it loads. Their number says
 * on every machine what a clock says on a quiet one only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartUpTest {
  /** An empty program loads 450. Each of the others costs between a 20th and a 10th of a ms. */
  private static final int MOST_TO_SIGN = 1300;

  private static final int MOST_TO_VERIFY = 1400;

  private static final int MOST_RUNS = 3;

  private Path folder;
  private Installation installation;
  private String request;
  private String credentials;

  /**
   * A class that was loaded.
   *
   * @param archived whether it came from the archive that the launcher made
   */
  private record Loaded(String name, boolean archived) {
    static Loaded of(String line) {
      String name = line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2)[0];
      return new Loaded(name, line.contains("source: shared objects file"));
    }

    boolean isMadeAtRunTime() {
      // The first lambda makes one form, and events of the security library are in no archive.
      return !archived
          && !name.startsWith("java.lang.invoke.LambdaForm$")
          && !name.startsWith("jdk.internal.event.");
    }
  }

  @BeforeAll
  void install(@TempDir Path empty) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher needs a POSIX shell");
    // Later ones load other classes, and archive none that are as old as picocli's.
    assumeTrue(Runtime.version().feature() == 17, "the numbers are those of Java 17");
    folder = empty;
    installation = Installation.in(folder, "home");
    request = file("a.json", "{\"method\":\"GET\",\"url\":\"https://a.example/b?c=1\"}");
    credentials = file("mine.json", "{\"token\":\"a\",\"secret\":\"b\"}");
    installation.run(Map.of(), installation.launcher().toString(), "--version");
    assumeTrue(hasArchive(), "this Java makes no archive of classes");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private boolean hasArchive() throws IOException {
    Path state = installation.launcher().resolveSibling("target/launcher");
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(state, "short-*.jsa")) {
      return archives.iterator().hasNext();
    }
  }

  @Test
  void signing_usesNoStreamsAndAsksForNoProviders() throws IOException, InterruptedException {
    List<Loaded> loaded =
        quietest("sign", "ticketevolution", "--request", request, "--credentials", credentials);

    assertThat(loaded).filteredOn(Loaded::isMadeAtRunTime).isEmpty();
    assertThat(loaded).hasSizeBetween(500, MOST_TO_SIGN);
    assertThat(loaded)
        .as("what another way of writing a loop costs")
        .extracting(Loaded::name)
        .noneMatch(name -> name.startsWith("java.util.stream."))
        .as("a search through all security providers")
        .doesNotContain("sun.security.jca.ProviderList");
  }

  @ParameterizedTest
  @MethodSource("shortCommands")
  void shortCommand_loadsFewClasses_noneOfThemMadeAtRunTime(String command, String scheme)
      throws IOException, InterruptedException {
    List<Loaded> loaded = quietest(command, scheme, "--request", request);

    assertThat(loaded).filteredOn(Loaded::isMadeAtRunTime).isEmpty();
    assertThat(loaded)
        .as("records compared by what the JVM makes for them")
        .extracting(Loaded::name)
        .doesNotContain("java.lang.runtime.ObjectMethods");
    assertThat(loaded).hasSizeBetween(500, command.equals("sign") ? MOST_TO_SIGN : MOST_TO_VERIFY);
  }

  static Stream<Arguments> shortCommands() {
    return Stream.of("sign", "verify")
        .flatMap(
            command ->
                Stream.of(
                        "ticketmatic",
                        "ticketmatic-basic",
                        "ticketevolution",
                        "rmtrack",
                        "hoshinplan")
                    .map(scheme -> Arguments.of(command, scheme)));
  }

  /**
   * The classes of a run, or of another where the first made some: two threads that come to the
   * same lambda at one moment find it in the archive once, and one of them makes it anew.
   */
  private List<Loaded> quietest(String... command) throws IOException, InterruptedException {
    List<Loaded> loaded = loaded(command);
    for (int i = 1; i < MOST_RUNS && loaded.stream().anyMatch(Loaded::isMadeAtRunTime); i++) {
      loaded = loaded(command);
    }
    return loaded;
  }

  private List<Loaded> loaded(String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("loaded");
    Map<String, String> options =
        Map.of("COUNTERSIGN_JAVA_OPTS", "-Xlog:class+load:file=" + log + "::filecount=0");
    Stream<String> words =
        Stream.concat(Stream.of(installation.launcher().toString()), Stream.of(command));
    installation.run(options, words.toArray(String[]::new));
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).map(Loaded::of).toList();
    }
  }
}
