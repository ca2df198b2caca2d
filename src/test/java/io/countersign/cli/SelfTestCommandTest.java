package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.TestSchemes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code countersign selftest} prints; what it finds is another matter. */
final class SelfTestCommandTest {
  private static final String SCHEME = "ticketmatic-basic";
  private static final String TABLE = "scheme ";

  @Test
  void selfTest_printsEachTrialAboveTheTable_unlessItIsQuiet() {
    Run run = Run.of("selftest", SCHEME);
    Run quiet = Run.of("selftest", SCHEME, "--quiet");

    assertThat(quiet.out()).startsWith(TABLE).contains(SCHEME + "  signer ");
    String trials = run.out().substring(0, run.out().indexOf(TABLE));
    assertThat(run.out()).isEqualTo(trials + quiet.out());
    assertThat(trials.lines().filter(line -> !line.isEmpty()))
        .hasSizeGreaterThan(50)
        .allMatch(line -> line.matches(SCHEME + " (signer|verifier|endpoint) \\S+: .+"))
        .anyMatch(line -> line.contains(": caught by " + SCHEME + "/"));
    assertThat(run.status()).isEqualTo(quiet.status());
    assertThat(run.err()).isEqualTo(quiet.err()).isEmpty();
  }

  @Test
  void selfTest_aRequirementBrokenByWhatNoSignerDoes_isRefused(@TempDir Path folder) {
    SchemeCopy.below(TestSchemes.features(), folder, SCHEME, "mine")
        .edit("requirements.yaml", text -> text.replace("[secret-trimmed]", "[secret-trimed]"));

    Run run = Run.of("selftest", "mine", "--schemes", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("requirements.yaml:")
        .contains("the scheme has no deviation 'secret-trimed'; did you mean 'secret-trimmed'?");
    assertThat(run.out()).isEmpty();
  }
}
