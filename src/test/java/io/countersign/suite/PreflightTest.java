package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PreflightTest {
  /** Of each kind of mistake, however rare it is, one is among the few that a server is shown. */
  @ParameterizedTest
  @CsvSource({
    "ticketmatic, joined-with-colon",
    "ticketmatic, hmac-sha1-used",
    "ticketmatic, account-left-out",
    "ticketmatic, final-newline-added",
    "ticketmatic, signature-in-base64",
    "ticketmatic, timestamp-with-zone",
    "rmtrack, hmac-sha256-used",
    "rmtrack, newlines-as-crlf",
    "ticketevolution, query-left-out",
    "ticketevolution, question-mark-left-out"
  })
  void whoTakesTheRequestSignedOtherwise_isSaidTo(String scheme, String deviation) {
    SchemeUnderTest subject = Fixtures.subject(scheme);
    SignerCatalogue catalogue = SignerCatalogue.of(subject.scheme(), Profile.DOCUMENTED);
    HttpRequest draft =
        new Setting(run(new Server(request -> false)), subject, Role.ENDPOINT).request();
    HttpRequest taken =
        DeviatingSigner.of(
                catalogue,
                subject.scheme(),
                Profile.DOCUMENTED,
                subject.credentials(),
                List.of(catalogue.deviation(deviation)))
            .sign(draft, Fixtures.NOW)
            .request();
    Server server = new Server(taken::equals);

    Preflight.Finding.Refused refused =
        (Preflight.Finding.Refused) Preflight.of(run(server), subject);

    assertThat(refused.diagnosis()).contains("the credentials are right");
    assertThat(refused.accepted())
        .contains(
            "what it did: It accepts requests that are signed so: "
                + catalogue.deviation(deviation).title());
  }

  /** It may lock out who sends it too many wrong signatures. */
  @ParameterizedTest
  @ValueSource(strings = {"ticketmatic", "rmtrack", "ticketevolution", "hoshinplan"})
  void whoTakesNothing_isShownAFew(String scheme) {
    Server server = new Server(request -> false);

    Preflight.Finding.Refused refused =
        (Preflight.Finding.Refused) Preflight.of(run(server), Fixtures.subject(scheme));

    assertThat(refused.diagnosis()).contains("check the credentials");
    assertThat(server.asked).isBetween(24, 30);
  }

  /** Some answer what they have seen before with another status than what is signed wrongly. */
  @Test
  void whoRefusesARepetitionOtherwise_takesEachRequestOnce() {
    Server once = new Server(request -> true);
    once.again = new Judged.RefusedOtherwise(OptionalInt.of(409), "409 Conflict", "");

    Preflight.Finding.Ready ready =
        (Preflight.Finding.Ready) Preflight.of(run(once), Fixtures.subject("rmtrack"));

    assertThat(ready.subject().settled()).containsExactly(Preflight.ONCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404|404 Not Found|the server has no such path (404 Not Found)",
        "302|302 Found to /login|with a redirect to a login page (302 Found to /login)",
        "307|307 Temporary Redirect to https://id.example/Sign-In?next=x|redirect to a login page (307 ",
        "301|301 Moved Permanently to https://h.example/v2|with a redirect (301 Moved ",
        "405|405 Method Not Allowed|and not with this method (405 ",
        "503|503 Service Unavailable|the server fails over a correctly signed request (503 ",
        "403|403 Forbidden|otherwise than it should (403 Forbidden)",
      })
  void whoRefusesOtherwise_isSaidToInWords(int status, String answer, String words) {
    Judged refused = new Judged.RefusedOtherwise(OptionalInt.of(status), answer, "");

    Preflight.Finding.Refused found =
        (Preflight.Finding.Refused)
            Preflight.of(run(call -> refused), Fixtures.subject("ticketmatic"));

    assertThat(found.diagnosis())
        .contains(words)
        .endsWith("): check the address, and the path (--path)")
        .doesNotContain("refused otherwise");
  }

  private static RunContext run(VerifierUnderTest server) {
    return ServerTarget.placed(server).run();
  }

  private static final class Server implements VerifierUnderTest {
    private final Predicate<HttpRequest> accepted;
    private Judged again = new Judged.Accepted("");
    private int asked;

    Server(Predicate<HttpRequest> accepted) {
      this.accepted = accepted;
    }

    @Override
    public Judged judge(Call call) {
      asked++;
      if (!accepted.test(call.request())) {
        return new Judged.Rejected("", "");
      }
      return asked == 1 ? new Judged.Accepted("") : again;
    }
  }
}
