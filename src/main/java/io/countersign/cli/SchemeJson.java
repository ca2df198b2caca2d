package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.EnumWord;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Document;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import java.io.IOException;
import java.util.List;

/** A scheme as JSON, for {@code schemes show --json}. */
record SchemeJson(JsonGenerator json) {
  void write(Scheme scheme, List<Profile> profiles, Requirements requirements) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", scheme.id());
    json.writeStringField("title", scheme.title());
    json.writeStringField("summary", scheme.summary());
    json.writeArrayFieldStart("documents");
    for (Document document : scheme.documents()) {
      json.writeStartObject();
      json.writeStringField("id", document.id());
      json.writeStringField("title", document.title());
      json.writeStringField("file", document.file());
      if (document.url().isPresent()) {
        json.writeStringField("url", document.url().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("credentials");
    for (CredentialField field : scheme.credentialFields()) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("role", EnumWord.of(field.role()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("profiles");
    for (Profile profile : profiles) {
      json.writeFieldName(EnumWord.of(profile));
      rules(RulesWords.of(scheme.rules(profile)));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("requirements");
    for (Requirement requirement : requirements.all()) {
      requirement(requirement);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rules(RulesWords rules) throws IOException {
    json.writeStartObject();
    texts("stringToSign", rules.stringToSign());
    json.writeStringField("proof", rules.proof());
    json.writeStringField("encoding", rules.encoding());
    texts("sent", rules.sent());
    json.writeStringField("freshness", rules.freshness());
    texts("covered", rules.covered());
    texts("gaps", rules.open());
    json.writeEndObject();
  }

  private void requirement(Requirement requirement) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", requirement.id());
    json.writeStringField("level", EnumWord.of(requirement.level()));
    json.writeStringField("says", requirement.says());
    json.writeStringField("document", requirement.document());
    json.writeStringField("section", requirement.section());
    json.writeStringField("disposition", EnumWord.of(requirement.disposition()));
    if (!requirement.because().isEmpty()) {
      json.writeStringField("because", requirement.because());
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
