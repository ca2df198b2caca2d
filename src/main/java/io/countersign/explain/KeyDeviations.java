package io.countersign.explain;

import io.countersign.document.EnumWord;
import io.countersign.message.Percent;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other bytes than the scheme's as the key. */
final class KeyDeviations {
  private static final int BLOCK = 64;
  private static final Pattern FIRST_WORD = Pattern.compile("[A-Za-z0-9]{1,10}[_:\\- ]");
  private static final Pattern MORE_WORDS = Pattern.compile("([A-Za-z0-9]{1,10}[_:\\- ]){2,}");

  private KeyDeviations() {}

  static Shelf<KeyStep> of(Scheme scheme, SigningRules rules) {
    Shelf<KeyStep> shelf = new Shelf<>(Affects.KEY);
    around(shelf);
    KeyEncoding encoding =
        rules.proof() instanceof Proof.Mac mac ? mac.keyEncoding() : KeyEncoding.UTF_8;
    if (encoding == KeyEncoding.UTF_8) {
      letters(shelf);
      encoded(shelf);
      withoutPrefix(shelf);
    } else {
      undecoded(shelf, rules.proof().secretField(), EnumWord.of(encoding));
    }
    hashed(shelf);
    for (CredentialField field : scheme.credentialFields()) {
      if (!field.name().equals(rules.proof().secretField())) {
        shelf.add(
            field.name().replace('_', '-') + "-as-key",
            9,
            "The " + field.name() + " was used as the key.",
            "Use the " + rules.proof().secretField() + " as the key.",
            (due, credentials) -> Optional.of(utf8(credentials.text(field.name()))));
      }
    }
    return shelf;
  }

  private static void around(Shelf<KeyStep> shelf) {
    shelf.add(
        "secret-with-line-break",
        3,
        "The secret was used with the line break of the file it was read from.",
        "Cut the line break off the secret, and nothing else.",
        with("", "\n"),
        with("", "\r\n"));
    shelf.add(
        "secret-in-quotes",
        14,
        "The secret was used with quotes around it.",
        "Remove the quotes that the configuration file has around the secret.",
        with("\"", "\""),
        with("'", "'"));
    shelf.add(
        "secret-with-space",
        21,
        "The secret was used with a space before or behind it.",
        "Use the secret alone.",
        with("", " "),
        with(" ", ""));
    shelf.add(
        "secret-with-ampersand",
        29,
        "The key has an & behind the secret, as OAuth 1.0 has it.",
        "Use the secret alone as the key.",
        with("", "&"));
    shelf.add(
        "secret-empty",
        7,
        "The key was empty.",
        "Give the signer its secret: it was read from a place where there is none.",
        (due, credentials) -> Optional.of(new byte[0]));
    shelf.add(
        "secret-cut-to-block",
        34,
        "A long secret was cut to the first bytes.",
        "Use the whole secret, however long.",
        cut(BLOCK),
        cut(32),
        cut(16));
  }

  /** Of a secret that is text, and not the text of bytes. */
  private static void letters(Shelf<KeyStep> shelf) {
    shelf.add(
        "secret-trimmed",
        8,
        "White space around the secret was cut off.",
        "Use the secret as it was issued, white space and all.",
        mapping(String::strip));
    shelf.add(
        "secret-in-lower-case",
        31,
        "The secret was made lower case.",
        "Use the secret as it was issued.",
        mapping(text -> text.toLowerCase(Locale.ROOT)));
    shelf.add(
        "secret-in-upper-case",
        32,
        "The secret was made upper case.",
        "Use the secret as it was issued.",
        mapping(text -> text.toUpperCase(Locale.ROOT)));
    shelf.add(
        "secret-in-latin-1",
        33,
        "The secret was encoded as ISO 8859-1.",
        "Encode the secret as UTF-8.",
        charset(StandardCharsets.ISO_8859_1));
    shelf.add(
        "secret-in-utf-16",
        28,
        "The secret was encoded as UTF-16.",
        "Encode the secret as UTF-8.",
        charset(StandardCharsets.UTF_16LE),
        charset(StandardCharsets.UTF_16BE));
    shelf.add(
        "secret-in-ascii",
        35,
        "The secret was encoded as ASCII, other letters as question marks.",
        "Encode the secret as UTF-8.",
        charset(StandardCharsets.US_ASCII));
  }

