package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Encoding;
import io.countersign.signing.KeyedMac;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The MAC alone, against what others have published. */
final class FieldVectorsTest {
  @ParameterizedTest
  @MethodSource
  void mac_isThatOfThePublishedExample(FieldVector vector) {
    Encoding encoding = vector.hex() ? Encoding.HEX : Encoding.BASE64;

    assertThat(
            encoding.encode(
                KeyedMac.of(vector.algorithm(), vector.key()).compute(vector.stringToSign())))
        .isEqualTo(vector.output());
  }

  static List<FieldVector> mac_isThatOfThePublishedExample() {
    return FieldVector.all();
  }

  @Test
  void fieldVectors_areAllThere() {
    assertThat(FieldVector.all()).hasSize(79);
  }
}
