package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The string to sign as a whole: its charset and its letters. */
final class TextDeviations {
  private TextDeviations() {}

  static Shelf<Rewrite> all() {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    shelf.add(
        "string-in-latin-1",
        17,
        "The string to sign was encoded as ISO 8859-1.",
        "Encode the string to sign as UTF-8.",
        charset(StandardCharsets.ISO_8859_1));
    shelf.add(
        "string-in-utf-16",
        25,
        "The string to sign was encoded as UTF-16.",
        "Encode the string to sign as UTF-8.",
        charset(StandardCharsets.UTF_16LE),
        charset(StandardCharsets.UTF_16BE));
    shelf.add(
        "string-in-ascii",
        28,
        "The string to sign was encoded as ASCII, other letters as question marks.",
        "Encode the string to sign as UTF-8.",
        charset(StandardCharsets.US_ASCII));
    shelf.add(
        "string-encoded-twice-in-utf-8",
        39,
        "The string to sign was encoded as UTF-8 twice.",
        "Encode the string to sign as UTF-8 once.",
        every(octets -> Octets.of(new String(octets.toBytes(), StandardCharsets.ISO_8859_1))));
    shelf.add(
        "string-decomposed",
        63,
        "Accented letters were signed decomposed (Unicode NFD).",
        "Sign the letters as they are sent.",
        text(text -> Normalizer.normalize(text, Normalizer.Form.NFD)));
    shelf.add(
        "string-in-lower-case",
        65,
        "The whole string to sign was made lower case.",
        "Sign the parts as they are sent.",
        text(text -> text.toLowerCase(Locale.ROOT)));
    shelf.add(
        "string-in-upper-case",
        69,
        "The whole string to sign was made upper case.",
        "Sign the parts as they are sent.",
        text(text -> text.toUpperCase(Locale.ROOT)));
    return shelf;
  }

  private static Rewrite charset(Charset charset) {
    return every(octets -> octets.isText() ? Octets.of(octets.text().getBytes(charset)) : octets);
  }

  private static Rewrite text(UnaryOperator<String> change) {
    return every(octets -> octets.isText() ? Octets.of(change.apply(octets.text())) : octets);
  }

  private static Rewrite every(UnaryOperator<Octets> change) {
    Part.Rewritten.Writer writer = Writers.changing(change);
    return Rewrite.mappingAll(part -> new Part.Rewritten(part, writer));
  }
}
