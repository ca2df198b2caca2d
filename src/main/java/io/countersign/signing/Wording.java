package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with blanks for what differs from request to request: the timestamp and the signature.
 * Everything else was filled in, and percent-encoded where that is due, when it was made.
 */
final class Wording {
  /** The text before each blank, and behind the last. */
  private final String[] fixed;

  /** The same as bytes. */
  private final Octets[] octets;

  private final Blank[] blanks;

  /** Where a value is to stand. */
  private record Blank(boolean signature, boolean encoded) {
    String value(String timestamp, String text) {
      String value = signature ? text : timestamp;
      return encoded ? Percent.encode(value) : value;
    }

    void append(String timestamp, String text, OctetBuffer out) {
      String value = signature ? text : timestamp;
      if (encoded) {
        Percent.appendEncoded(value, out);
      } else {
        out.append(value);
      }
    }
  }

  private Wording(List<String> fixed, List<Blank> blanks) {
    this.fixed = fixed.toArray(new String[0]);
    this.octets = new Octets[fixed.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = Octets.of(fixed.get(i));
    }
    this.blanks = blanks.toArray(new Blank[0]);
  }

  boolean hasBlanks() {
    return blanks.length > 0;
  }

  /** The same with the timestamp's blanks filled in. */
  Wording at(String timestamp) {
    Draft draft = new Draft();
    for (int i = 0; i < blanks.length; i++) {
      draft.text(fixed[i]);
      if (blanks[i].signature()) {
        draft.blank(blanks[i]);
      } else {
        draft.text(blanks[i].value(timestamp, ""));
      }
    }
    return draft.text(fixed[blanks.length]).finished();
  }

  String fill(String timestamp, String signature) {
    String text = fixed[0];
    for (int i = 0; i < blanks.length; i++) {
      text = join(join(text, blanks[i].value(timestamp, signature)), fixed[i + 1]);
    }
    return text;
  }

  /** The same as bytes. */
  Octets octets(String timestamp, String signature) {
    OctetBuffer out = new OctetBuffer();
    out.append(octets[0]);
    for (int i = 0; i < blanks.length; i++) {
      blanks[i].append(timestamp, signature, out);
      out.append(octets[i + 1]);
    }
    return out.take();
  }

  /** Nothing is copied where one of the two is empty, as one of them usually is. */
  private static String join(String left, String right) {
    return left.isEmpty() ? right : left.concat(right);
  }

  /** Puts a wording together from its beginning to its end. */
  static final class Draft {
    private final List<String> fixed = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();
    private StringBuilder open = new StringBuilder();

    boolean isEmpty() {
      return open.isEmpty() && blanks.isEmpty();
    }

    Draft text(String text) {
      open.append(text);
      return this;
    }

    /** A blank for the field of that name, which is the timestamp's or the signature's. */
    Draft blank(String field, boolean encoded) {
      return blank(new Blank(field.equals(SigningRules.SIGNATURE), encoded));
    }

    private Draft blank(Blank blank) {
      blanks.add(blank);
      fixed.add(open.toString());
      open = new StringBuilder();
      return this;
    }

    Wording finished() {
      List<String> all = new ArrayList<>(fixed);
      all.add(open.toString());
      return new Wording(all, blanks);
    }
  }
}
