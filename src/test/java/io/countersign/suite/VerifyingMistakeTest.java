package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.TestSchemes;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class VerifyingMistakeTest implements UnreadLog {
  private static final HttpRequest REQUEST = HttpRequest.get("https://h.example/v9/x?b=2&a=1");

  private RunContext run;

  @Test
  void expectAccepted_saysWhatIsAcceptedInPlaceOfTheRightRequest() {
    VerifyingCase verifying = verifying(request -> request.equals(deviating("query-not-sorted")));
    verifying.prepare();

    NotConformantException finding =
        catchThrowableOfType(NotConformantException.class, verifying::expectAccepted);

    assertThat(finding.getMessage().lines())
        .containsExactly(
            "expected it to be accepted, and it was rejected",
            "what it did: It accepts requests that are signed so: The query was signed in the order in"
                + " which it is sent, unsorted.",
            "signed:   GET h.example/v9/x?b=2&a=1",
            "expected: GET h.example/v9/x?a=1&b=2",
            " ".repeat(29) + "^",
            "how to fix it: Accept those that are signed as is due: Sort the parameters by name before"
                + " signing.");
    assertThat(finding.ending().cause().map(Cause::id)).isEqualTo(Optional.of("query-not-sorted"));
  }

  @Test
  void expectAccepted_comparesNoStringsThatAreEqual() {
    VerifyingCase verifying = verifying(request -> request.equals(deviating("signature-in-hex")));
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessageContaining("hexadecimal")
        .hasMessageNotContaining("signed: ");
  }

  @Test
  void expectAccepted_saysNoMoreWhereNothingIsAccepted() {
    VerifyingCase verifying = verifying(request -> false);
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessage("expected it to be accepted, and it was rejected");
  }

  /** A wrong secret fails every case, and shall not cost each of them a whole search. */
  @Test
  void expectAccepted_asksLessOnceNothingWasAcceptedAFewTimes() {
    VerifyingCase verifying = verifying(request -> false);
    verifying.prepare();
    Duration before = run.explaining().verifiers().budget();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(verifying::expectAccepted).isInstanceOf(NotConformantException.class);
    }

    assertThat(run.explaining().verifiers().budget()).isLessThan(before.dividedBy(10));
  }

  /**
   * One that keeps what it has seen refuses the right request, and no other that is as right; what
   * it reads more freely than the reference has nothing to do with it.
   */
  @Test
  void expectAccepted_takesNoOtherRequestForAMistake_whereAnotherRightOneIsAccepted() {
    HttpRequest request = HttpRequest.get("https://www.rmtrack.com/RMT/RMTrackApi/x?a=1");
    HttpRequest right = Fixtures.control("rmtrack", request.url().toString()).request();
    Set<HttpRequest> seen = new HashSet<>(Set.of(right));
    VerifyingCase verifying = verifying(Fixtures.subject("rmtrack"), request, seen::add);
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessage(
            "expected it to be accepted, and it was rejected\n"
                + "another one that is as right was accepted: this one may have been refused"
                + " because it was seen before");
  }

  /** Who takes the other one twice keeps nothing of what it has seen. */
  @Test
  void expectAccepted_blamesNoMemory_whereTheSameRequestIsTakenTwice() {
    HttpRequest request = HttpRequest.get("https://www.rmtrack.com/RMT/RMTrackApi/x?a=1");
    HttpRequest right = Fixtures.control("rmtrack", request.url().toString()).request();
    VerifyingCase verifying =
        verifying(Fixtures.subject("rmtrack"), request, asked -> !asked.equals(right));
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessage(
            "expected it to be accepted, and it was rejected\n"
                + "another one that is as right was accepted");
  }

  /** What is no text stays what it is in the other request, so that it is no other for that. */
  @Test
  void expectAccepted_holdsAgainstABodyThatIsNoText_anotherThatIsNone() {
    HttpRequest request =
        new HttpRequest(
            "POST",
            RequestUrl.parse("https://h.example/hook"),
            Headers.NONE,
            Octets.of(new byte[] {'a', (byte) 0xFF, 'b'}));
    VerifyingCase verifying =
        verifying(
            Fixtures.subject(TestSchemes.further(), "github-webhook"),
            request,
            asked -> asked.body().isText());
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessageNotContaining("another one")
        .hasMessageNotContaining("seen before");
  }

  @Test
  void expectAccepted_saysThatTheSameRequestIsNotAlwaysJudgedAlike() {
    AtomicInteger asked = new AtomicInteger();
    VerifyingCase verifying = verifying(request -> asked.getAndIncrement() > 0);
    verifying.prepare();

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessage(
            "expected it to be accepted, and it was rejected\n"
                + "shown once more, it was accepted: the same request is not always judged alike");
  }

  /** To let in who has not signed at all is no way of reading the documentation. */
  @Test
  void expectAccepted_takesNoMissingSignatureForAReading() {
    VerifyingCase verifying = verifying(request -> !request.headers().has("X-Signature"));
    verifying.prepare();

    assertThat(
            catchThrowableOfType(NotConformantException.class, verifying::expectAccepted)
                .ending()
                .cause())
        .map(Cause::id)
        .isNotEqualTo(Optional.of("authentication-missing"))
        .isNotEqualTo(Optional.of("signature-missing"));
  }

  @Test
  void expectAccepted_explainsNothingOfARequestThatWasChanged() {
    VerifyingCase verifying = verifying(request -> request.equals(deviating("query-not-sorted")));
    verifying.prepare();
    verifying.change(request -> request.withHeaders(request.headers().with("X-More", "1")));

    assertThat(catchThrowableOfType(NotConformantException.class, verifying::expectAccepted))
        .hasMessageNotContaining("what it did");
  }

  private static HttpRequest deviating(String id) {
    SchemeUnderTest subject = Fixtures.subject("ticketevolution");
    Scheme scheme = subject.scheme();
    Deviation one = SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviation(id);
    return DeviatingSigner.of(scheme, Profile.DOCUMENTED, subject.credentials(), List.of(one))
        .sign(REQUEST, Fixtures.NOW)
        .request();
  }

  private VerifyingCase verifying(Predicate<HttpRequest> accepted) {
    return verifying(Fixtures.subject("ticketevolution"), REQUEST, accepted);
  }

  private VerifyingCase verifying(
      SchemeUnderTest subject, HttpRequest request, Predicate<HttpRequest> accepted) {
    VerifierUnderTest verifier =
        call ->
            accepted.test(call.request()) ? new Judged.Accepted("") : new Judged.Rejected("", "no");
    run =
        RunContext.of(
            EmbeddedTarget.reference().withVerifier(verifier),
            Profile.DOCUMENTED,
            Clock.fixed(Fixtures.NOW, ZoneOffset.UTC),
            1);
    Case one = new Case(run, subject, Role.VERIFIER, this);
    one.setting().request(request);
    return one.verifying();
  }
}
