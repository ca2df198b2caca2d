package io.countersign.explain;

import io.countersign.message.Percent;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Other ways to write the MAC as text. */
final class EncodingDeviations {
  private final Encoding due;
  private final boolean mac;
  private final int macLength;
  private final boolean inQuery;

  /** Whether it may be, or has to be, percent-encoded once. */
  private final boolean isDecoded;

  /** Whether the signature is all that its carrier carries. */
  private final boolean alone;

  private final Shelf<TextForm> shelf = new Shelf<>(Affects.ENCODING);

  private EncodingDeviations(SigningRules rules) {
    this.due = encoding(rules.proof());
    this.mac = rules.proof() instanceof Proof.Mac;
    this.macLength = rules.proof() instanceof Proof.Mac proof ? proof.algorithm().length() : 0;
    Placement carrier =
        rules.sent().stream()
            .filter(one -> SentPlacements.carries(one, SigningRules.SIGNATURE))
            .findFirst()
            .orElseThrow();
    this.inQuery = carrier instanceof Placement.InQuery;
    this.isDecoded =
        carrier instanceof Placement.InQuery query && query.read() == Placement.Escaping.PERCENT;
    this.alone = carrier.value().fields().size() == 1;
  }

  static Shelf<TextForm> of(SigningRules rules) {
    EncodingDeviations deviations = new EncodingDeviations(rules);
    deviations.others();
    deviations.twice();
    deviations.changed();
    deviations.wrapped(rules.proof());
    deviations.cut(rules.proof());
    return deviations.shelf;
  }

  static Encoding encoding(Proof proof) {
    return proof instanceof Proof.Mac mac ? mac.encoding() : Encoding.BASE64;
  }

  private void others() {
    other(Encoding.HEX, "in-hex", 1, "in hexadecimal");
    other(Encoding.HEX_UPPER, "in-upper-case-hex", 5, "in upper-case hexadecimal");
    other(Encoding.BASE64, "in-base64", 2, "in base64");
    other(Encoding.BASE64_URL, "in-unpadded-base64url", 9, "in base64 for URLs without padding");
    form(
        "in-base64url",
        8,
        "in base64 for URLs (- and _)",
        decodable(
            Base64.getUrlEncoder()::encodeToString, text -> Base64.getUrlDecoder().decode(text)));
    form(
        "without-padding",
        7,
        "in base64 without its padding (=)",
        decodable(
            Base64.getEncoder().withoutPadding()::encodeToString,
            text -> Base64.getDecoder().decode(text)));
    form(
        "in-hex-with-hyphens",
        14,
        "in hexadecimal with hyphens between the bytes",
        decodable(
            bytes -> HexFormat.ofDelimiter("-").withUpperCase().formatHex(bytes),
            text -> HexFormat.ofDelimiter("-").parseHex(text)));
    if (mac) {
      form(
          "in-hex-without-zeros",
          18,
          "in hexadecimal with the leading zero of each byte left out",
          TextForm.writable(
              MacTexts::withoutZeros,
              // Of full length none was left out, and it is plain hexadecimal.
              text -> text.matches("[0-9a-f]{16,}") && text.length() != 2 * macLength));
    } else {
      form(
          "not-encoded",
          3,
          "not in base64 at all",
          TextForm.writable(bytes -> new String(bytes, StandardCharsets.UTF_8), text -> true));
    }
  }

