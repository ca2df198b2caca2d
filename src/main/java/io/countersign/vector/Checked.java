package io.countersign.vector;

import java.util.List;

/**
 * What came of some vectors that stand behind each other in a file.
 *
 * @param passed how many passed
 * @param failures those that did not, in the file's order
 */
public record Checked(long passed, List<Failure> failures) {
  /**
   * A vector that failed.
   *
   * @param id its name in its file
   * @param mismatches what came out otherwise, without any secret
   */
  public record Failure(String id, List<Mismatch> mismatches) {}

  public Checked {
    failures = List.copyOf(failures);
  }

  static Checked of(String id, List<Mismatch> mismatches) {
    return mismatches.isEmpty()
        ? new Checked(1, List.of())
        : new Checked(0, List.of(new Failure(id, mismatches)));
  }
}
