package io.countersign.report;

/**
 * Text that every report format can hold. XML 1.0 has no way at all to write most control
 * characters, and half of a surrogate pair cannot be encoded; both are spelled out, as in Java.
 */
final class Printable {
  private Printable() {}

  static String text(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                printable.appendCodePoint(character);
              } else {
                printable.append(String.format("\\u%04x", character));
              }
            });
    return printable.toString();
  }

  /** The characters that XML 1.0 allows, less the two ranges of control characters it frowns on. */
  private static boolean isPrintable(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0x7E)
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
