package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case makes of an answer that is neither yes nor the documented no. */
final class VerifyingCaseTest implements CaseLog {
  private static final String URL = "https://www.rmtrack.com/RMT/RMTrackApi/x?a=1";

  private static final Judged YES = new Judged.Accepted("");

  @Override
  public void attach(String name, String text) {
    // Nobody looks at it here.
  }

  @Override
  public void saw(String sentence) {
    // Nor at this.
  }

  /** A sandbox may not have the resource, or not like a body that was made up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 Not Found",
        "405 Method Not Allowed",
        "415 Unsupported Media Type",
        "422 Unprocessable Entity",
        "422"
      })
  void expectAccepted_answeredAboutTheResource_isInconclusive(String answer) {
    VerifyingCase verifying = server(otherwise(answer));
    verifying.prepare();

    assertThatThrownBy(verifying::expectAccepted)
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("it was refused otherwise: " + answer)
        .hasMessageContaining("says nothing about its signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 Bad Request",
        "403 Forbidden",
        "302 Found to /login",
        "500 Internal Server Error",
        "503 Service Unavailable"
      })
  void expectAccepted_refusedOtherwise_isFailed(String answer) {
    VerifyingCase verifying = server(otherwise(answer));
    verifying.prepare();

    assertThatThrownBy(verifying::expectAccepted)
        .isInstanceOf(NotConformantException.class)
        .hasMessage("expected it to be accepted, and it was refused otherwise: " + answer);
  }

  /** It has the resource, since it has just taken a request to it. */
  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "422 Unprocessable Entity"})
  void afterAnAcceptedControl_anyOtherRefusalIsFailed(String answer) {
    VerifyingCase positive = server(YES, otherwise(answer));
    positive.prepareAccepted();
    assertThatThrownBy(positive::expectAccepted).isInstanceOf(NotConformantException.class);

    VerifyingCase negative = server(YES, otherwise(answer));
    negative.prepareAccepted();
    negative.change(request -> request.withHeader("X-More", "1"));
    assertThatThrownBy(() -> negative.expectRejected(Optional.empty()))
        .isInstanceOf(NotConformantException.class)
        .hasMessageContaining("refused otherwise: " + answer);
  }

  /** An adapter's verifier has no resources. */
  @Test
  void expectAccepted_byAVerifierThatSaysSo_isFailed() {
    VerifyingCase verifying =
        verifying(
            EmbeddedTarget.reference().withVerifier(call -> otherwise("404 Not Found")),
            Role.VERIFIER);
    verifying.prepare();

    assertThatThrownBy(verifying::expectAccepted).isInstanceOf(NotConformantException.class);
  }

  /** The control was accepted, and another took its place: that one has to be accepted, too. */
  @Test
  void prepareAcceptedWith_anotherControl_isInconclusiveUnlessItIsAccepted() {
    String signature = Fixtures.control("rmtrack", URL).signed().signature();
    String absent = "abcdefgh".replaceAll("[" + signature + "]", "").substring(0, 1);
    VerifyingCase refusing = server(YES, otherwise("403 Forbidden"));
    refusing.prepareAccepted();
    VerifyingCase accepting = server(YES, YES, otherwise("401 Unauthorized"));
    accepting.prepareAccepted();

    assertThatThrownBy(() -> refusing.prepareAcceptedWith(absent))
        .isInstanceOf(InconclusiveException.class)
        .hasMessage(
            "the unchanged request was not accepted: it was refused otherwise: 403 Forbidden");
    accepting.prepareAcceptedWith(absent);
    assertThatThrownBy(() -> accepting.expectRejected(Optional.empty()))
        .as("it is the other one that is to be changed")
        .hasMessage("the change left the request as it was");
  }

  @Test
  void prepareAcceptedWith_aControlThatHasTheLetter_asksNothingMore() {
    String signature = Fixtures.control("rmtrack", URL).signed().signature();
    VerifyingCase verifying = server(YES);
    verifying.prepareAccepted();

    assertThatCode(() -> verifying.prepareAcceptedWith(signature.substring(0, 1)))
        .doesNotThrowAnyException();
  }

  /** Whoever locks out after failures refuses what is right, whatever was changed in it. */
  @ParameterizedTest
  @ValueSource(strings = {"401", "403 Forbidden"})
  void expectAccepted_whereTheUsualRequestIsRefusedToo_isInconclusive(String answer) {
    Judged refused = answer.equals("401") ? new Judged.Rejected("", "") : otherwise(answer);
    VerifyingCase variant = placed(refused, refused);
    variant.prepare();
    variant.change(request -> request.withHeader("X-More", "1"));

    assertThatThrownBy(variant::expectAccepted)
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("the usual request, signed anew, was refused, too");
  }

  @Test
  void expectAccepted_whereTheUsualRequestIsTaken_isFailed() {
    VerifyingCase variant = placed(new Judged.Rejected("", ""), YES);
    variant.prepare();
    variant.change(request -> request.withHeader("X-More", "1"));

    assertThatThrownBy(variant::expectAccepted)
        .isInstanceOf(NotConformantException.class)
        .hasMessage("expected it to be accepted, and it was rejected");
  }

  @Test
  void prepareAccepted_whereTheUsualRequestIsRefusedToo_saysSo() {
    Judged no = new Judged.Rejected("", "");

    assertThatThrownBy(placed(no, no)::prepareAccepted)
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("the usual request, signed anew, was refused, too");
    assertThatThrownBy(placed(no, YES)::prepareAccepted)
        .as("of this one alone something can be said")
        .isInstanceOf(ControlRefusedException.class);
  }

  /** Another one is taken that has a query: that this one was seen before is not known of it. */
  @Test
  void expectAccepted_byAServerThatTakesARequestTwice_suspectsNoRepetition() {
    VerifierUnderTest wantsAQuery =
        call ->
            call.request().query().isPresent() || isWithoutQuestionMark(call.request())
                ? YES
                : new Judged.Rejected("", "");
    SchemeUnderTest subject = Fixtures.subject("ticketevolution");
    VerifyingCase refused = refusedWithoutQuery(subject, wantsAQuery);
    VerifyingCase once = refusedWithoutQuery(subject.withSettled(Preflight.ONCE), wantsAQuery);

    assertThatThrownBy(refused::expectAccepted)
        .isInstanceOf(NotConformantException.class)
        .hasMessageContaining("what it did")
        .hasMessageContaining("question mark")
        .hasMessageNotContaining("seen before");
    assertThatThrownBy(once::expectAccepted)
        .isInstanceOf(InconclusiveException.class)
        .hasMessageContaining("seen before");
  }

  private VerifyingCase refusedWithoutQuery(SchemeUnderTest subject, VerifierUnderTest server) {
    Case one = new Case(run(new Placed(server)), subject, Role.ENDPOINT, this);
    one.setting().resource("categories");
    one.verifying().prepare();
    return one.verifying();
  }

  /** Whether it is signed so, which is wrong where there is no query. */
  private static boolean isWithoutQuestionMark(HttpRequest request) {
    SchemeUnderTest subject = Fixtures.subject("ticketevolution");
    Control right =
        Control.sign(
            subject.scheme().rules(Profile.DOCUMENTED),
            subject.credentials(),
            request.withHeaders(Headers.NONE),
            Fixtures.NOW);
    String string = right.signed().stringToSign().text().replace("?", "");
    return request.headers().equals(right.signedOver(string).headers());
  }

  /** What it took before it refuses for that, so that each request has to be one of its own. */
  @Test
  void expectAccepted_byAServerThatTakesEachRequestOnce_isShownANewOne() {
    Set<HttpRequest> seen = new HashSet<>();
    Target once = new Placed(call -> seen.add(call.request()) ? YES : new Judged.Rejected("", ""));
    RunContext run = run(once);
    SchemeUnderTest subject = Fixtures.subject("rmtrack").withSettled(Preflight.ONCE);
    for (int i = 0; i < 3; i++) {
      VerifyingCase variant = placed(subject, run);
      variant.prepare();
      assertThatCode(variant::expectAccepted).doesNotThrowAnyException();
    }
  }

  private static Judged otherwise(String answer) {
    return new Judged.RefusedOtherwise(
        OptionalInt.of(Integer.parseInt(answer.substring(0, 3))), answer, "");
  }

  private VerifyingCase server(Judged... answers) {
    Deque<Judged> left = new ArrayDeque<>(List.of(answers));
    return verifying(new Server(call -> left.remove()), Role.ENDPOINT);
  }

  private VerifyingCase verifying(Target target, Role role) {
    Case one = new Case(run(target), Fixtures.subject("rmtrack"), role, this);
    one.setting().request(HttpRequest.get(URL));
    return one.verifying();
  }

  private static RunContext run(Target target) {
    return RunContext.of(target, Profile.DOCUMENTED, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), 1);
  }

  /** One that requests really go to. */
  private VerifyingCase placed(Judged... answers) {
    Deque<Judged> left = new ArrayDeque<>(List.of(answers));
    return placed(Fixtures.subject("rmtrack"), run(new Placed(call -> left.remove())));
  }

  private VerifyingCase placed(SchemeUnderTest subject, RunContext run) {
    return new Case(run, subject, Role.ENDPOINT, this).verifying();
  }

  private record Placed(VerifierUnderTest server) implements Target {
    @Override
    public TargetInfo info() {
      return new TargetInfo(TargetInfo.Kind.ENDPOINT, "server");
    }

    @Override
    public Optional<VerifierUnderTest> endpoint() {
      return Optional.of(server);
    }

    @Override
    public Optional<String> baseUrl(Role role) {
      return Optional.of("http://127.0.0.1:1");
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }

  private record Server(VerifierUnderTest server) implements Target {
    @Override
    public TargetInfo info() {
      return new TargetInfo(TargetInfo.Kind.ENDPOINT, "server");
    }

    @Override
    public Optional<VerifierUnderTest> endpoint() {
      return Optional.of(server);
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
