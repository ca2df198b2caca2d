package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import io.countersign.scheme.Aspect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakeKindsTest {
  @Test
  void of_areFamilies_inTheOrderOfTheirFirst() {
    assertThat(
            kinds(
                of("final-newline-added"),
                of("separator-before-path-left-out"),
                of("hashed-final-newline-left-out"),
                of("query-decoded"),
                of("hashed-joined-with-colon"),
                of("escapes-not-decoded"),
                of("escapes-decoded"),
                of("host-signed-too"),
                of("newlines-as-spaces"),
                of("body-signed-too")))
        .containsExactly(
            List.of("final-newline-added", "hashed-final-newline-left-out"),
            List.of(
                "separator-before-path-left-out", "hashed-joined-with-colon", "newlines-as-spaces"),
            List.of("query-decoded", "escapes-not-decoded", "escapes-decoded"),
            List.of("host-signed-too", "body-signed-too"));
  }

  @Test
  void of_whatIsOfNoFamily_areByStepAndPart() {
    assertThat(
            kinds(
                new Deviation("a", Affects.KEY, Optional.empty(), 1, "", ""),
                new Deviation("b", Affects.STRING_TO_SIGN, path(), 1, "", ""),
                new Deviation("c", Affects.KEY, Optional.empty(), 1, "", ""),
                new Deviation("timestamp-d", Affects.TIMESTAMP, Optional.empty(), 1, "", ""),
                new Deviation("clock-e", Affects.TIMESTAMP, Optional.empty(), 1, "", ""),
                new Deviation("f", Affects.STRING_TO_SIGN, Optional.empty(), 1, "", ""),
                new Deviation("g", Affects.STRING_TO_SIGN, path(), 1, "", ""),
                new Deviation("path-left-out", Affects.STRING_TO_SIGN, path(), 1, "", "")))
        .containsExactly(
            List.of("a", "c"),
            List.of("b", "g"),
            List.of("timestamp-d"),
            List.of("clock-e"),
            List.of("f"),
            List.of("path-left-out"));
  }

  private static List<List<String>> kinds(Deviation... all) {
    return MistakeKinds.of(List.of(all)).stream()
        .map(kind -> kind.stream().map(Deviation::id).toList())
        .toList();
  }

  private static Deviation of(String id) {
    return new Deviation(id, Affects.STRING_TO_SIGN, Optional.empty(), 1, "", "");
  }

  private static Optional<Aspect.Kind> path() {
    return Optional.of(Aspect.Kind.PATH);
  }
}
