package io.countersign.cli;

import io.countersign.scheme.Schemes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which schemes there are. */
final class SchemeOptions implements OptionGroup {
  private final OptionSpec folders =
      Options.value(
              "--schemes",
              "DIR",
              List.class,
              "A folder of schemes of your own, added to the built-in ones: in it, one folder for each"
                  + " scheme, with a scheme.yaml. Can be given more than once.")
          .auxiliaryTypes(Path.class)
          .initialValue(new ArrayList<>())
          .build();

  private final Environment environment;

  SchemeOptions(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(folders);
  }

  Schemes load() {
    List<Path> roots = new ArrayList<>();
    roots.add(environment.builtIn());
    roots.addAll(folders.<List<Path>>getValue());
    return Schemes.in(roots, environment.headStart());
  }
}
