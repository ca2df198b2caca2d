package io.countersign.explain;

import io.countersign.scheme.Encoding;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the bytes of a MAC become the text that is sent.
 *
 * @param encode writes them
 * @param claim what a text says of its MAC; nothing where no MAC is written so
 */
record TextForm(Function<byte[], String> encode, Function<String, Optional<Claim>> claim) {

  static TextForm of(Encoding encoding) {
    return decodable(encoding::encode, encoding::decode);
  }

  /** A form that can be read back. */
  static TextForm decodable(
      Function<byte[], String> encode, Function<String, Optional<byte[]>> decode) {
    return new TextForm(
        encode,
        text ->
            decode.apply(text).filter(bytes -> encode.apply(bytes).equals(text)).map(Claim::of));
  }

  /**
   * A form that can only be written.
   *
   * @param plausible whether a text may be of this form, so that the others need not be tried
   */
  static TextForm writable(Function<byte[], String> encode, Predicate<String> plausible) {
    return new TextForm(
        encode,
        text ->
            plausible.test(text)
                ? Optional.of(new Claim(Optional.empty(), mac -> encode.apply(mac).equals(text)))
                : Optional.empty());
  }
}
