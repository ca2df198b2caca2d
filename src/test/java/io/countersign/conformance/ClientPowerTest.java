package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.InputException;
import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Call;
import io.countersign.target.ClientUnderTest;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * How much a run finds at a client that only sends: its requests go to the capture server, so that
 * where the host is signed no signature of the documentation is right, and no string to sign as it
 * is written there.
 */
class ClientPowerTest {
  private static final SchemeUnderTest SUBJECT =
      Runs.subjects(Runs.FEATURES, List.of("ticketevolution")).get(0);

  private static final SignerCatalogue CATALOGUE =
      SignerCatalogue.of(SUBJECT.scheme(), Profile.DOCUMENTED);

  /** The page rules none of these; they are recorded, at signers too. */
  private static final Set<String> SILENT =
      Set.of(
          "body-json-slashes-escaped",
          "percent-20-for-plus",
          "query-brackets-encoded",
          "query-empty-values-left-out",
          "query-equals-added",
          "query-escaped-on-the-way",
          "query-first-of-name-only",
          "query-last-of-name-only",
          "query-sorted-by-name-and-value",
          "query-sorted-decoded",
          "query-sorted-ignoring-case",
          "query-tilde-encoded",
          // The host is the capture server's, which has no letters.
          "host-in-lower-case",
          "host-in-upper-case",
          "host-of-url");

  @Test
  void certify_findsAllButTheseClients() {
    Set<String> conformant = new TreeSet<>();
    for (Deviation deviation : CATALOGUE.deviations()) {
      if (run(List.of(deviation)).verdict() == RunVerdict.CONFORMANT) {
        conformant.add(deviation.id());
      }
    }
    assertThat(conformant).isSubsetOf(SILENT);
  }

  @Test
  void certify_findsARightClientConformant() {
    RunResult run = run(List.of());
    assertThat(run.verdict()).isEqualTo(RunVerdict.CONFORMANT);
    assertThat(run.counts().passed())
        .as("what can be told of a client, with the strings to sign of the page moved to it")
        .isGreaterThan(50);
  }

  private static RunResult run(List<Deviation> deviations) {
    return Runs.of(
        new OnlyClient(call -> sent(call, deviations)),
        Profile.DOCUMENTED,
        List.of(SUBJECT),
        Selection.ALL);
  }

  private static Signed sent(Call call, List<Deviation> deviations) {
    try {
      return new Signed.Done(
          DeviatingSigner.of(
                  CATALOGUE, call.scheme(), call.profile(), call.credentials(), deviations)
              .sign(call.request(), call.time())
              .request());
    } catch (InputException e) {
      return new Signed.Skipped("the deviation does nothing to these credentials");
    }
  }

  private record OnlyClient(ClientUnderTest part) implements Target {
    @Override
    public TargetInfo info() {
      return new TargetInfo(TargetInfo.Kind.EMBEDDED, "client");
    }

    @Override
    public Optional<ClientUnderTest> client() {
      return Optional.of(part);
    }

    @Override
    public Optional<String> baseUrl(Role role) {
      return role == Role.CLIENT ? Optional.of("http://127.0.0.1:8123") : Optional.empty();
    }

    @Override
    public void close() {
      // There is nothing to end.
    }
  }
}
