package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.RawMessage;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server gets a password where it belongs: not in a URL, nor in any other header, as it logs. */
class PasswordsAtEndpointsTest {
  private static final String PASSWORD = "a-secret-that-nobody-may-see>?";

  /** {@code printf '%s' 'abc:a-secret-that-nobody-may-see>?' | base64}. */
  private static final String SENT = "YWJjOmEtc2VjcmV0LXRoYXQtbm9ib2R5LW1heS1zZWU+Pw==";

  private static final String START = SENT.substring(0, 30);

  @TempDir private Path reports;

  private final Queue<HttpRequest> asked = new ConcurrentLinkedQueue<>();

  @Test
  void certify_triesAServerThatRefusesThePasswordNoFurther() {
    Run run = certify((party, request, now) -> new Verdict.Rejected(Reason.UNKNOWN_KEY, "no"));

    assertThat(run.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(asked.stream().filter(one -> RawMessage.write(one).text().contains(START)))
        .hasSize(1);
    assertThat(asked).hasSizeLessThan(4);
  }

  @Test
  void certify_skipsWhatWouldShowThePasswordElsewhere() {
    Run run = certify(Judge.reference());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(asked)
        .hasSizeGreaterThan(20)
        .noneMatch(one -> one.target().contains(START))
        .noneMatch(PasswordsAtEndpointsTest::showsItInAnotherHeader)
        .anyMatch(one -> one.headers().values("authorization").contains("Basic " + SENT));
    assertThat(reports.resolve("summary.json"))
        .content(StandardCharsets.UTF_8)
        .contains("the password is not shown to a server in a URL, which servers log")
        .contains("the password is not shown to a server in the header Proxy-Authorization")
        .contains("the password is not shown to a server in the header X-Authorization");
  }

  private static boolean showsItInAnotherHeader(HttpRequest request) {
    return request.headers().all().stream()
        .filter(header -> !header.name().equalsIgnoreCase("Authorization"))
        .anyMatch(header -> header.value().contains(START));
  }

  private Run certify(Judge judge) {
    Scheme scheme = Schemes.in(List.of(Run.HOME.resolve("features"))).scheme("ticketmatic-basic");
    Credentials credentials =
        Credentials.of(
            scheme, Map.of("accesskey", "abc", "secretkey", PASSWORD, "account", "acme"));
    Registration party = new Registration(scheme, Profile.DOCUMENTED, credentials);
    Judge listening =
        (client, request, now) -> {
          asked.add(request);
          return judge.judge(client, request, now);
        };
    try (MockVendor vendor =
        MockVendor.start(
            MockVendor.Settings.of(List.of(party), Clock.systemUTC()).withJudge(listening))) {
      return Run.now(
          Map.of(
              "COUNTERSIGN_ACCESSKEY", "abc",
              "COUNTERSIGN_SECRETKEY", PASSWORD,
              "COUNTERSIGN_ACCOUNT", "acme"),
          "certify",
          "ticketmatic-basic",
          "--endpoint",
          vendor.url(),
          "--reports",
          reports.toString());
    }
  }
}
