package io.countersign.suite;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;

/** A scheme, what it asks for, and the credentials to try it with. */
public record SchemeUnderTest(Scheme scheme, Requirements requirements, Credentials credentials) {
  SchemeUnderTest withScheme(Scheme other) {
    return new SchemeUnderTest(other, requirements, credentials);
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
