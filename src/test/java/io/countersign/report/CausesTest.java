package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Cause;
import io.countersign.suite.Course;
import io.countersign.suite.Ending;
import io.countersign.suite.Outcome;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake of a signer fails many cases: every report says once what it was. */
class CausesTest {
  private static final Cause NO_HOST =
      new Cause("no-host", List.of("The host is not signed."), List.of("Sign the host."));

  /** The same, of which more was seen. */
  private static final Cause NO_HOST_SEEN =
      new Cause("no-host", List.of("The host h.example is not signed."), List.of("Sign the host."));

  private static final Cause UNSORTED =
      new Cause("unsorted", List.of("Not sorted (a|b)."), List.of("Sort."));

  private static final Cause BOTH =
      new Cause(
          "no-host+unsorted",
          List.of("The host is not signed.", "Not sorted (a|b)."),
          List.of("Sign the host.", "Sort."));

  private static final Cause UNEXPLAINED =
      new Cause("signature-mismatch", List.of("Nothing known."), List.of("Look at the secret."));

  @TempDir static Path folder;
  private static ReportFiles files;

  @BeforeAll
  static void write() {
    Scheme scheme = FabricatedRun.schemes().scheme("rmtrack");
    List<CaseResult> cases =
        List.of(
            failed("path", Optional.of(UNSORTED)),
            failed("path", Optional.of(NO_HOST)),
            failed("date", Optional.of(NO_HOST_SEEN)),
            failed("date", Optional.of(BOTH)),
            failed("date", Optional.of(UNEXPLAINED)),
            failed("date", Optional.empty()));
    SchemeResult result = new SchemeResult(scheme, List.of(), cases, List.of());
    files = ReportFiles.write(folder, FabricatedRun.run(List.of(result)), Redactor.NONE);
  }

  private static CaseResult failed(String requirement, Optional<Cause> cause) {
    List<String> lines = new ArrayList<>(List.of("the signature is another"));
    cause.filter(why -> why != UNEXPLAINED).ifPresent(why -> lines.addAll(why.lines()));
    lines.add("signed: x");
    String name = cause.map(Cause::id).orElse("no cause");
    return new CaseResult(
        new CaseId("rmtrack", "rmtrack/" + requirement, name, Role.SIGNER),
        new Ending(
            Outcome.FAILED, String.join("\n", lines), cause, Optional.empty(), Optional.empty()),
        Course.untried(FabricatedRun.START));
  }

  @Test
  void summaryJson_namesTheCauseOfACase() throws IOException {
    JsonNode cases = files.json("summary.json").at("/schemes/0/requirements/1/cases");

    assertThat(cases)
        .extracting(each -> each.path("cause").asText("none"))
        .containsExactly("no-host", "no-host+unsorted", "signature-mismatch", "none");
  }

  @Test
  void summaryMarkdown_saysEachCauseOnceAndFirst() throws IOException {
    assertThat(files.text("summary.md"))
        .containsSubsequence(
            "## Causes (4)\n\n| what it did | how to fix it | cases | requirements |\n",
            "| The host is not signed. | Sign the host. | 2 | rmtrack/path, rmtrack/date |\n",
            "| Not sorted (a\\|b). | Sort. | 1 | rmtrack/path |\n",
            "| The host is not signed. Not sorted (a\\|b). | Sign the host. Sort. | 1 |",
            "| Nothing known. | Look at the secret. | 1 | rmtrack/date |\n",
            "## Failed (6)");
  }

  @Test
  void page_showsTheCasesOfEachCauseTogether() throws IOException {
    Map<String, String> data = files.pageData();
    JsonNode categories = new ObjectMapper().readTree(data.get("data/categories.json"));

    assertThat(categories.get("children"))
        .extracting(each -> each.get("name").textValue() + ": " + names(each))
        .containsExactlyInAnyOrder(
            "The host is not signed.: [no-host, no-host]",
            "Not sorted (a|b).: [unsorted]",
            "The host is not signed. Not sorted (a|b).: [no-host+unsorted]",
            "Not conformant: [no cause, signature-mismatch]");
  }

  /** Those of a category's cases, which the page has by message. */
  private static List<String> names(JsonNode category) {
    List<String> names = new ArrayList<>();
    category
        .get("children")
        .forEach(
            message ->
                message.get("children").forEach(each -> names.add(each.get("name").textValue())));
    return names.stream().sorted().toList();
  }
}
