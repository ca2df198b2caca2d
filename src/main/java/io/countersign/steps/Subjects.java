package io.countersign.steps;

import io.countersign.suite.SchemeUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schemes of a run, by id. */
final class Subjects {
  private final Map<String, SchemeUnderTest> byId;

  Subjects(List<SchemeUnderTest> subjects) {
    this.byId =
        subjects.stream()
            .collect(Collectors.toMap(subject -> subject.scheme().id(), Function.identity()));
  }

  SchemeUnderTest get(String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }
}
