package io.countersign.suite;

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
  void scenario(String requirement, String role, String name, String... steps) {
    scenario(requirement, List.of(role), name, steps);
  }

  /** The same with more tags than that of a role. */
  void scenario(String requirement, List<String> tags, String name, String... steps) {
    text.append("\n  @").append(scheme).append('/').append(requirement);
    tags.forEach(tag -> text.append(" @").append(tag));
    text.append("\n  Scenario: ").append(name).append('\n');
    for (String step : steps) {
      text.append("    ").append(step).append('\n');
    }
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
