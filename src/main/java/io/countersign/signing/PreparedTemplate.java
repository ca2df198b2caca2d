package io.countersign.signing;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text with blanks for what differs from request to request: the timestamp, its day, the body's
 * digest and the signature. Everything else was filled in, and percent-encoded where that is due,
 * when it was made.
 */
final class PreparedTemplate {
  /** The text before each blank, and behind the last. */
  private final Octets[] fixed;

  private final Blank[] blanks;
  private final int fixedLength;

  /** Whether there are blanks for anything but the signature. */
  private final boolean hasOthers;

  /** Whether there is one blank for the text of the signature as it is, and nothing around it. */
  private final boolean isBareSignature;

  /** Where a value is to stand. */
  private record Blank(String field, boolean encoded) {
    boolean signature() {
      return field.equals(SigningRules.SIGNATURE);
    }

    /** How many bytes a value of that length becomes at most. */
    int room(int length) {
      return encoded ? Percent.room(length) : length;
    }

    void append(Octets value, OctetBuffer out) {
      if (encoded) {
        Percent.appendEncoded(value, out);
      } else {
        out.append(value);
      }
    }
  }

  private PreparedTemplate(Octets[] fixed, Blank[] blanks) {
    this.fixed = fixed;
    this.blanks = blanks;
    int length = 0;
    for (Octets octets : fixed) {
      length += octets.length();
    }
    boolean others = false;
    boolean encoded = false;
    for (Blank blank : blanks) {
      others |= !blank.signature();
      encoded |= blank.encoded();
    }
    this.fixedLength = length;
    this.hasOthers = others;
    this.isBareSignature = length == 0 && blanks.length == 1 && !others && !encoded;
  }

  boolean hasBlanks() {
    return blanks.length > 0;
  }

  /** The same with all blanks filled in but that of the signature. */
  PreparedTemplate at(Octets timestamp, Octets day, Octets digest) {
    if (!hasOthers) {
      return this;
    }
    Octets[] joined = new Octets[blanks.length + 1];
    Blank[] left = new Blank[blanks.length];
    int kept = 0;
    OctetBuffer open = new OctetBuffer().append(fixed[0]);
    for (int i = 0; i < blanks.length; i++) {
      if (blanks[i].signature()) {
        joined[kept] = open.toOctets();
        left[kept++] = blanks[i];
        open.clear();
      } else {
        String field = blanks[i].field();
        blanks[i].append(
            field.equals(SigningRules.TIMESTAMP)
                ? timestamp
                : field.equals(SigningRules.DAY) ? day : digest,
            open);
      }
      open.append(fixed[i + 1]);
    }
    joined[kept] = open.toOctets();
    return new PreparedTemplate(Arrays.copyOf(joined, kept + 1), Arrays.copyOf(left, kept));
  }

  /** With the signature in every blank, once the others are filled in. */
  Octets fill(Octets signature) {
    if (isBareSignature) {
      return signature;
    }
    OctetBuffer out = new OctetBuffer(room(signature.length()));
    append(signature, out);
    return out.take();
  }

  /** How many bytes it is at most with a signature of so many letters. */
  int room(int letters) {
    int room = fixedLength;
    for (Blank blank : blanks) {
      room += blank.room(letters);
    }
    return room;
  }

  /** Appends it with the signature in every blank, once the others are filled in. */
  void append(Octets signature, OctetBuffer out) {
    out.append(fixed[0]);
    for (int i = 0; i < blanks.length; i++) {
      blanks[i].append(signature, out);
      if (!fixed[i + 1].isEmpty()) {
        out.append(fixed[i + 1]);
      }
    }
  }

  /** Puts one together from its beginning to its end. */
  static final class Draft {
    private final List<Octets> fixed = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();
    private final OctetBuffer open = new OctetBuffer();

    boolean isEmpty() {
      return open.length() == 0 && blanks.isEmpty();
    }

    Draft text(String text) {
      open.append(text);
      return this;
    }

    /** A blank for the field of that name, which is no credential's. */
    void blank(String field, boolean encoded) {
      blanks.add(new Blank(field, encoded));
      close();
    }

    private void close() {
      fixed.add(open.toOctets());
      open.clear();
    }

    PreparedTemplate finished() {
      close();
      return new PreparedTemplate(fixed.toArray(new Octets[0]), blanks.toArray(new Blank[0]));
    }
  }
}
