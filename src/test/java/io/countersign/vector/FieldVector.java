package io.countersign.vector;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.TestSchemes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One published example of {@code field-vectors.json}, whose own words are: "Published HMAC signing
 * examples of other vendors and standards, each recomputed. key_encoding says how the key text
 * becomes bytes."
 */
record FieldVector(
    String name,
    Algorithm algorithm,
    String keyText,
    byte[] key,
    Octets stringToSign,
    String output,
    boolean hex) {

  static List<FieldVector> all() {
    return Fields.open(
            Documents.read(TestSchemes.home().resolve("src/test/resources/field-vectors.json")),
            "the field vectors")
        .items("vectors")
        .stream()
        .map(node -> of(Fields.open(node, "a field vector")))
        .toList();
  }

  private static FieldVector of(Fields fields) {
    return new FieldVector(
        fields.text("name"),
        Algorithm.valueOf(fields.text("algorithm").replace('-', '_').toUpperCase(Locale.ROOT)),
        fields.text("key"),
        key(fields),
        stringToSign(fields),
        fields.text("output"),
        fields.text("output_encoding").equals("hex"));
  }

  /** Where a key is derived from the text, its bytes are given as well. */
  private static byte[] key(Fields fields) {
    String text = fields.text("key");
    Optional<String> derived = fields.optionalText("key_bytes_hex");
    if (derived.isPresent()) {
      return HexFormat.of().parseHex(derived.get());
    }
    return switch (fields.text("key_encoding")) {
      case "base64" -> Base64.getDecoder().decode(text);
      case "hex" -> HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
      case "utf-8" -> text.getBytes(StandardCharsets.UTF_8);
      default -> throw new AssertionError("how is this key encoded? " + fields.text("name"));
    };
  }

  private static Octets stringToSign(Fields fields) {
    return fields
        .optionalText("string_to_sign_hex")
        .map(hex -> Octets.of(HexFormat.of().parseHex(hex)))
        .orElseGet(() -> Octets.of(fields.text("string_to_sign")));
  }

  @Override
  public String toString() {
    return name;
  }
}
