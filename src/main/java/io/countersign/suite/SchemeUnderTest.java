package io.countersign.suite;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;

/**
 * A scheme, what it asks for, and the credentials to try it with.
 *
 * @param settled what was found out beforehand and every case depends on, in sentences
 */
public record SchemeUnderTest(
    Scheme scheme, Requirements requirements, Credentials credentials, List<String> settled) {
  public SchemeUnderTest {
    settled = List.copyOf(settled);
  }

  public SchemeUnderTest(Scheme scheme, Requirements requirements, Credentials credentials) {
    this(scheme, requirements, credentials, List.of());
  }

  SchemeUnderTest withScheme(Scheme other) {
    return new SchemeUnderTest(other, requirements, credentials, settled);
  }

  /** The same with one more thing that was found out. */
  public SchemeUnderTest withSettled(String sentence) {
    List<String> all = new ArrayList<>(settled);
    all.add(sentence);
    return new SchemeUnderTest(scheme, requirements, credentials, all);
  }

  /** Whether what a target does about the requirement is written down rather than judged. */
  public boolean isRecorded(String requirement) {
    return requirements
        .find(requirement)
        .map(Requirement::level)
        .map(level -> level == Level.SILENT || level == Level.MAY)
        // A scheme that lists no requirements asks for no gap to be left open either.
        .orElseGet(() -> requirement.startsWith(scheme.id() + "/leaves-"));
  }
}
