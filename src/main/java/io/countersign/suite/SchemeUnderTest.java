package io.countersign.suite;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.TimestampRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A scheme, what it asks for, and the credentials to try it with.
 *
 * @param settled what was found out beforehand and every case depends on, in sentences
 */
public record SchemeUnderTest(
    Scheme scheme, Requirements requirements, Credentials credentials, List<String> settled) {

  /** Of these a page that says how to sign does not speak. */
  private static final Set<String> UNSPOKEN =
      Set.of("no-duplicates", "carrier-syntax", "unusual-requests", "other-iso-8601-forms");

  public SchemeUnderTest {
    settled = List.copyOf(settled);
  }

  public SchemeUnderTest(Scheme scheme, Requirements requirements, Credentials credentials) {
    this(scheme, requirements, credentials, List.of());
  }

  /** Of the scheme alone: nothing else is tried in many ways. */
  @Override
  public int hashCode() {
    return scheme.hashCode();
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

  /**
   * Whether what a target does about the requirement is written down rather than judged.
   *
   * @param profile the truth that the run holds the target against
   */
  public boolean isRecorded(String requirement, Profile profile) {
    return requirements
        .find(requirement)
        .map(Requirement::level)
        .map(level -> level == Level.SILENT || level == Level.MAY)
        .orElseGet(() -> isUnspoken(requirement, profile));
  }

  /** What is not listed binds all the same, but for what only a document could ask. */
  private boolean isUnspoken(String requirement, Profile profile) {
    String word = requirement.substring(requirement.indexOf('/') + 1);
    return word.startsWith("leaves-")
        || UNSPOKEN.contains(word)
        || word.equals("future-timestamp") && !refusesTheFuture(profile);
  }

  private boolean refusesTheFuture(Profile profile) {
    return scheme.rules(profile).timestamp().flatMap(TimestampRule::maxAhead).isPresent();
  }
}
