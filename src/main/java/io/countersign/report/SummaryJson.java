package io.countersign.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.countersign.document.EnumWord;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Counts;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code summary.json}, for programs. Its shape is a public contract. */
final class SummaryJson {
  private final JsonGenerator json;

  private SummaryJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new SummaryJson(json).write(report);
      json.writeRaw('\n');
    }
  }

  private void write(Report report) throws IOException {
    RunResult run = report.run();
    json.writeStartObject();
    json.writeStringField("countersign", report.version());
    json.writeObjectFieldStart("target");
    json.writeStringField("kind", run.target().kind().word());
    json.writeStringField("name", run.target().name());
    json.writeEndObject();
    json.writeStringField("profile", EnumWord.of(run.profile()));
    json.writeNumberField("seed", run.seed());
    json.writeStringField("started", run.started().toString());
    json.writeNumberField("durationMillis", run.duration().toMillis());
    json.writeStringField("verdict", EnumWord.of(run.verdict()));
    counts(run.counts());
    json.writeArrayFieldStart("schemes");
    for (SchemeResult scheme : run.schemes()) {
      scheme(scheme);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(Counts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("passed", counts.passed());
    json.writeNumberField("failed", counts.failed());
    json.writeNumberField("inconclusive", counts.inconclusive());
    json.writeNumberField("skipped", counts.skipped());
    json.writeNumberField("recorded", counts.recorded());
    json.writeEndObject();
  }

  private void scheme(SchemeResult scheme) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", scheme.scheme().id());
    json.writeArrayFieldStart("requirements");
    for (RequirementFinding finding : RequirementFinding.of(scheme)) {
      requirement(finding);
    }
    json.writeEndArray();
    texts("settled", scheme.settled());
    texts("untested", scheme.untested());
    json.writeEndObject();
  }

  /** Left out where there are none. */
  private void texts(String name, List<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  private void requirement(RequirementFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.requirement().id());
    json.writeStringField("level", EnumWord.of(finding.requirement().level()));
    json.writeStringField("status", EnumWord.of(finding.status()));
    json.writeArrayFieldStart("cases");
    for (ReportedCase each : finding.cases()) {
      CaseResult result = each.result();
      json.writeStartObject();
      json.writeStringField("name", result.name());
      json.writeStringField("role", each.role());
      json.writeStringField("outcome", EnumWord.of(result.outcome()));
      json.writeStringField("message", result.message());
      if (result.ending().cause().isPresent()) {
        json.writeStringField("cause", result.ending().cause().get().id());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
