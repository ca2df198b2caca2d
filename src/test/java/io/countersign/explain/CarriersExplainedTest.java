package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.signing.Signer;
import io.countersign.verify.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request carries credentials, time and signature in: twice, not at all, or in no form. */
class CarriersExplainedTest {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  /** Found twice is not missing, and not three strange things at once. */
  @ParameterizedTest
  @MethodSource("carriersTwice")
  void explain_findsWhatIsThereTwice(String scheme, String once, String twice, boolean isRight) {
    Scheme signing = Examples.SCHEMES.scheme(scheme);
    Credentials credentials = Credentials.examples(signing);
    HttpRequest signed =
        Signer.of(
                signing.rules(Profile.DOCUMENTED),
                isRight ? credentials : Examples.credentials(signing, "somebody else's secret"))
            .sign(HttpRequest.get("https://www.example.com/a?z=1"), NOW)
            .request();
    HttpRequest doubled =
        once.startsWith("?")
            ? HttpRequest.get(signed.url().toString().replaceAll(once.substring(1), twice))
            : signed.withHeader(once, signed.headers().first(once).orElseThrow());

    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(signing, Profile.DOCUMENTED, credentials).explain(doubled, NOW));

    assertThat(diagnosis.reason()).isEqualTo(Reason.AMBIGUOUS_REQUEST);
    assertThat(Diagnoses.ids(diagnosis)).first().isEqualTo(List.of("carrier-sent-twice"));
  }

  static List<Arguments> carriersTwice() {
    List<Arguments> all = new ArrayList<>();
    for (boolean isRight : List.of(true, false)) {
      all.add(Arguments.of("ticketmatic", "Authorization", "", isRight));
      all.add(Arguments.of("rmtrack", "x-rmtrack-date", "", isRight));
      all.add(Arguments.of("ticketevolution", "X-Token", "", isRight));
      all.add(Arguments.of("ticketmatic-basic", "Authorization", "", isRight));
      all.add(Arguments.of("hoshinplan", "?(app_key=[^&]*)", "$1&$1", isRight));
      all.add(Arguments.of("hoshinplan", "?(timestamp=[^&]*)", "$1&$1", isRight));
      all.add(Arguments.of("hoshinplan", "?z=1", "app_key=other&z=1", isRight));
    }
    return all;
  }

  /** What does not arrive is named, and the time of the request is no difference. */
  @Test
  void explain_namesTheFieldThatIsMissing() {
    Scheme scheme = Examples.SCHEMES.scheme("rmtrack");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest signed =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .sign(HttpRequest.get("https://www.example.com/a"), NOW.minusSeconds(7))
            .request();
    String sent = signed.headers().first("Authorization").orElseThrow();
    HttpRequest other =
        HttpRequest.get("https://www.example.com/a")
            .withHeader("x-rmtrack-date", signed.headers().first("x-rmtrack-date").orElseThrow())
            .withHeader("Authorization", sent.replaceAll("RMT .*:", "RMT x:"));

    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DOCUMENTED, credentials).explain(other, NOW));

    Explanation found = diagnosis.explanations().get(0);
    assertThat(found.deviations().get(0).title())
        .isEqualTo("The request names another accesskey than the credentials that were given.");
    assertThat(diagnosis.expected()).isEqualTo(found.stringToSign());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ticketmatic-basic | basic %%% | carrier-malformed",
        "ticketmatic | TM-HMAC-SHA256 who knows | authentication-missing",
        "ticketmatic-basic | '' | authentication-missing"
      })
  void explain_tellsMalformedFromMissing(String scheme, String authorization, String id) {
    Scheme signing = Examples.SCHEMES.scheme(scheme);
    HttpRequest request =
        HttpRequest.get("https://www.example.com/a").withHeader("Authorization", authorization);

    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(signing, Profile.DOCUMENTED, Credentials.examples(signing))
                .explain(request, NOW));

    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of(id));
  }
}
