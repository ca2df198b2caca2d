package io.countersign.target;

import io.countersign.document.EnumWord;

/**
 * What is under test, for people and reports.
 *
 * @param name as it calls itself, or its address
 */
public record TargetInfo(Kind kind, String name) {
  /** How it is reached. */
  public enum Kind {
    EMBEDDED,
    ADAPTER,
    ENDPOINT;

    /** As reports write it. */
    public String word() {
      return EnumWord.of(this);
    }
  }
}
