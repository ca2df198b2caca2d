package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Secret;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.target.Call;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.SignerUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningCaseTest implements UnreadLog {
  private static final Scheme SCHEME = TestSchemes.builtIn("ticketevolution");

  private final Map<String, String> attached = new LinkedHashMap<>();
  private RunContext run;

  @Override
  public void attach(String name, String text) {
    attached.put(name, text);
  }

  @Test
  void expectAccepted_saysWhatTheSignerDid() {
    SigningCase signing = signed(SigningCaseTest::unsorted, "b=2&a=1");

    NotConformantException finding =
        catchThrowableOfType(NotConformantException.class, signing::expectAccepted);

    assertThat(finding.getMessage().lines())
        .containsExactly(
            "the request it signed is rejected as signature-mismatch: the signature is not that of"
                + " this request",
            "what it did: The query was signed in the order in which it is sent, unsorted.",
            "signed:   GET h.example/v9/x?b=2&a=1",
            "expected: GET h.example/v9/x?a=1&b=2",
            " ".repeat(29) + "^",
            "how to fix it: Sort the parameters by name before signing.");
    assertThat(attached.get("Explanation")).isNotNull().contains("unsorted", "GET h.example");
  }

  @Test
  void expectSignature_saysWhatTheSignerDid() {
    SigningCase signing = signed(SigningCaseTest::unsorted, "b=2&a=1");

    assertThat(
            catchThrowableOfType(
                NotConformantException.class, () -> signing.expectSignature("published")))
        .hasMessageStartingWith("expected the signature to be 'published', and it is '")
        .hasMessageContaining("unsorted")
        .extracting(finding -> finding.ending().cause().map(Cause::id))
        .isEqualTo(Optional.of("query-not-sorted"));
    assertThat(
            catchThrowableOfType(
                NotConformantException.class, () -> signing.expectStringToSign("another")))
        .hasMessageContaining("unsorted");
  }

  @Test
  void expectAccepted_saysOnlyWhatWasDueWhereNothingExplainsIt() {
    SigningCase signing = signed(SigningCaseTest::withAnotherSecret, "a=1");

    assertThat(catchThrowableOfType(NotConformantException.class, signing::expectAccepted))
        .hasMessageEndingWith(
            "\nit should have signed: GET h.example/v9/x?a=1\n"
                + "how to fix it: Sign exactly what is expected; where it does already, look at the"
                + " secret.")
        .extracting(finding -> finding.ending().cause().map(Cause::id))
        .isEqualTo(Optional.of("signature-mismatch"));
    assertThat(
            catchThrowableOfType(
                NotConformantException.class,
                () -> signing.expectStringToSign("GET h.example/v9/x?a=1")))
        .as("what is said already is not said twice")
        .hasMessageNotContaining("it should have signed");
  }

  /** A wrong secret fails every case, and shall not cost each of them a whole search. */
  @Test
  void expectAccepted_looksShorterOnceNothingWasFoundAFewTimes() {
    SigningCase signing = signed(SigningCaseTest::withAnotherSecret, "a=1");
    Duration before = run.explaining().signers().budget();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(signing::expectAccepted).isInstanceOf(NotConformantException.class);
    }

    assertThat(run.explaining().signers().budget()).isLessThan(before.dividedBy(10));
    assertThat(run.explaining().verifiers().budget()).isEqualTo(before);
  }

  @Test
  void expectSignature_explainsNothingOfASignatureThatIsRight() {
    SigningCase signing =
        signed(
            call ->
                new Signed.Done(
                    Signer.of(call.scheme().rules(call.profile()), call.credentials())
                        .sign(call.request(), call.time())
                        .request()),
            "a=1");

    assertThat(
            catchThrowableOfType(
                NotConformantException.class, () -> signing.expectSignature("of another request")))
        .hasMessageNotContaining("\n");
    assertThat(attached).doesNotContainKey("Explanation");
  }

  /** A scheme that takes any time in the future accepts what such a clock signs. */
  @Test
  void expectations_sayThatATimeTheSchemeTakesIsLocal() {
    Scheme scheme = TestSchemes.builtIn("ticketmatic");
    SigningCase signing =
        signed(
            scheme,
            call ->
                new Signed.Done(
                    Signer.of(call.scheme().rules(call.profile()), call.credentials())
                        .sign(call.request(), call.time().plus(Duration.ofHours(2)))
                        .request()),
            HttpRequest.get("https://h.example/a"));

    for (Runnable expectation :
        List.<Runnable>of(
            () -> signing.expectSignature("published"),
            () -> signing.expectTimestamp("2014-09-23T17:23:00"),
            signing::expectTimestampIsTime)) {
      assertThat(catchThrowableOfType(NotConformantException.class, expectation::run))
          .hasMessageEndingWith(
              "\nwhat it did: The timestamp is local time: 2 h ahead of UTC, a time zone."
                  + "\nhow to fix it: Write the time in UTC.")
          .extracting(finding -> finding.ending().cause().map(Cause::id))
          .isEqualTo(Optional.of("local-time-ahead"));
    }
  }

  /** One mistake is one finding, whatever is looked at: none would find a timestamp there. */
  @Test
  void expectTimestamp_saysWhatIsWrongWithItsHeader() {
    SigningCase signing =
        signed(
            TestSchemes.builtIn("ticketmatic"),
            call -> wrong(call, "auth-scheme-left-out"),
            HttpRequest.get("https://h.example/a"));

    for (Runnable expectation :
        List.<Runnable>of(
            () -> signing.expectTimestamp("2014-09-23T17:23:00"),
            signing::expectTimestampIsTime,
            signing::expectAccepted)) {
      assertThat(catchThrowableOfType(NotConformantException.class, expectation::run))
          .extracting(finding -> finding.ending().cause().map(Cause::id))
          .isEqualTo(Optional.of("auth-scheme-left-out"));
    }
  }

  /** Its clock is right: it is not the one that it should have asked. */
  @Test
  void expectTimestamp_saysThatTheTimeGivenWasNotUsed() {
    Instant asked = Instant.parse("2014-01-02T03:04:05Z");
    HttpRequest request = HttpRequest.get("https://h.example/a");
    SigningCase signing =
        signed(
            TestSchemes.builtIn("ticketmatic"),
            call ->
                new Signed.Done(
                    Signer.of(call.scheme().rules(call.profile()), call.credentials())
                        .sign(call.request(), Instant.parse("2014-09-23T17:23:01Z"))
                        .request()),
            request,
            Optional.of(asked));

    assertThat(
            catchThrowableOfType(
                NotConformantException.class, () -> signing.expectTimestamp("2014-01-02T03:04:05")))
        .hasMessageContaining("what it did: It took the time of its own clock")
        .extracting(finding -> finding.ending().cause().map(Cause::id))
        .isEqualTo(Optional.of("own-clock"));
  }

  @Test
  void explanation_staysShortForALongBody() {
    HttpRequest request =
        HttpRequest.get("https://h.example/v9/x")
            .withMethod("POST")
            .withBody(Octets.of("x".repeat(100_000)));
    SigningCase posting = signed(call -> wrong(call, "body-left-out"), request);
    assertThat(
            catchThrowableOfType(NotConformantException.class, posting::expectAccepted)
                .getMessage())
        .contains("Sign the body", "…")
        .hasSizeLessThan(1000);
  }

  private static Signed unsorted(Call call) {
    return wrong(call, "query-not-sorted");
  }

  private static Signed wrong(Call call, String deviation) {
    Deviation one = SignerCatalogue.of(call.scheme(), call.profile()).deviation(deviation);
    return new Signed.Done(
        DeviatingSigner.of(call.scheme(), call.profile(), call.credentials(), List.of(one))
            .sign(call.request(), call.time())
            .request());
  }

  private static Signed withAnotherSecret(Call call) {
    Credentials other =
        call.credentials().withSecret("secret", Secret.of("secret", "nobody guesses this"));
    return new Signed.Done(
        Signer.of(call.scheme().rules(call.profile()), other)
            .sign(call.request(), call.time())
            .request());
  }

  private SigningCase signed(SignerUnderTest signer, String query) {
    return signed(
        signer, HttpRequest.get("https://h.example/v9/x" + (query.isEmpty() ? "" : "?" + query)));
  }

  private SigningCase signed(SignerUnderTest signer, HttpRequest request) {
    return signed(SCHEME, signer, request);
  }

  private SigningCase signed(Scheme scheme, SignerUnderTest signer, HttpRequest request) {
    return signed(scheme, signer, request, Optional.empty());
  }

  private SigningCase signed(
      Scheme scheme, SignerUnderTest signer, HttpRequest request, Optional<Instant> time) {
    run =
        RunContext.of(
            EmbeddedTarget.reference().withSigner(signer),
            Profile.DOCUMENTED,
            Clock.fixed(Instant.parse("2014-09-23T17:23:00Z"), ZoneOffset.UTC),
            1);
    SchemeUnderTest subject =
        new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme));
    Case one = new Case(run, subject, Role.SIGNER, this);
    one.setting().request(request);
    time.ifPresent(one.setting()::time);
    one.signing().sign();
    return one.signing();
  }
}
