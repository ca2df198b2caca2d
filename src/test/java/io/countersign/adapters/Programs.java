package io.countersign.adapters;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.countersign.scheme.TestSchemes;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Programs that tests need besides Java, and the adapters that run in them. */
public final class Programs {
  static final Path HOME = TestSchemes.home().toAbsolutePath();

  private Programs() {}

  /** The command of a {@code certify} in a process of its own. */
  public static List<String> certify(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-Dcountersign.home=" + HOME, "io.countersign.cli.Main", "certify"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Skips the test where a program is missing; in CI that is a failure instead. */
  public static void need(String... names) {
    for (String name : names) {
      if (!isThere(name)) {
        String message = "needs the program " + name + ", which is not installed here";
        if (System.getenv("CI") != null) {
          fail(message);
        }
        abort(message);
      }
    }
  }

  private static boolean isThere(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** The command that runs the example adapter with one misbehaviour. */
  static String misbehaving(String mode, String... ops) {
    return "python3 %s %s %s %s"
        .formatted(
            quoted(resource("misbehaving.py")),
            quoted(Example.PYTHON.file()),
            mode,
            String.join(",", ops.length == 0 ? new String[] {"sign"} : ops));
  }

  /** A file of the adapters among the test resources. */
  public static Path resource(String name) {
    URL found = Objects.requireNonNull(Programs.class.getResource("/adapters/" + name), name);
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
