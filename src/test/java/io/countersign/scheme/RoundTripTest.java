package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundTripTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "rmtrack|accesskey|a:b|Authorization: RMT {accesskey}:{signature} cannot carry|'a'",
        "rmtrack|accesskey|:|Authorization: RMT {accesskey}:{signature} cannot carry|at all",
        "ticketevolution|token|abc |X-Token: {token} cannot carry|'abc'",
        "ticketevolution|token| |X-Token: {token} cannot carry|at all",
        "ticketmatic|accesskey|a ts=b|cannot carry|'a'",
        "ticketmatic-basic|accesskey|:a|Basic authentication cannot carry|at all",
        "ticketmatic-basic|accesskey|a:b|Basic authentication cannot carry|'a'",
      })
  void require_refusesWhatWouldArriveAsSomethingElse(
      String scheme, String field, String value, String carrier, String arrived) {
    assertThatThrownBy(() -> RoundTrip.require(scheme(scheme), with(scheme, field, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("'" + field + "' is '" + value + "'", carrier, arrived);
  }

  @ParameterizedTest
  @CsvSource({
    "rmtrack, accesskey, AK 1-2=3;ts",
    "rmtrack, accesskey, clé",
    "ticketevolution, token, a:b c",
    "ticketmatic, accesskey, a:b=c",
    "ticketmatic-basic, accesskey, a b",
    "hoshinplan, app_key, a&b=é %41+#?/",
    "hoshinplan, app_key, ' a '",
  })
  void require_takesWhatArrivesAsItIs(String scheme, String field, String value) {
    assertThatNoException()
        .isThrownBy(() -> RoundTrip.require(scheme(scheme), with(scheme, field, value)));
  }

  private static Credentials with(String scheme, String field, String value) {
    return Credentials.examples(scheme(scheme)).withText(field, value);
  }

  private static Scheme scheme(String id) {
    return TestSchemes.builtIn(id);
  }
}
