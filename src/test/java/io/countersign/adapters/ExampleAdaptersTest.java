package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.suite.Counts;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example adapters are what a correct implementation looks like: no false alarm, ever. */
class ExampleAdaptersTest {
  private static final String[] SCHEMES = Certification.ALL.toArray(String[]::new);

  @ParameterizedTest
  @EnumSource(Example.class)
  void certify_findsNothingWrong(Example example) {
    RunResult run = Certification.of(example.command(), SCHEMES).run();

    assertConformant(run);
    assertThat(run.schemes())
        .allSatisfy(scheme -> assertThat(scheme.cases()).hasSizeGreaterThan(50));
  }

  /** Only the freshly made requests differ between seeds. */
  @ParameterizedTest
  @EnumSource(Example.class)
  void certify_findsNothingWrongWithAnySeed(Example example) {
    List<RunResult> runs = Certification.of(example.command(), SCHEMES).tags("@fresh").run(2, 5);

    assertThat(runs)
        .hasSize(4)
        .allSatisfy(ExampleAdaptersTest::assertConformant)
        .allSatisfy(run -> assertThat(run.counts().passed()).isEqualTo(run.cases().size()));
  }

  /** Hoshinplan is the one scheme whose public server does something else than its page says. */
  @ParameterizedTest
  @EnumSource(Example.class)
  void certify_findsNothingWrongUnderTheDeployedProfile(Example example) {
    String command = "env ADAPTER_PROFILE=deployed " + example.command();

    RunResult run = Certification.of(command, "hoshinplan").profile(Profile.DEPLOYED).run();

    assertConformant(run);
  }

  private static void assertConformant(RunResult run) {
    Counts counts = run.counts();
    assertThat(run.verdict()).as(Certification.wrong(run)).isEqualTo(RunVerdict.CONFORMANT);
    assertThat(counts.failed() + counts.inconclusive()).isZero();
    assertThat(counts.passed()).isGreaterThan(counts.skipped());
  }
}
