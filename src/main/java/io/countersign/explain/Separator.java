package io.countersign.explain;

import java.util.List;

/**
 * Text that signers put between two parts.
 *
 * @param name for ids, in kebab-case
 * @param text itself
 * @param words for people, with an article
 */
record Separator(String name, String text, String words) {
  /** What they are found to put there, the most common first. */
  static List<Separator> all() {
    return List.of(
        new Separator("newline", "\n", "a newline"),
        new Separator("space", " ", "a space"),
        new Separator("colon", ":", "a colon"),
        new Separator("escaped-newline", "\\n", "an escaped newline (\\n as two characters)"),
        new Separator("dot", ".", "a full stop"),
        new Separator("comma", ",", "a comma"),
        new Separator("bar", "|", "a bar"),
        new Separator("ampersand", "&", "an ampersand"),
        new Separator("question-mark", "?", "a question mark"),
        new Separator("slash", "/", "a slash"),
        new Separator("hyphen", "-", "a hyphen"),
        new Separator("underscore", "_", "an underscore"),
        new Separator("semicolon", ";", "a semicolon"),
        new Separator("plus", "+", "a plus sign"),
        new Separator("equals-sign", "=", "an equals sign"),
        new Separator("tab", "\t", "a tab"),
        new Separator("crlf", "\r\n", "a line end of two bytes (CR and LF)"),
        new Separator("escaped-crlf", "\\r\\n", "an escaped line end (\\r\\n as four characters)"),
        new Separator("escape", "%0A", "a percent-escaped newline (%0A)"),
        new Separator("two-colons", "::", "a doubled colon"),
        new Separator("comma-and-space", ", ", "a comma with a space"));
  }

  /** What a text is called, without an article; one that has no name is quoted. */
  static String named(String text) {
    return all().stream()
        .filter(one -> one.text().equals(text))
        .map(one -> one.words().substring(one.words().indexOf(' ') + 1))
        .findFirst()
        .orElse("text \"" + text.replace("\n", "\\n").replace("\r", "\\r") + "\"");
  }
}
