package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Redactor;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Cause;
import io.countersign.suite.Course;
import io.countersign.suite.Ending;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {
  @Test
  void write_tellsTheMostUrgentFirst() throws IOException {
    String text = markdown(SmallRun.run());

    assertThat(text)
        .startsWith("# Countersign: ❌ not conformant\n\n")
        .contains("tm-php 1.4 (adapter) · profile documented · seed 4711 · ")
        .contains("\nThe same again: `--seed 4711 --at 2026-03-01T09:30:00Z`\n")
        .contains("| rmtrack | 3 | 1 | 1 | 1 | 1 |\n")
        .contains(
            "\nSettled by trying rmtrack: the server takes the \\*host\\*; its clock is right\n")
        .containsSubsequence(
            "## Failed (1)",
            "### rmtrack/path: a plain path (verifier)",
            "```text\nexpected x\nbut was y\n```",
            "## Inconclusive (1)",
            "### rmtrack/date: no date (client)",
            "<details><summary>RMTrack: requirements (6)</summary>",
            "| storage | must | untestable | 0 |",
            "<details><summary>Errata: where the documentation is wrong (1)</summary>",
            "| rmtrack/date | inconclusive | What date is about. | Because of date. |",
            "<details><summary>Recorded: where the documentation is silent (1)</summary>",
            "| rmtrack/future | in an hour (verifier) | accepted |",
            "<details><summary>Skipped (1)</summary>",
            "| no endpoint | 1 | rmtrack/date |");
  }

  /** It is not where the documentation is silent. */
  @Test
  void write_tellsExpectedFailuresFromWhatWasMerelyRecorded() throws IOException {
    SchemeResult scheme = SmallRun.run().schemes().get(0);
    List<CaseResult> cases =
        scheme.cases().stream()
            .map(one -> one.outcome() == Outcome.FAILED ? one.expectedFor("known (X-1)") : one)
            .toList();

    assertThat(
            markdown(
                FabricatedRun.run(
                    List.of(new SchemeResult(scheme.scheme(), scheme.requirements(), cases)))))
        .contains("| path | must | recorded | 3 |")
        .containsSubsequence(
            "<details><summary>Expected: failures that are known (1)</summary>",
            "| rmtrack/path | a plain path (verifier) | expected (known (X-1)): expected x<br>but",
            "<details><summary>Recorded: where the documentation is silent (1)</summary>",
            "| rmtrack/future | in an hour (verifier) | accepted |");
  }

  @Test
  void write_leavesOutWhatDidNotHappen() throws IOException {
    assertThat(markdown(FabricatedRun.run(List.of())))
        .startsWith("# Countersign: ⚠️ inconclusive")
        .doesNotContain("##", "<details>");
  }

  @Test
  void write_fencesAMessageByMoreTicksThanItHolds() throws IOException {
    assertThat(markdown(SmallRun.run("a\n````\nb"))).contains("`````text\na\n````\nb\n`````\n");
  }

  @Test
  void write_shortensAnEndlessMessage() throws IOException {
    assertThat(markdown(SmallRun.run("x".repeat(5_000))))
        .contains("x".repeat(2_000) + "… (shortened")
        .doesNotContain("x".repeat(2_001));
  }

  @Test
  void write_showsAFewCasesOfAProblemAndCountsTheOthers() throws IOException {
    Cause cause = new Cause("no-host", List.of("The host is not signed."), List.of("Sign it."));
    List<CaseResult> cases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cases.add(failed("of-a-cause-" + i, "case " + i, "m", Optional.of(cause)));
      cases.add(failed("alike", "case " + i, "m", Optional.empty()));
    }

    assertThat(markdown(run(cases)))
        .containsSubsequence(
            "## Failed (10)",
            "### rmtrack/of-a-cause-0: case 0 (signer)",
            "### rmtrack/of-a-cause-2: case 2 (signer)",
            "\n… and 2 more of the same cause, in `index.html`\n",
            "### rmtrack/alike: case 2 (signer)",
            "\n… and 2 more like it, of rmtrack/alike, in `index.html`\n")
        .doesNotContain("### rmtrack/of-a-cause-3", "### rmtrack/alike: case 3");
  }

  /** GitHub shows nothing of a page above 1 MiB. */
  @Test
  void write_keepsBelowALimitAndSaysWhatItLeftOut() throws IOException {
    List<CaseResult> cases = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      cases.add(failed("requirement-" + i, "case", "\u00e9".repeat(1_900), Optional.empty()));
    }
    String text = markdown(run(cases));

    assertThat(text.getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(500 << 10, SummaryMarkdown.MOST_OCTETS);
    int shown = text.split("\n### ").length - 1;
    assertThat(text)
        .contains(
            "\n⚠️ More than a job's page takes. Left out here: "
                + (400 - shown)
                + " under “Failed”")
        .contains("“RMTrack: requirements”")
        .endsWith("\n")
        .satisfies(
            page -> assertThat(count(page, "<details>")).isEqualTo(count(page, "</details>")))
        .satisfies(page -> assertThat(count(page, "```")).isEqualTo(2 * shown));
  }

  private static int count(String text, String piece) {
    return text.split(Pattern.quote(piece), -1).length - 1;
  }

  private static CaseResult failed(
      String requirement, String name, String message, Optional<Cause> cause) {
    return new CaseResult(
        new CaseId("rmtrack", "rmtrack/" + requirement, name, Role.SIGNER),
        new Ending(Outcome.FAILED, message, cause, Optional.empty(), Optional.empty()),
        Course.untried(FabricatedRun.START));
  }

  private static RunResult run(List<CaseResult> cases) {
    return FabricatedRun.run(
        List.of(
            new SchemeResult(
                FabricatedRun.schemes().scheme("rmtrack"), List.of(), cases, List.of())));
  }

  @Test
  void escape_leavesNothingThatIsMarkup() {
    assertThat(Markdown.escape("a|b `c` <i> *d* [e](f)\n# g"))
        .isEqualTo("a\\|b \\`c\\` &lt;i&gt; \\*d\\* \\[e\\](f)<br>\\# g");
  }

  private static String markdown(RunResult run) throws IOException {
    StringWriter out = new StringWriter();
    SummaryMarkdown.write(Report.of(run, Redactor.NONE, "0.1.0"), out);
    return out.toString();
  }
}
