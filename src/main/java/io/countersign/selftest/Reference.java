package io.countersign.selftest;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the suite recorded of the reference where the documentation is silent. */
final class Reference {
  private final Map<String, String> recorded = new HashMap<>();

  private Reference() {}

  static Reference of(Function<Target, RunResult> suite) {
    Reference reference = new Reference();
    try (EmbeddedTarget embedded = EmbeddedTarget.reference()) {
      suite.apply(embedded).cases().forEach(one -> reference.recorded.put(key(one), one.message()));
    }
    return reference;
  }

  /** The requirements under which something else was recorded than of the reference. */
  Set<String> differences(List<CaseResult> cases, Role role) {
    return cases.stream()
        .filter(one -> one.role() == role && one.outcome() == Outcome.RECORDED)
        .filter(one -> !kind(one.message()).equals(kind(recorded.getOrDefault(key(one), ""))))
        .map(CaseResult::requirement)
        .collect(Collectors.toSet());
  }

  /** Accepted or rejected; why it was rejected makes no difference. */
  private static String kind(String message) {
    return message.startsWith("rejected as ") ? "rejected" : message;
  }

  private static String key(CaseResult one) {
    return one.role() + " " + one.requirement() + " " + one.name();
  }
}
