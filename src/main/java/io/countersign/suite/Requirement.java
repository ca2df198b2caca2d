package io.countersign.suite;

import io.countersign.scheme.Document;
import io.countersign.scheme.Scheme;

/**
 * What a document asks of an implementation, in our own words.
 *
 * @param id semantic and never renumbered, as in {@code example/final-newline}
 * @param level how binding
 * @param says the requirement, one sentence
 * @param document the id of the scheme's document that it comes from
 * @param section where in that document
 * @param disposition what the suite does about it
 * @param because why it is untestable, or the evidence for an erratum; empty for a tested one
 */
public record Requirement(
    String id,
    Level level,
    String says,
    String document,
    String section,
    Disposition disposition,
    String because) {

  /** Whether scenarios hold a target against it. */
  public boolean isTested() {
    return disposition == Disposition.TESTED;
  }

  /** Title and section of the scheme's document that it comes from; empty where none is listed. */
  public String source(Scheme scheme) {
    String title =
        scheme.documents().stream()
            .filter(one -> one.id().equals(document))
            .map(Document::title)
            .findFirst()
            .orElse(document);
    return section.isEmpty() ? title : title + " › " + section;
  }
}
