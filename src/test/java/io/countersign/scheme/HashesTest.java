package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hashes of "abc", from RFC 1321 and FIPS 180. */
final class HashesTest {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "HMAC_MD5, 900150983cd24fb0d6963f7d28e17f72",
    "HMAC_SHA1, a9993e364706816aba3e25717850c26c9cd0d89d",
    "HMAC_SHA256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "HMAC_SHA384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7",
    "HMAC_SHA512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
  })
  void hash_isThatOfTheStandard(Algorithm algorithm, String expected) {
    byte[] hash = Hashes.OF_JAVA.of(algorithm).digest(ABC);

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected);
  }

  /** That it goes without a search is all that it is for, and nothing else would show it. */
  @ParameterizedTest
  @EnumSource
  void openJdksHashes_areFoundWithoutASearch(Algorithm algorithm) throws NoSuchAlgorithmException {
    MessageDigest searched = MessageDigest.getInstance(algorithm.digestName());

    MessageDigest found = Hashes.OF_JAVA.of(algorithm);

    assertThat(found.getProvider().getName()).isEqualTo("Countersign");
    assertThat(found.digest(ABC)).isEqualTo(searched.digest(ABC));
  }

  @ParameterizedTest
  @EnumSource
  void hashesThatAreElsewhere_areSearchedFor(Algorithm algorithm) throws NoSuchAlgorithmException {
    MessageDigest searched = MessageDigest.getInstance(algorithm.digestName());

    MessageDigest found = new Hashes(new Elsewhere(algorithm)).of(algorithm);

    assertThat(found.getProvider()).isEqualTo(searched.getProvider());
    assertThat(found.digest(ABC)).isEqualTo(searched.digest(ABC));
  }

  @Test
  void hashesThatNobodyNamed_areSearchedFor() {
    MessageDigest found = new Hashes(new Elsewhere(Algorithm.HMAC_MD5)).of(Algorithm.HMAC_SHA1);

    assertThat(found.getAlgorithm()).isEqualTo("SHA-1");
  }

  private static final class Elsewhere extends Provider {
    private static final long serialVersionUID = 1L;

    Elsewhere(Algorithm algorithm) {
      super("Elsewhere", "1", "names a class that is not there");
      put("MessageDigest." + algorithm.digestName(), "not.here.Hash");
    }
  }
}
