package io.countersign.scheme;

import io.countersign.document.EnumWord;

/**
 * Something about a request that a signature may or may not cover.
 *
 * @param kind which aspect
 * @param name the header's or credential field's name; empty for the others
 */
public record Aspect(Kind kind, String name) implements Comparable<Aspect> {
  /** The aspects, in the order in which reports list them. */
  public enum Kind {
    METHOD,
    HOST,
    PATH,
    QUERY,
    BODY,
    TIMESTAMP,
    /** The day of the timestamp, where that is written by itself. */
    DAY,
    CREDENTIAL,
    HEADER
  }

  static Aspect of(Kind kind) {
    return new Aspect(kind, "");
  }

  // By hand: what records have of themselves is made at run time, by the first that is compared,
  // and
  // takes a quarter of the time of a short command.
  @Override
  public boolean equals(Object other) {
    return other instanceof Aspect aspect && kind == aspect.kind && name.equals(aspect.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.ordinal() + name.hashCode();
  }

  @Override
  public int compareTo(Aspect other) {
    return kind == other.kind ? name.compareTo(other.name) : kind.compareTo(other.kind);
  }

  /** {@code method}, {@code query}, {@code credential account}. */
  @Override
  public String toString() {
    return name.isEmpty() ? EnumWord.of(kind) : EnumWord.of(kind) + " " + name;
  }
}
