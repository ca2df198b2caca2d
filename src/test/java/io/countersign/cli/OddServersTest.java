package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.http.TinyServer;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that read right requests rightly, and refuse some of them all the same. */
final class OddServersTest {
  @TempDir private Path reports;

  /** Nobody is told of mistakes that are none. */
  @Test
  void serverThatTakesEachRequestOnce_isNotAccused() {
    Set<HttpRequest> seen = ConcurrentHashMap.newKeySet();
    Judge once =
        (client, request, now) ->
            Judge.reference()
                .judge(
                    client, seen.add(request) ? request : request.withHeaders(Headers.NONE), now);

    Run run = certify("rmtrack", Profile.DOCUMENTED, once);

    assertThat(run.status()).as(run.out()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.err()).contains("the server refuses a request that it took before");
    assertThat(run.out())
        .contains("the unchanged request was not accepted")
        .doesNotContain("failed rmtrack/", "what it did");
  }

  /** Whatever comes then is refused for what came before. */
  @Test
  void serverThatLocksOut_isSaidToSinceWhen() {
    AtomicInteger rejected = new AtomicInteger();
    Judge lockingOut =
        (client, request, now) -> {
          HttpRequest seen = rejected.get() < 20 ? request : request.withHeaders(Headers.NONE);
          Verdict verdict = Judge.reference().judge(client, seen, now);
          rejected.addAndGet(verdict.isAccepted() ? 0 : 1);
          return verdict;
        };

    Run run = certify("rmtrack", Profile.DOCUMENTED, lockingOut);

    assertThat(run.status()).as(run.out()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.out()).containsPattern("the server refuses everything since \\S+Z, after \\d+");
  }

  @Test
  void serverOfTheOtherProfile_isSaidToBeOne() {
    Run run = certify("hoshinplan", Profile.DEPLOYED, Judge.reference());

    assertThat(run.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.err())
        .contains(
            "\n  it accepts the request as it is signed under the other profile:"
                + " give --profile deployed");
  }

  /** A gateway may hang up on who has not signed, and no request before the first case has. */
  @Test
  void serverThatHangsUpOnUnsignedRequests_isTriedWithASignedOne() throws IOException {
    TinyServer.Behaviour behaviour =
        socket -> {
          String head =
              new String(TinyServer.readHead(socket.getInputStream()), StandardCharsets.UTF_8);
          if (head.contains("X-Signature: ")) {
            TinyServer.write(
                socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
          }
        };
    try (TinyServer server = TinyServer.start(behaviour)) {
      Run run = certify("ticketevolution", server.url());

      assertThat(run.err()).doesNotContain("cannot be asked");
      // What it does with those that are signed wrongly is found out, too.
      assertThat(run.status()).isEqualTo(ExitCode.NO);
      assertThat(run.out())
          .contains("the connection closed", "expected it to be rejected, and it was accepted");
    }
  }

  private Run certify(String scheme, Profile profile, Judge judge) {
    Scheme known = scheme(scheme);
    Registration client = new Registration(known, profile, Credentials.examples(known));
    try (MockVendor vendor =
        MockVendor.start(
            MockVendor.Settings.of(List.of(client), Clock.systemUTC()).withJudge(judge))) {
      return certify(scheme, vendor.url());
    }
  }

  private Run certify(String scheme, String url) {
    Map<String, String> variables = new HashMap<>();
    scheme(scheme)
        .credentialFields()
        .forEach(
            field ->
                variables.put(
                    "COUNTERSIGN_" + field.name().toUpperCase(Locale.ROOT), field.example()));
    return Run.now(
        variables, "certify", scheme, "--endpoint", url, "--reports", reports.toString());
  }

  private static Scheme scheme(String id) {
    return Schemes.in(List.of(Run.HOME.resolve("features"))).scheme(id);
  }
}
