package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.explain.Deviation;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explanation;
import io.countersign.explain.Searched;
import io.countersign.message.Octets;
import io.countersign.suite.Requirement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation as one JSON object. */
final class ExplainJson {
  private static final Searched NOTHING = new Searched(0, 0, 0, true);

  private final ExplainedRequest explained;
  private final boolean reveal;
  private final JsonGenerator json;

  private ExplainJson(ExplainedRequest explained, boolean reveal, JsonGenerator json) {
    this.explained = explained;
    this.reveal = reveal;
    this.json = json;
  }

  /**
   * @param reveal whether the signature that was due is shown
   */
  static Json.Value of(ExplainedRequest explained, boolean reveal) {
    return json -> new ExplainJson(explained, reveal, json).write();
  }

  private void write() throws IOException {
    if (explained.diagnosis() instanceof Diagnosis.Rejected rejected) {
      write(
          rejected.reason().toString(),
          rejected.expected(),
          rejected.expectedHashed(),
          rejected.explanations(),
          rejected.searched());
    } else {
      Diagnosis.Accepted accepted = (Diagnosis.Accepted) explained.diagnosis();
      write(null, Optional.of(accepted.stringToSign()), List.of(), List.of(), NOTHING);
    }
  }

  private void write(
      @Nullable String reason,
      Optional<Octets> expected,
      List<Octets> expectedHashed,
      List<Explanation> explanations,
      Searched searched)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("verdict", reason == null ? "accepted" : "rejected");
    json.writeStringField("reason", reason);
    json.writeObjectFieldStart("expected");
    json.writeStringField("stringToSign", text(expected));
    writeHashed(expectedHashed);
    if (reveal && explained.expectedSignature().isPresent()) {
      json.writeStringField("signature", explained.expectedSignature().get());
    }
    json.writeEndObject();
    if (reason != null && explained.printedErratum().isPresent()) {
      write(explained.printedErratum().get());
    }
    json.writeArrayFieldStart("explanations");
    for (Explanation explanation : explanations) {
      write(explanation);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("searched");
    json.writeNumberField("hypotheses", searched.hypotheses());
    json.writeNumberField("millis", searched.millis());
    json.writeBooleanField("exhausted", searched.exhausted());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(Requirement erratum) throws IOException {
    json.writeObjectFieldStart("erratum");
    json.writeStringField("requirement", erratum.id());
    json.writeStringField("says", erratum.says());
    json.writeEndObject();
  }

  private void write(Explanation explanation) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("deviations");
    for (Deviation deviation : explanation.deviations()) {
      json.writeStartObject();
      json.writeStringField("id", deviation.id());
      json.writeStringField("title", explained.safe(deviation.title()));
      json.writeStringField("fix", explained.safe(deviation.fix()));
      json.writeStringField(
          "requirement", explained.requirement(deviation).map(Requirement::id).orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("stringToSign", text(explanation.stringToSign()));
    writeHashed(explanation.hashed());
    json.writeEndObject();
  }

  /** Most schemes hash nothing into a string to sign. */
  private void writeHashed(List<Octets> hashed) throws IOException {
    if (!hashed.isEmpty()) {
      json.writeArrayFieldStart("hashed");
      for (Octets one : hashed) {
        json.writeString(explained.safe(one).text());
      }
      json.writeEndArray();
    }
  }

  private @Nullable String text(Optional<Octets> stringToSign) {
    return stringToSign.map(explained::safe).map(Octets::text).orElse(null);
  }
}
