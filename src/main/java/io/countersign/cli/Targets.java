package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Target;
import io.countersign.target.adapter.AdapterTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the target that the options name. */
final class Targets {
  private Targets() {}

  /**
   * A target that can be tried, or why there is none.
   *
   * @param target absent where it is out of reach
   * @param schemes the ids to run: those asked for, or all that make sense for it
   * @param problem why it cannot be tried; empty where it can
   */
  record Reached(Optional<Target> target, List<String> schemes, String problem) {}

  static Reached reach(TargetOptions options, List<String> asked, List<String> all) {
    if (options.adapter() == null) {
      return new Reached(
          Optional.of(EmbeddedTarget.reference()), asked.isEmpty() ? all : asked, "");
    }
    AdapterTarget.Greeting greeting =
        AdapterTarget.start(Objects.requireNonNull(options.adapter()), options.timeout());
    if (greeting instanceof AdapterTarget.Greeting.Ready ready) {
      return new Reached(Optional.of(ready.target()), schemes(ready.target(), asked, all), "");
    }
    String problem = ((AdapterTarget.Greeting.Unusable) greeting).what();
    return new Reached(Optional.empty(), asked, problem);
  }

  private static List<String> schemes(
      AdapterTarget target, List<String> asked, List<String> all) {
    if (!asked.isEmpty()) {
      return asked;
    }
    List<String> known = new ArrayList<>(all);
    known.retainAll(target.schemes());
    if (known.isEmpty()) {
      target.close();
      throw InputException.of(
          "the adapter knows none of the schemes " + String.join(", ", all),
          "its hello lists the ids of those that it knows");
    }
    return known;
  }
}
