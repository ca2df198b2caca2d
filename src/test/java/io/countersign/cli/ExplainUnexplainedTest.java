package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code explain} says where no deviation gives the signature that was sent. */
final class ExplainUnexplainedTest {
  @Test
  void explain_saysPlainlyWhereNothingExplainsIt() {
    Run run =
        Run.with(
            Map.of("COUNTERSIGN_TOKEN", "abc", "COUNTERSIGN_SECRET", "of-a-stranger"),
            ExplainRun.PRINTED,
            ExplainRun.arguments("ticketevolution"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("\nNo explanation: no known deviation and no combination of them gives")
        .contains(", all there are).\n")
        .contains("  1. The secret itself: most likely the request was signed with another secret")
        .endsWith(
            "\nThe string to sign that was expected:\n"
                + "  GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1\n")
        .doesNotContain("of-a-stranger", "Fix:");
    assertThat(run.err()).isEmpty();
  }

  /** Of a MAC that fits nothing nobody can tell a wrong secret from a body changed on the way. */
  @Test
  void explain_alsoOffersThatSomethingSignedWasChanged() {
    assertThat(ExplainRun.of(ExplainRun.PRINTED.replace("ohGc", "AAAA"), "ticketevolution").out())
        .contains("  2. What is signed (method, host, path, query, body): a proxy, a gateway or a")
        .contains("  3. The request: give it as it was sent");
  }

  @Test
  void explain_pointsToTheExamplesWhereItWasTriedWithThem() {
    assertThat(ExplainRun.of(ExplainRun.PRINTED.replace("ohGc", "AAAA"), "ticketevolution").out())
        .contains("  1. The secret itself: this was tried with the scheme's published example")
        .doesNotContain("no credentials were given");
  }

  @Test
  void explain_saysWhenTheBudgetEndedTheSearch() {
    Run run =
        Run.onInput(
            ExplainRun.PRINTED.replace("ohGc", "AAAA"),
            "explain",
            "ticketevolution",
            "--request",
            "-",
            "--budget",
            "1ms",
            "--quiet");

    assertThat(run.out().replace("\n", " "))
        .contains("No explanation yet: no known deviation by itself gives the signature")
        .containsPattern("the search for combinations was cut off after [0-9,]+ tried")
        .contains("--budget gives it more time")
        .doesNotContain("no combination of them");
  }
}
