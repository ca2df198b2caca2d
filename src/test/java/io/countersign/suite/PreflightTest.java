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
import io.countersign.verify.Verifier;
import java.util.List;
import java.util.Optional;
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

  /** Only what can be, by the scheme. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ticketmatic|check the credentials and the server's clock",
        "ticketmatic-basic|check the credentials",
        "ticketevolution|check the credentials; a proxy that changes the Host header or the path breaks"
            + " the signature, which was made for host 127.0.0.1:8080 and path /v9/",
        "rmtrack|check the credentials; a proxy that changes the path breaks the signature, which was"
            + " made for path /RMT/",
        "hoshinplan|check the credentials, the profile (documented) and the server's clock; a proxy"
            + " that changes the path breaks the signature, which was made for path /companies",
      })
  void whoRejects_isToldWhatThatMayComeFrom(String scheme, String words) {
    assertThat(diagnosis(scheme, new Judged.Rejected("", "")))
        .startsWith("the server refuses a correctly signed request (rejected): " + words)
        .doesNotContain("authentication");
  }

  @Test
  void whoMayNotBeAsked_isNotAccused() {
    assertThat(diagnosis("rmtrack", new Judged.Skipped("POST is not sent without --allow-writes")))
        .isEqualTo("the server was not asked: POST is not sent without --allow-writes");
  }

  @Test
  void whoSeesNoCredential_mayHaveAProxyThatDropsIt() {
    assertThat(diagnosis("ticketevolution", new Judged.Rejected("missing-credential", "")))
        .endsWith(
            "): something between may drop the header X-Token or the header X-Signature, where that"
                + " is sent");
  }

  @ParameterizedTest
  @CsvSource({
    "rmtrack, WWW-Authenticate: Basic realm=x, Basic",
    "rmtrack, WWW-Authenticate: RMT, ''",
    "ticketmatic-basic, www-authenticate: basic realm=x, ''",
    "ticketevolution, www-authenticate: Negotiate, Negotiate"
  })
  void whoAsksForOtherAuthentication_mayBeAProxy(String scheme, String header, String asked) {
    String answer = "HTTP/1.1 401 Unauthorized\nServer: x\n" + header + "\n\nno";
    String words = diagnosis(scheme, new Judged.Rejected("", answer));
    if (asked.isEmpty()) {
      assertThat(words).doesNotContain("the answer asks for");
    } else {
      assertThat(words).contains("; the answer asks for " + asked + " authentication, ");
    }
  }

  private static String diagnosis(String scheme, Judged answer) {
    return ((Preflight.Finding.Refused) Preflight.of(run(call -> answer), Fixtures.subject(scheme)))
        .diagnosis();
  }

  /** What arrives at the server is the path without that of the gateway, or decoded. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ticketevolution|/gw|/v9/a|/v9/a|signed without /gw, the path of the address",
        "hoshinplan|/gw|/v9/a|/v9/a|signed without /gw, the path of the address",
        "rmtrack||/v9/%c3%a9|/v9/\u00e9|signed with its path decoded",
        "ticketevolution|/gw|/v9/a%21|/gw/v9/a!|signed with its path decoded",
      })
  void whoSeesAnotherPath_isSaidTo(
      String scheme, String base, String path, String seen, String words) {
    SchemeUnderTest subject = Fixtures.subject(scheme);
    VerifierUnderTest behindAProxy =
        call -> {
          HttpRequest arrived = call.request().withUrl(call.request().url().withPath(seen));
          return Judged.of(
              Verifier.of(subject.scheme(), Profile.DOCUMENTED, subject.credentials())
                  .verify(arrived, call.time()));
        };
    String url = "http://127.0.0.1:8080" + (base == null ? "" : base);
    RunContext run =
        new ServerTarget(behindAProxy, Optional.of(url)).run().calling(Optional.of(path));

    Preflight.Finding.Refused refused = (Preflight.Finding.Refused) Preflight.of(run, subject);

    assertThat(refused.diagnosis()).contains("the credentials are right");
    assertThat(refused.accepted()).hasSize(1);
    assertThat(refused.accepted().get(0)).contains("it accepts the request as it is " + words);
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
