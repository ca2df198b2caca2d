package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case makes of an answer that is neither yes nor the documented no. */
final class VerifyingCaseTest implements UnreadLog {
  private static final String URL = "https://www.rmtrack.com/RMT/RMTrackApi/x?a=1";

  private static final Judged YES = new Judged.Accepted("");

  private final List<String> answers = new ArrayList<>();

  @Override
  public void attach(String name, String text) {
    if (name.equals("Answer")) {
      answers.add(text);
    }
  }

  /** Who looks at a case in the report wants to see what came, even where that is one word. */
  @Test
  void answer_isShown_whateverItIs() {
    for (Judged judged :
        List.of(
            YES,
            new Judged.Accepted("HTTP/1.1 200 OK"),
            new Judged.Rejected("unknown-key", ""),
            new Judged.Fault("no answer in 10 s"))) {
      VerifyingCase verifying = server(judged);
      verifying.prepare();
      verifying.record();
    }

    assertThat(answers)
        .containsExactly(
            "accepted",
            "HTTP/1.1 200 OK",
            "rejected as unknown-key",
            "not answered: no answer in 10 s");
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

  private static Judged otherwise(String answer) {
    return new Judged.RefusedOtherwise(
        OptionalInt.of(Integer.parseInt(answer.substring(0, 3))), answer, "");
  }

  private VerifyingCase server(Judged... answers) {
    return verifying(ServerTarget.anywhere(ServerTarget.answering(answers)), Role.ENDPOINT);
  }

  private VerifyingCase verifying(Target target, Role role) {
    RunContext run =
        RunContext.of(target, Profile.DOCUMENTED, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), 1);
    Case one = new Case(run, Fixtures.subject("rmtrack"), role, this);
    one.setting().request(HttpRequest.get(URL));
    return one.verifying();
  }
}
