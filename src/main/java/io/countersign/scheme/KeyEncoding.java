package io.countersign.scheme;

import io.countersign.document.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How the text of a secret becomes the bytes of a key. */
public enum KeyEncoding {
  UTF_8 {
    @Override
    byte[] parse(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String encode(byte[] key) {
      return new String(key, StandardCharsets.UTF_8);
    }
  },
  BASE64 {
    @Override
    byte[] parse(String text) {
      return Base64.getDecoder().decode(text);
    }

    @Override
    public String encode(byte[] key) {
      return Base64.getEncoder().encodeToString(key);
    }
  },
  HEX {
    @Override
    byte[] parse(String text) {
      return HexFormat.of().parseHex(text);
    }

    @Override
    public String encode(byte[] key) {
      return HexFormat.of().formatHex(key);
    }
  };

  abstract byte[] parse(String text);

  /** The text that a secret of these bytes is issued as; text as UTF-8, if they are such. */
  public abstract String encode(byte[] key);

  /**
   * @throws InputException if the text is not of this encoding; it does not say the text
   */
  byte[] decode(String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      throw InputException.of(
          "the secret is not " + name().toLowerCase(Locale.ROOT),
          "give the text that is, without a prefix that the vendor puts before it");
    }
  }
}
