package io.countersign.target.adapter;

/** What a child printed, short enough for a sentence. */
final class Quote {
  private static final int LONGEST = 200;

  private Quote() {}

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST
        ? "'" + line + "'"
        : "'" + line.substring(0, LONGEST) + "…' (" + text.length() + " characters)";
  }
}
