package io.countersign.target.adapter;

import io.countersign.document.Visible;
import io.countersign.scheme.Redactor;
import java.util.stream.Collectors;

/**
 * Makes what a child said fit for a sentence: first without the run's secrets, since a secret cut
 * in two is no longer known as one; then with everything visible that is not; then short.
 */
final class Quotes {
  private static final int LONGEST = 300;

  /** Of a text beyond all measure, only so much is looked at. */
  private static final int EXAMINED = 64 << 10;

  private volatile Redactor redactor = Redactor.NONE;

  /** Takes what this redactor knows out of every later quotation. */
  void guard(Redactor other) {
    redactor = other;
  }

  /** A whole line in quotation marks, of a long one its beginning. */
  String line(String text) {
    return "'" + shortened(text, LONGEST) + "'";
  }

  /** Something cut out of what was said, in quotation marks, of a long one its end. */
  String end(String piece) {
    String visible = visible(redactor.redactPiece(piece));
    if (visible.length() <= LONGEST) {
      return "'" + visible + "'";
    }
    int from = visible.length() - LONGEST;
    boolean inside = Character.isLowSurrogate(visible.charAt(from));
    return "'…" + visible.substring(inside ? from + 1 : from) + "'";
  }

  /** Something cut out of what was said, in quotation marks, of a long one its beginning. */
  String beginning(String piece) {
    String visible = visible(redactor.redactPiece(piece));
    return "'" + cut(visible, LONGEST) + "'";
  }

  /** Free text, such as a reason or a name, as it is if it is short and harmless. */
  String words(String text) {
    return shortened(text, LONGEST);
  }

  /** The same for something shorter. */
  String name(String text) {
    return shortened(text, LONGEST / 3);
  }

  private String shortened(String text, int longest) {
    String examined =
        text.length() <= EXAMINED
            ? redactor.redact(text)
            : redactor.redactPiece(text.substring(0, EXAMINED));
    return cut(visible(examined), longest);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean inside = Character.isLowSurrogate(text.charAt(longest));
    return text.substring(0, inside ? longest - 1 : longest) + "…";
  }

  /** On one line, and with escapes for all that has no shape or changes that of other text. */
  private static String visible(String text) {
    return Visible.line(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" ")));
  }
}
