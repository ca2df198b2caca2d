package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.scheme.Redactor;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
  @Test
  void write_hasTheContractsShape() throws IOException {
    JsonNode json = summary(SmallRun.run());

    assertThat(names(json))
        .containsExactly(
            "countersign",
            "target",
            "profile",
            "seed",
            "started",
            "durationMillis",
            "verdict",
            "counts",
            "schemes");
    assertThat(json.get("countersign").textValue()).isEqualTo("0.1.0");
    assertThat(json.get("target").toString())
        .isEqualTo("{\"kind\":\"adapter\",\"name\":\"tm-php 1.4\"}");
    assertThat(json.get("profile").textValue()).isEqualTo("documented");
    assertThat(json.get("started").textValue()).isEqualTo("2026-03-01T09:30:00.250Z");
    assertThat(json.get("durationMillis").longValue()).isEqualTo(4321);
    assertThat(json.get("verdict").textValue()).isEqualTo("not-conformant");
    assertThat(json.get("counts").toString())
        .isEqualTo("{\"passed\":3,\"failed\":1,\"inconclusive\":1,\"skipped\":1,\"recorded\":1}");
    assertThat(names(json.at("/schemes/0"))).containsExactly("id", "requirements", "settled");
    assertThat(json.at("/schemes/0/settled").toString())
        .isEqualTo("[\"the server takes the *host*\",\"its clock is right\"]");
    assertThat(names(json.at("/schemes/0/requirements/0")))
        .containsExactly("id", "level", "status", "cases");
    assertThat(json.at("/schemes/0/requirements/0/cases/1").toString())
        .isEqualTo(
            "{\"name\":\"a plain path\",\"role\":\"verifier\",\"outcome\":\"failed\","
                + "\"message\":\"expected x\\nbut was y\"}");
  }

  /** What was interrupted is not green, however green the cases that had run. */
  @Test
  void write_saysInconclusiveOfARunThatWasInterrupted() throws IOException {
    RunResult whole = FabricatedRun.run(List.of());
    CaseResult passed =
        FabricatedRun.large().cases().stream()
            .filter(one -> one.outcome() == Outcome.PASSED)
            .findFirst()
            .orElseThrow();
    SchemeResult scheme =
        new SchemeResult(
            FabricatedRun.schemes().scheme(passed.scheme()), List.of(), List.of(passed));
    RunResult interrupted =
        new RunResult(
            whole.target(),
            whole.profile(),
            whole.seed(),
            whole.started(),
            whole.duration(),
            List.of(scheme),
            false);

    assertThat(summary(interrupted).get("verdict").textValue()).isEqualTo("inconclusive");
  }

  @Test
  void write_listsEveryRequirementWithItsGravestOutcome() throws IOException {
    List<String> statuses = new ArrayList<>();
    for (JsonNode each : summary(SmallRun.run()).at("/schemes/0/requirements")) {
      statuses.add(
          each.get("id").textValue()
              + " "
              + each.get("level").textValue()
              + " "
              + each.get("status").textValue()
              + " "
              + each.get("cases").size());
    }

    assertThat(statuses)
        .containsExactly(
            "rmtrack/path must failed 3",
            "rmtrack/date should inconclusive 2",
            "rmtrack/future silent recorded 1",
            "rmtrack/storage must untestable 0",
            "rmtrack/method may not-run 0",
            "rmtrack/unlisted must passed 1");
  }

  @Test
  void write_keepsAnyMessageReadable() throws IOException {
    assertThat(
            summary(SmallRun.run(SmallRun.HOSTILE))
                .at("/schemes/0/requirements/0/cases/1/message")
                .textValue())
        .startsWith("a|b `c` ```d``` <script>")
        .contains("\\u0000\\u001b\\ud800 é\nsecond line\r\n# third");
  }

  private static JsonNode summary(RunResult run) throws IOException {
    StringWriter out = new StringWriter();
    SummaryJson.write(Report.of(run, Redactor.NONE, "0.1.0"), out);
    return new ObjectMapper().readTree(out.toString());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
