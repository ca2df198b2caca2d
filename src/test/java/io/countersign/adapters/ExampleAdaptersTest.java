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
  @EnumSource(value = Example.class, mode = EnumSource.Mode.EXCLUDE, names = "BASH")
  void certify_findsNothingWrongWithAnySeed(Example example) {
    assertConformant(example, 20);
  }

  /** Bash starts openssl for each request: it gets one more seed, or as many as are asked for. */
  @ParameterizedTest
  @EnumSource(value = Example.class, names = "BASH")
  void certify_findsNothingWrongWithSomeSeeds(Example example) {
    assertConformant(example, Integer.getInteger("countersign.bash.seeds", 2));
  }

  private static void assertConformant(Example example, long seeds) {
    String[] fresh =
        Certification.ALL.stream().map(id -> id + "/valid-request").toArray(String[]::new);
    List<RunResult> runs = Certification.of(example.command(), SCHEMES).only(fresh).run(2, seeds);

    assertThat(runs).hasSize((int) seeds - 1).allSatisfy(ExampleAdaptersTest::assertConformant);
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
