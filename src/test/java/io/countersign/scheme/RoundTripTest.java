package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
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
        .hasMessageContainingAll("the credential '" + field + "'", carrier, arrived)
        .hasMessageNotContaining("'" + value + "'");
  }

  @Test
  void require_refusesASecretThatIsNotInTheEncodingOfItsKey() {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("standard-webhooks");
    Credentials credentials =
        Credentials.examples(scheme).withSecret("secret", Secret.of("secret", "no base64!"));
    assertThatThrownBy(() -> RoundTrip.require(scheme, credentials))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the secret is not base64; give the text that is, without a prefix that the vendor puts before it");
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

  @ParameterizedTest
  @CsvSource({
    "RAW, RAW, false, a%41+b, ''",
    "RAW, RAW, false, a&b, 'a'",
    "RAW, RAW, true, a&b, ''",
    "RAW, PERCENT, false, a%41, 'aA'",
    "PERCENT, RAW, false, a+b, 'a%2Bb'",
    "PERCENT, PERCENT, false, a&%41, ''",
    "RAW, RAW, false, a b, sent raw",
  })
  void require_ofAParameter_goesByHowItIsWrittenAndRead(
      Placement.Escaping written,
      Placement.Escaping read,
      boolean last,
      String value,
      String problem) {
    Template template = Template.parse("{app_key}").orElseThrow();
    List<Placement> sent = List.of(new Placement.InQuery("app_key", template, written, read, last));
    Scheme scheme = scheme("hoshinplan");
    for (Profile profile : Profile.values()) {
      scheme = scheme.withRules(profile, scheme.rules(profile).withSent(sent));
    }
    Scheme changed = scheme;
    ThrowingCallable require =
        () -> RoundTrip.require(changed, with("hoshinplan", "app_key", value));
    if (problem.isEmpty()) {
      assertThatNoException().isThrownBy(require);
    } else {
      assertThatThrownBy(require).isInstanceOf(InputException.class).hasMessageContaining(problem);
    }
  }

  private static Credentials with(String scheme, String field, String value) {
    return Credentials.examples(scheme(scheme)).withText(field, value);
  }

  private static Scheme scheme(String id) {
    return TestSchemes.builtIn(id);
  }
}
