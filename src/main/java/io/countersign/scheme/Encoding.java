package io.countersign.scheme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How the bytes of a MAC become text. */
public enum Encoding {
  /** Lower-case hexadecimal. */
  HEX {
    @Override
    public byte[] letters(byte[] bytes) {
      return HexText.of(bytes, 'a');
    }

    @Override
    byte[] parse(String text) {
      return HexFormat.of().parseHex(text);
    }
  },
  /** Upper-case hexadecimal. */
  HEX_UPPER {
    @Override
    public byte[] letters(byte[] bytes) {
      return HexText.of(bytes, 'A');
    }

    @Override
    byte[] parse(String text) {
      return HexFormat.of().parseHex(text);
    }
  },
  /** Base64 with the standard alphabet and padding (RFC 4648, section 4), without line breaks. */
  BASE64 {
    @Override
    public byte[] letters(byte[] bytes) {
      return Base64.getEncoder().encode(bytes);
    }

    @Override
    byte[] parse(String text) {
      return Base64.getDecoder().decode(text);
    }
  },
  /** Base64 with the alphabet for URLs (RFC 4648, section 5), without padding. */
  BASE64_URL {
    @Override
    public byte[] letters(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encode(bytes);
    }

    @Override
    byte[] parse(String text) {
      return Base64.getUrlDecoder().decode(text);
    }
  };

  /** The text, as bytes: it has no letters beyond ASCII. */
  public abstract byte[] letters(byte[] bytes);

  /** The text. */
  public final String encode(byte[] bytes) {
    byte[] letters = letters(bytes);
    return new String(letters, 0, letters.length, StandardCharsets.ISO_8859_1);
  }

  abstract byte[] parse(String text);

  /** The bytes, only if the text is exactly what {@link #encode} would write for them. */
  public Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = parse(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
