package io.countersign.cli;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Runs the commands that people start again and again, once and for nothing, so that the launcher
 * can keep an archive of the classes that they load: the short ones, or, where the argument says
 * so, the suite.
 */
final class Training {
  private static final String REQUEST =
      "POST https://example.com/a%20b?d=4&c=3 HTTP/1.1\nAccept: */*\n\n{\"e\":5}";

  private static final String JSON =
      "{\"method\":\"GET\",\"url\":\"https://example.com/a?c=3\",\"headers\":{\"Accept\":\"*/*\"}}";

  private static final String CURL = "curl -H 'Accept: */*' 'https://example.com/a?c=3'";

  private final Environment around = Environment.ofProcess();

  private Training() {}

  /** Runs them; what they print goes nowhere. */
  public static void main(String[] args) throws IOException {
    Training training = new Training();
    if (List.of(args).contains("certify")) {
      inNewFolder(training::suite);
    } else {
      inNewFolder(training::shortCommands);
    }
    // What only a process of its own needs, and what two threads need that meet in a map.
    Main.class.getName();
    ThreadLocalRandom.current();
  }

  private List<String> schemes() {
    return Schemes.in(List.of(around.builtIn())).ids();
  }

  /** Something that leaves files in a folder. */
  private interface Lesson {
    void in(Path folder) throws IOException;
  }

  private static void inNewFolder(Lesson lesson) throws IOException {
    Path folder = Files.createTempDirectory("countersign-training-");
    try {
      lesson.in(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  private void shortCommands(Path folder) throws IOException {
    for (String scheme : schemes()) {
      String credentials = credentials(scheme);
      String json = Files.writeString(folder.resolve(scheme + ".json"), credentials).toString();
      String yaml = Files.writeString(folder.resolve(scheme + ".yaml"), credentials).toString();
      runOn(JSON, "sign", scheme, "--request", "-", "--credentials", json);
      runOn(JSON, "verify", scheme, "--request", "-", "--credentials", yaml);
      runOn(CURL, "sign", scheme, "--request", "-", "--show-string-to-sign");
      for (String format : new SignFormat.FormatChoices()) {
        run("sign", scheme, "--request", "-", "--format", format);
      }
      run("verify", scheme, "--request", "-", "--at", "2014-09-23T17:23:00Z");
      run("verify", scheme, "--request", "-", "--json", "--profile", "deployed");
      run("explain", scheme, "--request", "-", "--budget", "200ms");
      run("schemes", "show", scheme);
    }
    run("schemes");
    run("schemes", "--json");
    run("vectors", "check", "none.json");
    run(vectorsCheck());
    run("--help");
    run("sign", "--help");
  }

  /** With the published vectors, where they are beside the schemes. */
  private String[] vectorsCheck() throws IOException {
    List<String> words = new ArrayList<>(List.of("vectors", "check"));
    Path folder = around.home().resolve("vectors");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.map(Path::toString).filter(name -> name.endsWith(".json")).forEach(words::add);
      }
    }
    return words.toArray(String[]::new);
  }

  /** The examples, as a file of credentials in both of its formats. */
  private String credentials(String scheme) {
    List<String> fields = new ArrayList<>();
    for (CredentialField field : known(scheme).credentialFields()) {
      fields.add("\"" + field.name() + "\": \"" + field.example() + "\"");
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private Scheme known(String scheme) {
    return Schemes.in(List.of(around.builtIn())).scheme(scheme);
  }

  /** A short run against everything embedded, and one against a server. */
  private void suite(Path reports) throws IOException {
    String scheme = schemes().get(0);
    run("certify", scheme, "--reports", reports.toString());
    Scheme known = known(scheme);
    var client = new Registration(known, Profile.DOCUMENTED, Credentials.examples(known));
    try (MockVendor vendor =
        MockVendor.start(MockVendor.Settings.of(List.of(client), around.clock()))) {
      run("certify", scheme, "--reports", reports.toString(), "--endpoint", vendor.url());
    }
  }

  private void run(String... args) {
    runOn(REQUEST, args);
  }

  private void runOn(String input, String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            nowhere,
            nowhere,
            Map.of(),
            Clock.systemUTC(),
            around.home(),
            false,
            false,
            HeadStart.begin(around.builtIn(), args),
            around.deserted());
    Countersign.run(environment, args);
  }
}
