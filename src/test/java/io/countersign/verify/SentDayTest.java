package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.DayForm;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TestSchemes;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A day that is sent beside the timestamp has to be the timestamp's. */
final class SentDayTest {
  private static final Scheme SCHEME =
      Schemes.in(List.of(TestSchemes.further())).scheme("aws-signature-4");
  private static final Credentials CREDENTIALS = Credentials.examples(SCHEME);
  private static final Instant TIME = Instant.parse("2015-08-30T23:59:59Z");
  private static final HttpRequest SIGNED =
      Signer.of(SCHEME.rules(Profile.DOCUMENTED), CREDENTIALS)
          .sign(HttpRequest.get("https://h/"), TIME)
          .request();

  @ParameterizedTest
  @CsvSource({
    "20150830, accepted",
    "20150831, ambiguous-request",
    "20150829, ambiguous-request",
    "19700101, ambiguous-request",
    "2015-08-30, malformed-credential",
    "20150832, malformed-credential",
    "20151301, malformed-credential",
    "201508300, malformed-credential",
    "yesterday, malformed-credential",
    "'', malformed-credential",
  })
  void verify_rejectsAnotherDay(String day, String reason) {
    String authorization = SIGNED.headers().first("Authorization").orElseThrow();

    assertThat(
            reason(
                SCHEME.rules(Profile.DOCUMENTED),
                with(
                    SIGNED, "Authorization", authorization.replace("/20150830/", "/" + day + "/"))))
        .isEqualTo(reason);
  }

  /** The time is read off the timestamp, and what is wrong with that is said first. */
  @ParameterizedTest
  @CsvSource({
    "20150830T235959Z, accepted",
    "20150831T000000Z, ambiguous-request",
    "20150830T235958Z, signature-mismatch",
    "20150830T234458Z, expired-timestamp",
    "20150831T001500Z, future-timestamp",
    "20150830, malformed-timestamp",
    "'', missing-timestamp",
  })
  void verify_readsTheTimeOffTheTimestamp(String timestamp, String reason) {
    assertThat(reason(SCHEME.rules(Profile.DOCUMENTED), with(SIGNED, "X-Amz-Date", timestamp)))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(DayForm.class)
  void verify_takesTheDayInTheFormOfTheScheme(DayForm form) {
    SigningRules rules = SCHEME.rules(Profile.DOCUMENTED);
    TimestampRule rule = rules.timestamp().orElseThrow();
    SigningRules written =
        rules.withTimestamp(
            Optional.of(new TimestampRule(rule.format(), rule.maxAge(), rule.maxAhead(), form)));
    HttpRequest signed =
        Signer.of(written, CREDENTIALS).sign(HttpRequest.get("https://h/"), TIME).request();

    assertThat(signed.headers().first("Authorization").orElseThrow())
        .contains(form == DayForm.BASIC ? "/20150830/" : "/2015-08-30/");
    assertThat(reason(written, signed)).isEqualTo("accepted");
    assertThat(reason(rules, signed))
        .isEqualTo(form == DayForm.BASIC ? "accepted" : "malformed-credential");
  }

  /** In a header of its own it is a part of the time, and of no credential. */
  @ParameterizedTest
  @CsvSource({
    "20150830, accepted",
    "20150831, ambiguous-request",
    "yesterday, malformed-timestamp",
    "'', malformed-timestamp",
  })
  void verify_rejectsAnotherDayInAHeaderOfItsOwn(String day, String reason) {
    SigningRules rules = SCHEME.rules(Profile.DOCUMENTED);
    List<Placement> sent = new ArrayList<>();
    sent.add(rules.sent().get(0));
    sent.add(header("X-Day", "{day}"));
    sent.add(header("Authorization", "{access_key}/{region}/{service}:{signature}"));
    SigningRules apart = rules.withSent(sent);
    HttpRequest signed =
        Signer.of(apart, CREDENTIALS).sign(HttpRequest.get("https://h/"), TIME).request();

    assertThat(reason(apart, with(signed, "X-Day", day))).isEqualTo(reason);
  }

  private static HttpRequest with(HttpRequest request, String name, String value) {
    return request.withHeaders(request.headers().without(name)).withHeader(name, value);
  }

  private static Placement header(String name, String value) {
    return new Placement.InHeader(name, List.of(), Template.parse(value).orElseThrow());
  }

  private static String reason(SigningRules rules, HttpRequest request) {
    Verdict verdict = Verifier.of(SCHEME, rules, CREDENTIALS).verify(request, TIME);
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().toString() : "accepted";
  }
}