  private void twice() {
    form(
        "in-base64-of-hex",
        3,
        "in base64 of its hexadecimal text",
        decodable(
            bytes -> MacTexts.base64(MacTexts.ascii(HexFormat.of().formatHex(bytes))),
            text -> HexFormat.of().parseHex(MacTexts.text(Base64.getDecoder().decode(text)))));
    form(
        "in-base64-of-upper-case-hex",
        20,
        "in base64 of its upper-case hexadecimal text",
        decodable(
            bytes ->
                MacTexts.base64(MacTexts.ascii(HexFormat.of().withUpperCase().formatHex(bytes))),
            text -> HexFormat.of().parseHex(MacTexts.text(Base64.getDecoder().decode(text)))));
    form(
        "in-base64-twice",
        16,
        "in base64 of base64",
        decodable(
            bytes -> MacTexts.base64(MacTexts.ascii(MacTexts.base64(bytes))),
            text -> Base64.getDecoder().decode(Base64.getDecoder().decode(text))));
    form(
        "in-hex-of-base64",
        24,
        "in hexadecimal of its base64 text",
        decodable(
            bytes -> HexFormat.of().formatHex(MacTexts.ascii(MacTexts.base64(bytes))),
            text -> Base64.getDecoder().decode(HexFormat.of().parseHex(text))));
    form(
        "bytes-read-as-text",
        15,
        "in base64 after its bytes were taken for text",
        decodable(
            bytes -> MacTexts.base64(MacTexts.latin(bytes).getBytes(StandardCharsets.UTF_8)),
            text ->
                MacTexts.text(Base64.getDecoder().decode(text))
                    .getBytes(StandardCharsets.ISO_8859_1)),
        TextForm.writable(
            bytes ->
                MacTexts.base64(
                    new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)),
            MacTexts::holdsReplacement));
  }

  private void changed() {
    if (due == Encoding.BASE64 && isDecoded) {
      shelf.add(
          "signature-percent-encoded",
          6,
          "The signature was percent-encoded twice.",
          "Percent-encode the signature once, as a parameter's value is.",
          wrapping(Percent::encode, Percent::decode));
    } else if (due == Encoding.BASE64) {
      wrapped("percent-encoded", 6, "percent-encoded", Percent::encode, Percent::decode);
    }
    if (!alone) {
      wrapped("in-quotes", 12, "in quotes", "\"", "\"");
    }
    wrapped("with-prefix", 17, "with the name of the algorithm before it", "sha256=", "");
    wrapped("with-0x", 28, "with 0x before it", "0x", "");
    wrapped("in-angle-brackets", 27, "in angle brackets", "<", ">");
    if (inQuery) { // In a header a line break cannot be sent; here it goes out as an escape.
      wrapped("with-final-newline", 4, "with the newline that the encoder adds", "", "\n");
      wrapped("with-escaped-newline", 11, "with %0A behind it", "", "%0A");
    }
    if (inQuery && due == Encoding.BASE64) {
      form(
          "with-spaces-for-plus",
          10,
          "with %20 where base64 has a +",
          TextForm.writable(
              bytes -> due.encode(bytes).replace("+", "%20"), text -> text.contains("%20")),
          TextForm.writable(
              bytes -> due.encode(bytes).replace("+", " "), text -> text.contains(" ")));
    }
    if (due != Encoding.HEX && due != Encoding.HEX_UPPER) {
      form(
          "in-lower-case",
          26,
          "in lower case",
          TextForm.writable(
              bytes -> due.encode(bytes).toLowerCase(Locale.ROOT),
              text -> text.equals(text.toLowerCase(Locale.ROOT))));
    }
  }

  /** Encoders that break lines do so at 60, 64 or 76 characters; most MACs are shorter. */
  private void wrapped(Proof proof) {
    List<TextForm> forms = new ArrayList<>();
    for (int width : new int[] {60, 64, 76}) {
      if (!mac || width < length(proof)) {
        forms.add(wrapping(width));
      }
    }
    if (!forms.isEmpty() && due == Encoding.BASE64) {
      form("line-wrapped", 13, "broken into lines", forms.toArray(TextForm[]::new));
    }
  }

  private int length(Proof proof) {
    return due.encode(new byte[((Proof.Mac) proof).algorithm().length()]).length();
  }

  private TextForm wrapping(int length) {
    String separator = inQuery ? "%0A" : " ";
    return TextForm.writable(
        bytes -> due.encode(bytes).replaceAll("(.{" + length + "})(?=.)", "$1" + separator),
        text -> text.contains(separator));
  }

  private void cut(Proof proof) {
    if (!mac) {
      return;
    }
    int length = length(proof);
    List<TextForm> forms = new ArrayList<>();
    for (int kept : new int[] {length / 2, length - 1, length - 2, 16, 20, 24, 32, 40}) {
      if (kept < length && kept > 0) {
        forms.add(
            TextForm.writable(
                bytes -> start(due.encode(bytes), kept), text -> text.length() == kept));
      }
    }
    shelf.add(
        "signature-cut",
        19,
        "The signature was cut.",
        "Send the whole signature.",
        forms.toArray(TextForm[]::new));
  }

  private void other(Encoding encoding, String id, int rank, String how) {
    if (encoding != due) {
      form(id, rank, how, TextForm.of(encoding));
    }
  }

  private void wrapped(String id, int rank, String how, String before, String behind) {
    wrapped(
        id,
        rank,
        how,
        text -> before + text + behind,
        text ->
            text.startsWith(before)
                    && text.endsWith(behind)
                    && text.length() > before.length() + behind.length()
                ? text.substring(before.length(), text.length() - behind.length())
                : "");
  }

  private void wrapped(
      String id, int rank, String how, UnaryOperator<String> change, UnaryOperator<String> undo) {
    form(id, rank, how, wrapping(change, undo));
  }

  private TextForm wrapping(UnaryOperator<String> change, UnaryOperator<String> undo) {
    return TextForm.decodable(
        bytes -> change.apply(due.encode(bytes)), text -> due.decode(undo.apply(text)));
  }

  private void form(String id, int rank, String how, TextForm... forms) {
    shelf.add(
        "signature-" + id,
        rank,
        "The signature was sent " + how + ".",
        "Send it " + DUE.get(due.ordinal()) + ".",
        forms);
  }

  private static final List<String> DUE =
      List.of(
          "in lower-case hexadecimal",
          "in upper-case hexadecimal",
          "in base64 with the standard alphabet and padding, and nothing around it",
          "in base64 for URLs without padding");

  private static TextForm decodable(
      Function<byte[], String> encode, Function<String, byte[]> decode) {
    return TextForm.decodable(
        encode,
        text -> {
          try {
            return Optional.of(decode.apply(text));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        });
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
