package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.EnumWord;
import io.countersign.scheme.Profile;
import io.countersign.selftest.SelfTestResult;
import io.countersign.selftest.Trial;
import java.io.IOException;

/** The result of a self-test for machines: every trial, with all that it named. */
final class SelfTestJson {
  private SelfTestJson() {}

  static void write(SelfTestResult result, Profile profile, long seed, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("profile", EnumWord.of(profile));
    json.writeNumberField("seed", seed);
    json.writeBooleanField("good", result.isGood());
    json.writeNumberField("caught", result.count(Trial.End.CAUGHT));
    json.writeNumberField(
        "of", (int) result.trials().stream().filter(trial -> !trial.isRight()).count());
    json.writeNumberField("survived", result.count(Trial.End.SURVIVED));
    json.writeNumberField("accused", result.count(Trial.End.ACCUSED));
    json.writeArrayFieldStart("unnamed");
    for (String id : result.unnamed()) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("trials");
    for (Trial trial : result.trials()) {
      write(trial, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Trial trial, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("scheme", trial.scheme());
    json.writeStringField("role", EnumWord.of(trial.role()));
    json.writeStringField("id", trial.id());
    json.writeStringField("title", trial.title());
    json.writeStringField("end", EnumWord.of(trial.end()));
    if (!trial.reason().isEmpty()) {
      json.writeStringField("reason", trial.reason());
    }
    json.writeArrayFieldStart("requirements");
    for (String id : trial.requirements()) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
