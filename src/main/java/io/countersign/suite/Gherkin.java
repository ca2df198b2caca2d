package io.countersign.suite;

import java.util.ArrayList;
import java.util.List;

/** Writes a feature. */
final class Gherkin {
  private final StringBuilder text = new StringBuilder();
  private final String scheme;

  Gherkin(String scheme, String title, String description) {
    this.scheme = scheme;
    text.append('@').append(scheme).append(" @derived\nFeature: ").append(title).append('\n');
    text.append("  ").append(description).append('\n');
  }

  /** A scenario of one requirement; the steps come with their keywords. */
  void scenario(DerivedRequirement requirement, String role, String name, String... steps) {
    scenario(requirement, List.of(role), name, steps);
  }

  /** The same with more tags than that of a role. */
  void scenario(DerivedRequirement requirement, List<String> tags, String name, String... steps) {
    text.append("\n  @").append(scheme).append('/').append(requirement.word());
    tags.forEach(tag -> text.append(" @").append(tag));
    text.append("\n  Scenario: ").append(name).append('\n');
    for (String step : steps) {
      text.append("    ").append(step).append('\n');
    }
  }

  /**
   * A scenario that shows a verifier a request which it accepts, and then the same changed.
   *
   * @param given what the request is, before it is signed, in steps with their keywords; none for
   *     the scheme's usual one
   * @param change a step without its keyword
   * @param due {@code accepted}, or what {@link #rejectedAs} says
   */
  void changed(
      DerivedRequirement requirement, String name, List<String> given, String change, String due) {
    List<String> steps = new ArrayList<>(given);
    steps.add((given.isEmpty() ? "Given" : "And") + " " + Sentences.ACCEPTED_BEFORE);
    steps.add("When " + change);
    steps.add("Then it is " + due);
    scenario(requirement, "verifier", name, steps.toArray(String[]::new));
  }

  /**
   * @param reason empty where any will do
   */
  static String rejectedAs(String reason) {
    return reason.isEmpty() ? "rejected" : "rejected as " + reason;
  }

  /** A text in quotes as the steps read it. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  /**
   * Of a control character the octal escape: of those by number it is the one that is known there.
   */
  private static String escaped(int c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? "\\%03o".formatted(c) : Character.toString(c);
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
