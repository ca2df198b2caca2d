package io.countersign.cli;

import io.countersign.scheme.Schemes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which schemes there are. */
final class SchemeOptions {
  @Option(
      names = "--schemes",
      paramLabel = "DIR",
      description =
          "A folder of schemes of your own, added to the built-in ones: in it, one folder for each"
              + " scheme, with a scheme.yaml. Can be given more than once.")
  private List<Path> folders = new ArrayList<>();

  private final Environment environment;

  SchemeOptions(Environment environment) {
    this.environment = environment;
  }

  static Path builtIn(Environment environment) {
    return environment.home().resolve("features");
  }

  Schemes load() {
    List<Path> roots = new ArrayList<>();
    roots.add(builtIn(environment));
    roots.addAll(folders);
    return Schemes.in(roots);
  }
}
