package io.countersign.suite;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
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
    return withSettled(List.of(sentence));
  }

  /** The same with some more things that were found out. */
  public SchemeUnderTest withSettled(List<String> sentences) {
    List<String> all = new ArrayList<>(settled);
    all.addAll(sentences);
    return new SchemeUnderTest(scheme, requirements, credentials, all);
  }

  /**
   * Whether what a target does about the requirement is written down rather than judged.
   *
   * @param profile the truth that the run holds the target against
   */
  public boolean isRecorded(String requirement, Profile profile) {
    Level level =
        requirements
            .find(requirement)
            .map(Requirement::level)
            .orElseGet(() -> derived(requirement, scheme.rules(profile)));
    return level == Level.SILENT || level == Level.MAY;
  }

  /**
   * Whether it is tried with what documents rarely speak of. Whoever writes requirements down has
   * thought of that himself, and may ask for it by listing it.
   */
  boolean isTriedWithTheUnusual() {
    String id = scheme.id() + "/" + DerivedRequirement.Plain.UNUSUAL_REQUESTS.word();
    return requirements.all().isEmpty() || requirements.find(id).isPresent();
  }

  private static Level derived(String requirement, SigningRules rules) {
    String word = requirement.substring(requirement.indexOf('/') + 1);
    return DerivedRequirement.level(word, rules);
  }
}
