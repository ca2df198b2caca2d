package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SelectionTest {
  private static final List<String> TAGS = List.of("@verifier");

  @Test
  void all_includesEverythingAndSkipsNothing() {
    assertThat(Selection.ALL.includes("a/b", List.of())).isTrue();
    assertThat(Selection.ALL.reasonToSkip("a/b")).isEmpty();
  }

  @Test
  void only_restricts() {
    Selection selection = new Selection(Set.of("a/b"), Set.of(), Optional.empty());
    assertThat(selection.includes("a/b", TAGS)).isTrue();
    assertThat(selection.includes("a/bc", TAGS)).isFalse();
  }

  @Test
  void tags_restrictFurther() {
    Selection selection =
        new Selection(Set.of("a/b"), Set.of(), Optional.of(tags -> tags.contains("@signer")));
    assertThat(selection.includes("a/b", TAGS)).isFalse();
    assertThat(selection.includes("a/b", List.of("@signer"))).isTrue();
    assertThat(selection.includes("a/c", List.of("@signer"))).isFalse();
  }

  /** What is skipped still takes part: it is listed, with the reason. */
  @Test
  void skip_saysWhy_andDoesNotExclude() {
    Selection selection = new Selection(Set.of(), Set.of("a/b"), Optional.empty());
    assertThat(selection.includes("a/b", TAGS)).isTrue();
    assertThat(selection.reasonToSkip("a/b")).contains("left out by --skip");
    assertThat(selection.reasonToSkip("a/c")).isEmpty();
  }
}
