package io.countersign.target.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestJson;
import io.countersign.scheme.CredentialField;
import io.countersign.target.Call;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The lines of the adapter protocol, version 1. */
final class Protocol {
  private static final JsonFactory JSON = new JsonFactory();

  private Protocol() {}

  static String hello(int id) {
    return object(
        json -> {
          json.writeNumberField("id", id);
          json.writeStringField("op", "hello");
          json.writeNumberField("protocol", 1);
        });
  }

  /**
   * @param withTime whether the child is told what time it is
   */
  static String call(int id, String op, Call call, HttpRequest request, boolean withTime) {
    return object(
        json -> {
          json.writeNumberField("id", id);
          json.writeStringField("op", op);
          json.writeStringField("scheme", call.scheme().id());
          json.writeObjectFieldStart("credentials");
          for (CredentialField field : call.scheme().credentialFields()) {
            json.writeStringField(field.name(), call.credentials().revealToAdapter(field.name()));
          }
          json.writeEndObject();
          if (withTime) {
            json.writeStringField("time", call.time().toString());
          }
          json.writeFieldName("request");
          RequestJson.write(request, json);
        });
  }

  /**
   * The fields of an answer.
   *
   * @throws AdapterException if the line is no JSON object, or answers another question
   */
  static Fields answer(String line, int id) throws AdapterException {
    Fields fields;
    try {
      fields = Fields.open(Documents.readJson("the answer", line), "an answer");
    } catch (InputException e) {
      throw new AdapterException("the adapter answered with no JSON object: " + Quote.of(line));
    }
    String answered = fields.node("id").map(Protocol::text).orElse("none");
    if (!answered.equals(Integer.toString(id))) {
      throw new AdapterException(
          "the adapter answered with the id " + answered + " where " + id + " was asked: "
              + Quote.of(line));
    }
    return fields;
  }

  private static String text(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : "none";
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String object(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      writing.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
