package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot run program \"a: b\": error=2, No such file or directory|No such file or directory",
        "Cannot run program \"a\": Exec failed, error: 13 (Permission denied) |Permission denied",
        "Cannot run program \"a\" (in directory \"b\"): error=20, Not a directory|Not a directory",
        "Cannot run program \"a\": the moon is full|the moon is full",
        "null|null"
      })
  void reasonOfEveryJava_isSaidWithoutItsNumber(String message, String reason) {
    assertThat(Child.reason(message)).isEqualTo(reason);
  }
}
