package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the freshness window: exactly the age that is allowed is not too old. */
final class FreshnessTest {
  private static final Instant SIGNED = Instant.parse("2016-12-31T23:59:30Z");

  @ParameterizedTest
  @CsvSource({
    "ticketmatic, DOCUMENTED, PT0S, accepted",
    "ticketmatic, DOCUMENTED, PT29M59.999S, accepted",
    "ticketmatic, DOCUMENTED, PT30M, accepted",
    "ticketmatic, DOCUMENTED, PT30M0.001S, expired-timestamp",
    "ticketmatic, DOCUMENTED, PT30M1S, expired-timestamp",
    "ticketmatic, DOCUMENTED, PT87600H, expired-timestamp",
    "ticketmatic, DOCUMENTED, PT-1S, accepted",
    "ticketmatic, DOCUMENTED, PT-87600H, accepted",
    "hoshinplan, DOCUMENTED, PT5M, accepted",
    "hoshinplan, DOCUMENTED, PT5M0.5S, expired-timestamp",
    "hoshinplan, DOCUMENTED, PT-1H, accepted",
    "hoshinplan, DEPLOYED, PT5M, accepted",
    "hoshinplan, DEPLOYED, PT5M0.5S, expired-timestamp",
    "hoshinplan, DEPLOYED, PT0S, accepted",
    "hoshinplan, DEPLOYED, PT-0.001S, future-timestamp",
    "rmtrack, DOCUMENTED, PT876000H, accepted",
    "rmtrack, DOCUMENTED, PT-876000H, accepted",
    "ticketevolution, DOCUMENTED, PT876000H, accepted",
  })
  void verify_knowsTheEdgeOfTheWindow(String id, Profile profile, Duration age, String verdict) {
    Scheme scheme = TestSchemes.builtIn(id);
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest request =
        Signer.of(scheme.rules(profile), credentials)
            .sign(HttpRequest.get("https://h/x"), SIGNED)
            .request();

    assertThat(said(Verifier.of(scheme, profile, credentials).verify(request, SIGNED.plus(age))))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, PT5M, accepted",
    "PT5M, PT5M0.001S, expired-timestamp",
    "PT5M, PT-5M, accepted",
    "PT5M, PT-5M-0.001S, future-timestamp",
    "PT5M, PT-876000H, future-timestamp",
    "PT1S, PT-1S, accepted",
    "PT1S, PT-1.001S, future-timestamp",
    "P1D, PT-24H, accepted",
    "P1D, PT-24H-1S, future-timestamp",
    "PT0S, PT0S, accepted",
    "PT0S, PT-0.001S, future-timestamp",
    "PT31556889864403199S, PT-876000H, accepted",
  })
  void verify_knowsTheEdgeOfTheClockSkew(Duration ahead, Duration age, String verdict) {
    assertThat(said(ofSkew("hoshinplan", ahead, age))).isEqualTo(verdict);
  }

  @Test
  void verify_rejectsTimestampOfTheFuture_andSaysByHowMuch() {
    Duration early = Duration.ofMinutes(-2);

    assertThat(ofSkew("ticketmatic", Duration.ofSeconds(90), early))
        .extracting("detail")
        .isEqualTo("it is 2 min in the future and may be 1 min 30 s");
    assertThat(ofSkew("ticketmatic", Duration.ZERO, early))
        .extracting("detail")
        .isEqualTo("it is 2 min in the future");
  }

  /** What becomes of a signature of that age where a clock may be so far ahead. */
  private static Verdict ofSkew(String id, Duration ahead, Duration age) {
    Scheme scheme = TestSchemes.builtIn(id);
    Credentials credentials = Credentials.examples(scheme);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    TimestampRule rule = rules.timestamp().orElseThrow().withMaxAhead(Optional.of(ahead));
    HttpRequest request =
        Signer.of(rules, credentials).sign(HttpRequest.get("https://h/x"), SIGNED).request();
    return Verifier.of(scheme, rules.withTimestamp(Optional.of(rule)), credentials)
        .verify(request, SIGNED.plus(age));
  }

  @Test
  void verify_looksAtTheClock_alsoWhereItKnowsTheTimestamp() {
    Scheme scheme = TestSchemes.builtIn("ticketmatic");
    Credentials credentials = Credentials.examples(scheme);
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, credentials);
    Signer signer = Signer.of(scheme.rules(Profile.DOCUMENTED), credentials);
    HttpRequest request = signer.sign(HttpRequest.get("https://h/x"), SIGNED).request();
    HttpRequest later =
        signer.sign(HttpRequest.get("https://h/x"), SIGNED.plusSeconds(1)).request();

    assertThat(said(verifier.verify(request, SIGNED))).isEqualTo("accepted");
    Instant end = SIGNED.plus(Duration.ofMinutes(30));
    assertThat(said(verifier.verify(request, end))).isEqualTo("accepted");
    assertThat(said(verifier.verify(request, end.plusNanos(1)))).isEqualTo("expired-timestamp");
    assertThat(said(verifier.verify(later, end.plusNanos(1)))).isEqualTo("accepted");
    assertThat(said(verifier.verify(request, end.plusNanos(1)))).isEqualTo("expired-timestamp");
  }

  @Test
  void verify_readsEveryTimestampAnew_thatIsEncodedInAnotherWay() {
    Scheme scheme = TestSchemes.builtIn("hoshinplan");
    Credentials credentials = Credentials.examples(scheme);
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, credentials);
    Signer signer = Signer.of(scheme.rules(Profile.DOCUMENTED), credentials);
    for (int second : new int[] {0, 1, 0}) {
      HttpRequest request =
          signer.sign(HttpRequest.get("https://h/x"), SIGNED.plusSeconds(second)).request();
      HttpRequest otherwise = request.withTarget(request.target().replace("%3A", ":"));
      Instant end = SIGNED.plusSeconds(second).plus(Duration.ofMinutes(5));

      for (HttpRequest one : List.of(request, otherwise, request)) {
        assertThat(said(verifier.verify(one, end))).isEqualTo("accepted");
        assertThat(said(verifier.verify(one, end.plusNanos(1)))).isEqualTo("expired-timestamp");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, expired-timestamp",
    "0, expired-timestamp",
    "1, accepted",
    "31556889864403199, accepted"
  })
  void verify_knowsTheEdgeOfAWindowThatEndsWithTime(long longer, String verdict) {
    Scheme scheme = TestSchemes.builtIn("ticketmatic");
    Credentials credentials = Credentials.examples(scheme);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    Duration untilTheLastSecond =
        Duration.ofSeconds(Instant.MAX.getEpochSecond() - SIGNED.getEpochSecond());
    TimestampRule rule =
        rules
            .timestamp()
            .orElseThrow()
            .withMaxAge(Optional.of(untilTheLastSecond.plusSeconds(longer)));
    HttpRequest request =
        Signer.of(rules, credentials).sign(HttpRequest.get("https://h/x"), SIGNED).request();
    Verifier verifier = Verifier.of(scheme, rules.withTimestamp(Optional.of(rule)), credentials);

    assertThat(said(verifier.verify(request, SIGNED))).isEqualTo("accepted");
    assertThat(said(verifier.verify(request, Instant.MAX))).isEqualTo(verdict);
  }

  @Test
  void verify_rejectsExpiredTimestamp_andSaysByHowMuch() {
    assertThat(rejected("2016-12-31T23:00:00", Instant.parse("2017-01-01T00:02:03.040Z")).detail())
        .isEqualTo("it is 1 h 2 min 3.040 s old and may be 30 min");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01T00:00:00", "1970-01-01T00:00:00", "1582-10-10T00:00:00"})
  void verify_rejectsTimesOfLongAgo(String timestamp) {
    assertThat(rejected(timestamp, SIGNED).reason()).isEqualTo(Reason.EXPIRED_TIMESTAMP);
  }

  private static Verdict.Rejected rejected(String timestamp, Instant now) {
    Scheme scheme = TestSchemes.builtIn("ticketmatic");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest request =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .signWithTimestamp(HttpRequest.get("https://h/x"), timestamp, now)
            .request();
    return (Verdict.Rejected)
        Verifier.of(scheme, Profile.DOCUMENTED, credentials).verify(request, now);
  }

  private static String said(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().toString() : "accepted";
  }
}
