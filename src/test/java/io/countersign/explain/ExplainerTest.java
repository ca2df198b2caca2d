package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.verify.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {
  private static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  static List<Examples.Case> cases() {
    return Examples.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void explain_acceptsCorrectRequest(Examples.Case one) {
    for (Examples.Situation situation : Examples.situations(one.scheme())) {
      HttpRequest signed =
          Signer.of(one.scheme().rules(one.profile()), situation.credentials())
              .sign(situation.request(), situation.time())
              .request();
      assertThat(
              Explainer.of(one.scheme(), one.profile(), situation.credentials())
                  .explain(signed, situation.time()))
          .isInstanceOf(Diagnosis.Accepted.class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deviatingSigner_isReferenceSignerWithoutDeviations(Examples.Case one) {
    for (Examples.Situation situation : Examples.situations(one.scheme())) {
      assertThat(
              DeviatingSigner.of(one.scheme(), one.profile(), situation.credentials(), List.of())
                  .sign(situation.request(), situation.time()))
          .isEqualTo(
              Signer.of(one.scheme().rules(one.profile()), situation.credentials())
                  .sign(situation.request(), situation.time()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void explain_findsNothingForForeignKey(Examples.Case one) {
    Examples.Situation situation = Examples.situations(one.scheme()).get(0);
    Credentials foreign = Examples.credentials(one.scheme(), "somebody else's secret");
    HttpRequest signed =
        Signer.of(one.scheme().rules(one.profile()), foreign)
            .sign(situation.request(), situation.time())
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(one.scheme(), one.profile(), situation.credentials())
                .withBudget(Duration.ofMinutes(1))
                .explain(signed, situation.time()));
    assertThat(diagnosis.reason()).isEqualTo(Reason.SIGNATURE_MISMATCH);
    assertThat(diagnosis.explanations()).isEmpty();
    assertThat(diagnosis.searched().exhausted()).isTrue();
    assertThat(diagnosis.searched().hypotheses()).isPositive();
  }

  /** None of the built-in schemes signs a header of the request's own. */
  @Test
  void explain_namesHeaderValuesInLowerCase() {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("amazon-s3");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest request = HttpRequest.get("https://s3.amazonaws.example/johnsmith/puppy.jpg");
    HttpRequest signed =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .sign(request.withHeader("Content-Type", "text/plain; charset=utf-8"), NOW)
            .request();
    HttpRequest sent =
        signed
            .withHeaders(signed.headers().without("Content-Type"))
            .withHeader("Content-Type", "text/plain; charset=UTF-8");

    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DOCUMENTED, credentials).explain(sent, NOW));

    assertThat(diagnosis.explanations().get(0).deviations())
        .extracting(Deviation::id)
        .containsExactly("header-values-in-lower-case");
  }

  /** The first request of a cold machine has none to spare. */
  @Test
  void explain_triesEachDeviationByItselfWhateverTheBudget() {
    Examples.Case one = Examples.of("ticketevolution", Profile.DOCUMENTED);
    Examples.Situation situation = Examples.situations(one.scheme()).get(0);
    SignerCatalogue catalogue = SignerCatalogue.of(one.scheme(), one.profile());
    HttpRequest signed =
        DeviatingSigner.of(
                catalogue,
                one.scheme(),
                one.profile(),
                situation.credentials(),
                List.of(catalogue.deviation("signature-in-hex")))
            .sign(situation.request(), situation.time())
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(one.scheme(), one.profile(), situation.credentials())
                .withBudget(Duration.ZERO)
                .explain(signed, situation.time()));
    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of("signature-in-hex"));
  }

  @Test
  void explain_stopsWhenBudgetIsSpent() {
    Examples.Case one = Examples.of("ticketevolution", Profile.DOCUMENTED);
    Examples.Situation situation = Examples.situations(one.scheme()).get(0);
    HttpRequest signed =
        Signer.of(
                one.scheme().rules(one.profile()),
                Examples.credentials(one.scheme(), "somebody else's secret"))
            .sign(situation.request(), situation.time())
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(one.scheme(), one.profile(), situation.credentials())
                .withBudget(Duration.ZERO)
                .explain(signed, situation.time()));
    assertThat(diagnosis.searched().exhausted()).isFalse();
    assertThat(diagnosis.explanations()).isEmpty();
  }

  @Test
  void explain_findsThatPublishedSignatureLacksFirstSegment() {
    Scheme scheme = Examples.SCHEMES.scheme("ticketevolution");
    HttpRequest request =
        HttpRequest.get("https://api.ticketevolution.com/v9/brokerages?page=1&per_page=1")
            .withHeader("X-Token", "abc")
            .withHeader("X-Signature", "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=");
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme))
                .explain(request, NOW));
    assertThat(Diagnoses.ids(diagnosis)).first().isEqualTo(List.of("path-without-first-segment"));
    assertThat(diagnosis.explanations().get(0).stringToSign().orElseThrow().text())
        .isEqualTo("GET api.ticketevolution.com/brokerages?page=1&per_page=1");
    assertThat(diagnosis.expected().orElseThrow().text())
        .isEqualTo("GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1");
  }

  @Test
  void explain_findsDocumentedSignatureUnderDeployedProfile() {
    Scheme scheme = Examples.SCHEMES.scheme("hoshinplan");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest signed =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .sign(HttpRequest.get("https://www.hoshinplan.com/companies"), NOW)
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DEPLOYED, credentials).explain(signed, NOW));
    assertThat(Diagnoses.ids(diagnosis)).containsExactly(List.of("other-profile"));
    assertThat(diagnosis.explanations().get(0).stringToSign().orElseThrow().text())
        .contains("timestamp=2024-12-04T14:55:06+00:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-12-04T09:55:10Z | local-time-behind | The timestamp is local time: 5 h behind UTC, a time zone.",
        "2024-12-04T02:55:06Z | twelve-hour-clock | The hour was written by a twelve-hour clock.",
        "2024-12-04T14:12:03Z | clock-behind | The timestamp is 43 min 3 s behind: the signer's clock is, or it signed long before sending.",
        "2024-12-03T14:55:06Z | clock-off-by-days | The date is 1 day off and the time of day is right.",
        "2024-12-02T14:55:06Z | clock-off-by-days | The date is 2 days off and the time of day is right.",
      })
  void explain_measuresClock(String time, String id, String title) {
    Scheme scheme = Examples.SCHEMES.scheme("ticketmatic");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest signed =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .sign(
                HttpRequest.get("https://apps.ticketmatic.com/api/1/club/events"),
                Instant.parse(time))
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DOCUMENTED, credentials).explain(signed, NOW));
    assertThat(diagnosis.reason()).isEqualTo(Reason.EXPIRED_TIMESTAMP);
    Deviation found = diagnosis.explanations().get(0).deviations().get(0);
    assertThat(found.id()).isEqualTo(id);
    assertThat(found.title()).isEqualTo(title);
  }

  @Test
  void explain_namesThreeDeviationsOfThreeLayers() {
    Examples.Case one = Examples.of("ticketevolution", Profile.DOCUMENTED);
    SignerCatalogue catalogue = SignerCatalogue.of(one.scheme(), one.profile());
    Credentials credentials = Credentials.examples(one.scheme());
    List<Deviation> three =
        List.of(
            catalogue.deviation("header-without-x"),
            catalogue.deviation("query-not-sorted"),
            catalogue.deviation("signature-in-hex"));
    HttpRequest signed =
        DeviatingSigner.of(one.scheme(), one.profile(), credentials, three)
            .sign(HttpRequest.get("https://api.ticketevolution.com/v9/brokerages?b=2&a=1"), NOW)
            .request();
    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(one.scheme(), one.profile(), credentials).explain(signed, NOW));
    assertThat(diagnosis.explanations().get(0).deviations())
        .containsExactlyInAnyOrderElementsOf(three);
  }

  @ParameterizedTest
  @CsvSource({
    "kong, target-without-query",
    "standard-webhooks, secret-not-decoded",
    "shopify-proxy, query-with-ampersands",
    "ticketmatic-widget, query-with-ampersands",
    "ticketmatic-widget, query-with-equals",
    "ticketmatic-widget, query-as-in-url",
  })
  void explain_findsWhatOnlySomeSchemesCanGetWrong(String id, String deviation) {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme(id);
    Credentials credentials = Credentials.examples(scheme);
    Deviation wrong = SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviation(deviation);
    HttpRequest signed =
        DeviatingSigner.of(scheme, Profile.DOCUMENTED, credentials, List.of(wrong))
            .sign(HttpRequest.get("https://gateway.example/requests?a=1&b=2"), NOW)
            .request();

    Diagnosis.Rejected diagnosis =
        Diagnoses.rejected(
            Explainer.of(scheme, Profile.DOCUMENTED, credentials).explain(signed, NOW));

    assertThat(diagnosis.explanations().get(0).deviations()).containsExactly(wrong);
  }
}
