package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What tests read off a diagnosis. */
final class Diagnoses {
  private Diagnoses() {}

  static Diagnosis.Rejected rejected(Diagnosis diagnosis) {
    assertThat(diagnosis).isInstanceOf(Diagnosis.Rejected.class);
    return (Diagnosis.Rejected) diagnosis;
  }

  /** The ids of the deviations of each explanation, the best first. */
  static List<List<String>> ids(Diagnosis.Rejected diagnosis) {
    return diagnosis.explanations().stream()
        .map(one -> one.deviations().stream().map(Deviation::id).toList())
        .toList();
  }
}
