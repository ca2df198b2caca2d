package io.countersign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 2104, with the cases of RFC 2202 and RFC 4231. */
final class KeyedMacTest {
  private static final Octets QUESTION = Octets.of("what do ya want for nothing?");

  @ParameterizedTest
  @CsvSource({
    "HMAC_MD5, 750c783e6ab0b503eaa86e310a5db738",
    "HMAC_SHA1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "HMAC_SHA256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "HMAC_SHA512,"
        + " 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
  })
  void mac_isThatOfTheStandard(Algorithm algorithm, String expected) {
    KeyedMac mac = KeyedMac.of(algorithm, "Jefe".getBytes(StandardCharsets.US_ASCII));

    assertThat(Encoding.HEX.encode(mac.compute(QUESTION))).isEqualTo(expected);
  }

  @Test
  void keyLongerThanTheBlock_isHashedFirst() {
    byte[] key = new byte[131];
    Arrays.fill(key, (byte) 0xAA);
    KeyedMac mac = KeyedMac.of(Algorithm.HMAC_SHA256, key);

    assertThat(
            HexFormat.of()
                .formatHex(
                    mac.compute(
                        Octets.of("Test Using Larger Than Block-Size Key - Hash Key First"))))
        .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  }

  @ParameterizedTest
  @EnumSource
  void mac_isOfItsLength_andTheSameForBufferAndOctets(Algorithm algorithm) {
    KeyedMac mac = KeyedMac.of(algorithm, new byte[] {1});
    OctetBuffer buffer = new OctetBuffer().append(QUESTION);

    assertThat(mac.compute(buffer)).hasSize(algorithm.length()).isEqualTo(mac.compute(QUESTION));
  }

  @ParameterizedTest
  @EnumSource
  void mac_isThatOfTheJavaLibrary(Algorithm algorithm) throws GeneralSecurityException {
    Random random = new Random(1);
    for (int keyLength = 1; keyLength <= 200; keyLength++) {
      byte[] key = new byte[keyLength];
      random.nextBytes(key);
      for (int length : new int[] {0, 1, 54, 55, 56, 63, 64, 65, 111, 112, 128, keyLength * 3}) {
        assertIsThatOfTheJavaLibrary(algorithm, key, length, Hashes.OF_JAVA);
      }
    }
  }

  /** Some providers, of hardware most of all, have no copies of a begun hash. */
  @ParameterizedTest
  @EnumSource
  void mac_isTheSame_whereAHashCannotBeCopied(Algorithm algorithm) throws GeneralSecurityException {
    Hashes uncopyable = new Hashes(UncopyableDigest.provider());

    assertIsThatOfTheJavaLibrary(algorithm, new byte[] {1, 2, 3}, 70, uncopyable);
    assertIsThatOfTheJavaLibrary(algorithm, new byte[150], 70, uncopyable);
  }

  private static void assertIsThatOfTheJavaLibrary(
      Algorithm algorithm, byte[] key, int length, Hashes hashes) throws GeneralSecurityException {
    byte[] message = new byte[length];
    new Random(length).nextBytes(message);
    Mac mac = Mac.getInstance(algorithm.jcaName());
    mac.init(new SecretKeySpec(key, algorithm.jcaName()));

    KeyedMac keyed = KeyedMac.of(algorithm, key, hashes);
    Octets octets = Octets.of(message);
    assertThat(keyed.compute(octets))
        .as("%s, key of %d bytes, message of %d", algorithm, key.length, length)
        .isEqualTo(mac.doFinal(message))
        .isEqualTo(keyed.compute(new OctetBuffer().append(octets)));
  }
}
