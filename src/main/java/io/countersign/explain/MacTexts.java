package io.countersign.explain;

import io.countersign.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts of MACs that no encoder of {@link io.countersign.scheme.Encoding} writes. */
final class MacTexts {
  private MacTexts() {}

  static String withoutZeros(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte octet : bytes) {
      text.append(Integer.toHexString(octet & 0xFF));
    }
    return text.toString();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether it is base64 of a text in UTF-8 in which U+FFFD stands for what was none. */
  static boolean holdsReplacement(String text) {
    try {
      Octets octets = Octets.of(Base64.getDecoder().decode(text));
      return octets.isText() && octets.text().indexOf('\uFFFD') >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
