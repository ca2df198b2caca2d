package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case makes of the answers of a server that its requests really go to. */
final class VerifyingCaseAtServersTest implements UnreadLog {
  private static final Judged YES = new Judged.Accepted("");

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
    Case one = new Case(ServerTarget.placed(server).run(), subject, Role.ENDPOINT, this);
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

  @Test
  void expectRejected_acceptedBehindARightRequestAlone_isOfTheConnection() {
    Judged no = new Judged.Rejected("", "");

    assertThatThrownBy(() -> wrong(YES, YES, no, no, no, YES, YES))
        .isInstanceOf(NotConformantException.class)
        .hasMessageContaining("on the same connection");
  }

  @Test
  void expectRejected_notAlwaysAccepted_saysHowOften() {
    Judged no = new Judged.Rejected("", "");

    assertThatThrownBy(() -> wrong(YES, YES, no, YES, no))
        .isInstanceOf(NotConformantException.class)
        .hasMessageStartingWith(
            "expected it to be rejected, and it was accepted; the same request was refused 2 of 4"
                + " times\nwhat it did: It does not always judge the same request alike.");
    assertThatThrownBy(() -> wrong(YES, YES, no, no, no, YES, no))
        .hasMessageContaining("the same request was refused 4 of 5 times");
    assertThatThrownBy(() -> wrong(YES, YES, YES, YES, YES))
        .hasMessage("expected it to be rejected, and it was accepted");
  }

  /** Shows a server a right request, and then the same with another signature. */
  private void wrong(Judged... answers) {
    VerifyingCase negative = placed(answers);
    negative.prepareAccepted();
    negative.change(request -> request.withHeader("X-More", "1"));
    negative.expectRejected(Optional.empty());
  }

  /** What it took before it refuses for that, so that each request has to be one of its own. */
  @Test
  void expectAccepted_byAServerThatTakesEachRequestOnce_isShownANewOne() {
    Set<HttpRequest> seen = new HashSet<>();
    RunContext run =
        ServerTarget.placed(call -> seen.add(call.request()) ? YES : new Judged.Rejected("", ""))
            .run();
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

  private VerifyingCase placed(Judged... answers) {
    return placed(
        Fixtures.subject("rmtrack"), ServerTarget.placed(ServerTarget.answering(answers)).run());
  }

  private VerifyingCase placed(SchemeUnderTest subject, RunContext run) {
    return new Case(run, subject, Role.ENDPOINT, this).verifying();
  }
}
