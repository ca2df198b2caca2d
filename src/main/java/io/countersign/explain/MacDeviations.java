package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Proof;
import io.countersign.signing.KeyedMac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;

/** Other functions than the scheme's. */
final class MacDeviations {
  private final Shelf<MacStep> shelf = new Shelf<>(Affects.MAC);

  private MacDeviations() {}

  static Shelf<MacStep> of(Proof proof) {
    MacDeviations deviations = new MacDeviations();
    if (proof instanceof Proof.Mac mac) {
      deviations.algorithms(mac.algorithm());
      deviations.hashes(mac.algorithm());
      deviations.rehashed(mac.algorithm());
    } else {
      deviations.pairs((Proof.Password) proof);
    }
    return deviations.shelf;
  }

  private void algorithms(Algorithm due) {
    for (Algorithm other : Algorithm.values()) {
      if (other != due) {
        String name = other.name().replace('_', '-');
        shelf.add(
            name.toLowerCase(Locale.ROOT) + "-used",
            other == Algorithm.HMAC_SHA1 || other == Algorithm.HMAC_SHA256 ? 4 : 13,
            name + " was computed.",
            "Compute " + due.name().replace('_', '-') + ".",
            MacStep.hmac(other));
      }
    }
  }

  private void hashes(Algorithm due) {
    String hash = hash(due);
    shelf.add(
        "hash-without-key",
        7,
        "A plain hash was computed, without the secret.",
        "Compute the HMAC, keyed with the secret.",
        (key, credentials) -> hashing(hash, new byte[0], new byte[0]));
    shelf.add(
        "hash-of-secret-and-string",
        11,
        "A plain hash of the secret followed by the string was computed.",
        "Compute the HMAC, keyed with the secret.",
        (key, credentials) -> hashing(hash, key, new byte[0]));
    shelf.add(
        "hash-of-string-and-secret",
        12,
        "A plain hash of the string followed by the secret was computed.",
        "Compute the HMAC, keyed with the secret.",
        (key, credentials) -> hashing(hash, new byte[0], key));
    shelf.add(
        "key-and-message-swapped",
        6,
        "The string to sign was used as the key, and the secret as the message.",
        "Mind the order of arguments: the secret is the key.",
        (key, credentials) -> swapped(due, key));
  }

  private void rehashed(Algorithm due) {
    String hash = hash(due);
    over(
        "mac-over-hex-of-hash",
        24,
        "The MAC was computed over the hexadecimal hash of the string to sign.",
        due,
        () -> {
          MessageDigest digest = Digests.of(hash);
          return message -> ascii(HexFormat.of().formatHex(digest.digest(message)));
        });
    over(
        "mac-over-hash",
        25,
        "The MAC was computed over the hash of the string to sign.",
        due,
        () -> Digests.of(hash)::digest);
    over(
        "mac-over-base64",
        23,
        "The MAC was computed over the string to sign in base64.",
        due,
        () -> Base64.getEncoder()::encode);
    over(
        "mac-over-hex",
        36,
        "The MAC was computed over the string to sign in hexadecimal.",
        due,
        () -> message -> ascii(HexFormat.of().formatHex(message)));
    shelf.add(
        "mac-of-mac",
        37,
        "The MAC of the MAC was computed.",
        "Compute the MAC once.",
        (key, credentials) -> {
          KeyedMac mac = KeyedMac.of(due, MacStep.padded(key));
          return message -> mac.compute(buffer(mac.compute(message)));
        });
  }

  /**
   * @param change makes for each thread what changes the string to sign
   */
  private void over(
      String id, int rank, String title, Algorithm due, Supplier<UnaryOperator<byte[]>> change) {
    shelf.add(
        id,
        rank,
        title,
        "Compute the MAC over the string to sign itself.",
        (key, credentials) -> {
          KeyedMac mac = KeyedMac.of(due, MacStep.padded(key));
          ThreadLocal<UnaryOperator<byte[]>> changes = ThreadLocal.withInitial(change);
          ThreadLocal<OctetBuffer> buffers = ThreadLocal.withInitial(OctetBuffer::new);
          return message -> {
            OctetBuffer changed = buffers.get();
            changed.clear();
            changed.append(changes.get().apply(MacStep.bytes(message)));
            return mac.compute(changed);
          };
        });
  }

  private void pairs(Proof.Password password) {
    shelf.add(
        "user-and-password-swapped",
        4,
        "The password stands before the user name.",
        "Write user name, colon, password.",
        MacStep.pair(password, ":", false));
    shelf.add(
        "colon-left-out",
        10,
        "There is no colon between user name and password.",
        "Write user name, colon, password.",
        MacStep.pair(password, "", true));
    shelf.add(
        "colon-with-space",
        13,
        "There is a space behind the colon between user name and password.",
        "Write user name, colon, password, and nothing else.",
        MacStep.pair(password, ": ", true));
    shelf.add(
        "other-separator",
        16,
        "User name and password are joined with another sign than a colon.",
        "Write user name, colon, password.",
        MacStep.pair(password, "/", true),
        MacStep.pair(password, "|", true),
        MacStep.pair(password, ",", true),
        MacStep.pair(password, ";", true),
        MacStep.pair(password, " ", true),
        MacStep.pair(password, "=", true));
    shelf.add(
        "password-alone",
        9,
        "The secret was sent without the user name.",
        "Write user name, colon, password.",
        (key, credentials) -> message -> key);
    shelf.add(
        "user-name-left-empty",
        15,
        "The user name was left empty.",
        "Write user name, colon, password.",
        (key, credentials) -> message -> joined(":", key));
  }

  private static byte[] joined(String text, byte[] key) {
    return buffer(ascii(text)).append(key).toOctets().toBytes();
  }

  private static MacFunction swapped(Algorithm due, byte[] key) {
    ThreadLocal<Mac> macs = ThreadLocal.withInitial(() -> Digests.mac(due.jcaName()));
    return message -> {
      byte[] bytes = MacStep.padded(MacStep.bytes(message));
      return Digests.keyed(macs.get(), bytes).doFinal(key);
    };
  }

  private static MacFunction hashing(String hash, byte[] before, byte[] behind) {
    ThreadLocal<MessageDigest> digests = ThreadLocal.withInitial(() -> Digests.of(hash));
    return message -> {
      MessageDigest digest = digests.get();
      digest.update(before);
      digest.update(message.array(), 0, message.length());
      return digest.digest(behind);
    };
  }

  /** The hash inside an HMAC: {@code SHA-256} of {@code HmacSHA256}. */
  private static String hash(Algorithm algorithm) {
    String name = algorithm.jcaName().substring("Hmac".length());
    return name.startsWith("SHA") ? "SHA-" + name.substring(3) : name;
  }

  private static OctetBuffer buffer(byte[] bytes) {
    return new OctetBuffer().append(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
