package io.countersign.suite;

/** Where a running case writes down what a report shall show. */
public interface CaseLog {
  /** Keeps a text beside the case. */
  void attach(String name, String text);

  /**
   * Says in a sentence how the target reads what the documentation leaves open, as far as the case
   * tells.
   */
  void settled(String sentence);

  /** Says in a sentence what the target did, for cases that are recorded. */
  void saw(String sentence);
}