  private static void encoded(Shelf<KeyStep> shelf) {
    shelf.add(
        "secret-base64-decoded",
        5,
        "The secret was base64-decoded before it keyed the MAC.",
        "Use the secret's text as it was issued, as UTF-8.",
        decoded(Base64.getDecoder()::decode),
        decoded(Base64.getUrlDecoder()::decode));
    shelf.add(
        "secret-hex-decoded",
        6,
        "The secret was decoded from hexadecimal before it keyed the MAC.",
        "Use the secret's text as it was issued, as UTF-8.",
        decoded(HexFormat.of()::parseHex));
    shelf.add(
        "secret-in-base64",
        22,
        "The secret was base64-encoded before it keyed the MAC.",
        "Use the secret's text as it was issued, as UTF-8.",
        (due, credentials) -> Optional.of(Base64.getEncoder().encode(due)));
    shelf.add(
        "secret-in-hex",
        26,
        "The secret was written in hexadecimal before it keyed the MAC.",
        "Use the secret's text as it was issued, as UTF-8.",
        (due, credentials) -> Optional.of(utf8(HexFormat.of().formatHex(due))));
    shelf.add(
        "secret-percent-encoded",
        30,
        "The secret was percent-encoded before it keyed the MAC.",
        "Use the secret's text as it was issued, as UTF-8.",
        mapping(Percent::encode));
  }

  /** Where a secret is issued as the text of bytes, most forget to make bytes of it. */
  private static void undecoded(Shelf<KeyStep> shelf, String field, String encoding) {
    shelf.add(
        "secret-not-decoded",
        2,
        "The secret's text was used as the key, without decoding it from " + encoding + ".",
        "Decode the secret from " + encoding + ", and key the MAC with those bytes.",
        (due, credentials) -> different(due, credentials.secret(field).key(KeyEncoding.UTF_8)));
  }

  /** Vendors put words before a secret, to be told from others; some belong to it, some do not. */
  private static void withoutPrefix(Shelf<KeyStep> shelf) {
    shelf.add(
        "secret-without-prefix",
        10,
        "What stands before the secret's first separator was cut off, as if it were a prefix.",
        "Use the secret's whole text as it was issued, prefix and all.",
        ofRest(FIRST_WORD, KeyDeviations::utf8),
        ofRest(FIRST_WORD, KeyDeviations::bytesOfBase64),
        ofRest(FIRST_WORD, HexFormat.of()::parseHex),
        ofRest(MORE_WORDS, KeyDeviations::utf8),
        ofRest(MORE_WORDS, KeyDeviations::bytesOfBase64));
  }

  private static KeyStep ofRest(Pattern prefix, Function<String, byte[]> key) {
    return decoded(
        text -> {
          Matcher found = prefix.matcher(text);
          return found.lookingAt() ? key.apply(text.substring(found.end())) : new byte[0];
        });
  }

  /** Of either alphabet, as most decoders take it. */
  private static byte[] bytesOfBase64(String text) {
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
  }

  private static void hashed(Shelf<KeyStep> shelf) {
    shelf.add(
        "secret-hashed",
        27,
        "A hash of the secret was used as the key.",
        "Use the secret itself as the key.",
        (due, credentials) -> Optional.of(Digests.of("SHA-256").digest(due)),
        (due, credentials) -> Optional.of(utf8(Digests.hex("SHA-256", due))),
        (due, credentials) -> Optional.of(utf8(Digests.hex("MD5", due))));
  }

  private static KeyStep with(String before, String behind) {
    return (due, credentials) -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(utf8(before));
      bytes.writeBytes(due);
      bytes.writeBytes(utf8(behind));
      return Optional.of(bytes.toByteArray());
    };
  }

  private static KeyStep mapping(UnaryOperator<String> change) {
    return (due, credentials) -> {
      byte[] key = utf8(change.apply(new String(due, StandardCharsets.UTF_8)));
      return different(due, key);
    };
  }

  private static KeyStep charset(Charset charset) {
    return (due, credentials) ->
        different(due, new String(due, StandardCharsets.UTF_8).getBytes(charset));
  }

  private static KeyStep cut(int length) {
    return (due, credentials) ->
        due.length > length ? Optional.of(Arrays.copyOf(due, length)) : Optional.empty();
  }

  private static KeyStep decoded(Function<String, byte[]> decoder) {
    return (due, credentials) -> {
      try {
        return different(due, decoder.apply(new String(due, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    };
  }

  private static Optional<byte[]> different(byte[] due, byte[] key) {
    return key.length == 0 || Arrays.equals(due, key) ? Optional.empty() : Optional.of(key);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
