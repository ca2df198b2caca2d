package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.scheme.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureTest {
  @TempDir static Path folder;
  private static ReportFiles files;

  @BeforeAll
  static void write() {
    files = ReportFiles.write(folder, SmallRun.run(SmallRun.HOSTILE), Redactor.NONE);
  }

  @Test
  void results_areOneForEachCaseWithItsStatus() throws IOException {
    assertThat(files.allureResults())
        .extracting(each -> each.get("fullName").textValue() + ": " + text(each, "status"))
        .containsExactlyInAnyOrder(
            "rmtrack/path: a plain path (signer): passed",
            "rmtrack/path: a plain path (verifier): failed",
            "rmtrack/path: a plain path #2 (verifier): passed",
            "rmtrack/date: no date (client): broken",
            "rmtrack/date: no date (endpoint): skipped",
            "rmtrack/future: in an hour (verifier): passed",
            "rmtrack/unlisted: a stray (signer): passed");
  }

  @Test
  void results_linkToTheDocumentThatIsPublished(@TempDir Path other) throws IOException {
    ReportFiles large = ReportFiles.write(other, FabricatedRun.large(), Redactor.NONE);

    for (JsonNode result : large.allureResults()) {
      boolean published = labels(result).contains("epic=Ticketmatic request signing");
      if (published) {
        assertThat(result.at("/links/0/url").textValue())
            .isEqualTo("https://www.ticketmatic.com/docs/api/coreconcepts/authentication/");
        assertThat(result.at("/links/0/name").textValue()).startsWith("Ticketmatic API");
      } else if (labels(result).contains("epic=RMTrack")) {
        assertThat(result.get("links")).isEmpty();
      }
    }
    assertThat(large.allureResults()).anyMatch(one -> !one.get("links").isEmpty());
  }

  @Test
  void results_areOrganisedBySchemeRequirementAndCase() throws IOException {
    JsonNode failed = withStatus("failed");

    assertThat(labels(failed))
        .containsExactly(
            "epic=RMTrack",
            "feature=path",
            "parentSuite=RMTrack",
            "severity=critical",
            "story=a plain path",
            "suite=path",
            "tag=must",
            "tag=rmtrack/path",
            "tag=verifier");
    assertThat(failed.get("parameters"))
        .extracting(each -> text(each, "name") + "=" + text(each, "value"))
        .containsExactly(
            "requirement=rmtrack/path", "role=verifier", "profile=documented", "level=must");
    assertThat(labels(withStatus("broken"))).contains("tag=erratum", "severity=normal");
  }

  @Test
  void results_sayWhatWasAskedAndByWhom() throws IOException {
    assertThat(text(withStatus("broken"), "descriptionHtml"))
        .contains("<b>rmtrack/date</b> What date is about.")
        .contains("RMTrack API help, &quot;Authentication&quot; › The date")
        .contains("<b>Erratum.</b> Because of date.");
  }

  @Test
  void results_holdStepsAndAttachments() throws IOException {
    JsonNode failed = withStatus("failed");

    assertThat(failed.get("steps"))
        .extracting(each -> text(each, "status"))
        .containsExactly("passed", "passed", "failed", "skipped");
    assertThat(failed.get("attachments"))
        .extracting(each -> text(each, "name"))
        .containsExactly("request", "string to sign", "answer");
    assertThat(files.text("allure-results/" + text(failed.at("/attachments/1"), "source")))
        .isEqualTo("GET api.example.com/v9/brokerages?page=1");
    assertThat(failed.get("stop").longValue() - failed.get("start").longValue()).isEqualTo(28);
  }

  @Test
  void results_tellWhatWasRecordedFromAPass() throws IOException {
    List<JsonNode> recorded =
        files.allureResults().stream()
            .filter(each -> labels(each).contains("tag=recorded"))
            .toList();

    assertThat(recorded)
        .singleElement()
        .satisfies(
            each ->
                assertThat(text(each.get("statusDetails"), "message"))
                    .isEqualTo("Recorded: accepted"));
    assertThat(files.json("allure-results/categories.json"))
        .extracting(each -> text(each, "name"))
        .containsExactly("Not conformant", "Inconclusive", "Skipped", "Recorded, not judged");
  }

  @Test
  void results_haveIdsThatNoOtherRunChanges() throws IOException {
    JsonNode failed = withStatus("failed");

    assertThat(text(failed, "uuid")).isEqualTo("7ce10ca3-84c3-30e4-9d7a-e712c7187f46");
    assertThat(text(failed, "historyId")).isEqualTo(text(failed, "uuid"));
    assertThat(text(failed, "testCaseId")).isEqualTo(text(failed, "uuid"));
  }

  @Test
  void environment_saysWhatRanAgainstWhat() throws IOException {
    assertThat(files.text("allure-results/environment.properties").lines())
        .contains(
            "Countersign=0.1.0",
            "Profile=documented",
            "Seed=4711",
            "Settled\\:\\ rmtrack=the server takes the *host*; its clock is right",
            "Target=tm-php 1.4 (adapter)",
            "Verdict=not-conformant")
        .noneMatch(line -> line.startsWith("#"));
  }

  @Test
  void page_loadsNothingFromAnywhere() throws IOException {
    String page = files.text("index.html");
    String markup = page.replaceAll("(href|src)=\"data:[^\"]*\"", "").replaceAll("d\\('.*'\\)", "");

    assertThat(markup)
        .contains("Content-Security-Policy")
        .doesNotContain("src=", "href=\"http", "googletagmanager");
  }

  @Test
  void page_holdsEveryCaseAndAttachment() throws IOException {
    Map<String, String> data = files.pageData();

    assertThat(data.keySet().stream().filter(name -> name.startsWith("data/test-cases/")))
        .hasSize(7);
    assertThat(data.keySet().stream().filter(name -> name.startsWith("data/attachments/")))
        .as("each text once, though seven cases have it")
        .hasSize(3);
    assertThat(attachmentsOfCases(data)).hasSize(21).allMatch(data::containsKey);
    JsonNode categories = new ObjectMapper().readTree(data.get("widgets/categories.json"));
    assertThat(categories.get("items"))
        .extracting(each -> text(each, "name"))
        .containsExactlyInAnyOrder(
            "Not conformant", "Inconclusive", "Skipped", "Recorded, not judged");
    assertThat(data.get("widgets/environment.json"))
        .startsWith("[{\"values\":[\"not-conformant\"]");
  }

  private static List<String> attachmentsOfCases(Map<String, String> data) throws IOException {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> each : data.entrySet()) {
      if (each.getKey().startsWith("data/test-cases/")) {
        JsonNode known = new ObjectMapper().readTree(each.getValue());
        known
            .at("/testStage/attachments")
            .forEach(attachment -> names.add("data/attachments/" + text(attachment, "source")));
      }
    }
    return names;
  }

  /** The page takes the message of a case for HTML; results of Allure are plain text. */
  @Test
  void page_showsAMessageAsItIs() throws IOException {
    Map<String, String> data = files.pageData();
    data.keySet().removeIf(name -> !name.startsWith("data/test-cases/"));

    assertThat(data.values())
        .noneMatch(text -> text.contains("<script>"))
        .anyMatch(text -> text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertThat(text(withStatus("failed").get("statusDetails"), "message"))
        .contains("<script>alert(1)</script>");
  }

  private static JsonNode withStatus(String status) throws IOException {
    return files.allureResults().stream()
        .filter(each -> text(each, "status").equals(status))
        .findFirst()
        .orElseThrow();
  }

  private static TreeSet<String> labels(JsonNode result) {
    List<String> labels = new ArrayList<>();
    result
        .get("labels")
        .forEach(each -> labels.add(text(each, "name") + "=" + text(each, "value")));
    return new TreeSet<>(labels);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).textValue();
  }
}
