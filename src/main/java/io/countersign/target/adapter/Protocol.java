package io.countersign.target.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.message.RequestJson;
import io.countersign.scheme.CredentialField;
import io.countersign.target.Call;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;

/** The lines of the adapter protocol, version 1. */
final class Protocol {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LOGS = "; what is no answer belongs on standard error";

  private Protocol() {}

  static String hello(int id) {
    return object(
        json -> {
          json.writeNumberField("id", id);
          json.writeStringField("op", "hello");
          json.writeNumberField("protocol", 1);
        });
  }

  static String call(int id, Op op, Call call) {
    return object(
        json -> {
          json.writeNumberField("id", id);
          json.writeStringField("op", op.word());
          json.writeStringField("scheme", call.scheme().id());
          json.writeObjectFieldStart("credentials");
          for (CredentialField field : call.scheme().credentialFields()) {
            json.writeStringField(field.name(), call.credentials().revealToAdapter(field.name()));
          }
          json.writeEndObject();
          if (op != Op.SEND) {
            json.writeStringField("time", call.time().toString());
          }
          json.writeFieldName("request");
          RequestJson.write(call.request(), json);
        });
  }

  /**
   * The fields of an answer.
   *
   * @param op what was asked, for messages
   * @throws AdapterException if the line is no JSON object, or answers another question
   */
  static Fields answer(String line, int id, String op, Quotes quotes) throws AdapterException {
    String what = "the adapter answered " + op + " with ";
    Node answer;
    try {
      answer = Documents.readJson("the answer", line);
    } catch (InputException e) {
      // What is well formed and refused has a name twice.
      throw new AdapterException(
          e.isMalformed()
              ? what + "a line that is no JSON: " + quotes.line(line) + LOGS
              : what + "a field that is there twice: " + quotes.line(line));
    }
    if (!(answer instanceof Node.Mapping)) {
      throw new AdapterException(
          what + answer.kind() + ", where an object is due: " + quotes.line(line));
    }
    Fields fields = Fields.open(withoutNulls(answer), "an answer");
    boolean right = fields.node("id").filter(given -> isNumber(given, id)).isPresent();
    if (!right) {
      throw new AdapterException(
          what
              + "another id than that of the question, the number "
              + id
              + ": "
              + quotes.line(line));
    }
    return fields;
  }

  /**
   * @param behind what came after it; may be empty
   */
  static AdapterException emptyLine(String op, String behind, Quotes quotes) {
    String then = behind.isBlank() ? "" : ", and behind it " + quotes.beginning(behind) + LOGS;
    return new AdapterException("the adapter answered " + op + " with an empty line" + then);
  }

  /** Many a library writes what it does not have as null. */
  private static Node withoutNulls(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    LinkedHashMap<String, Node.Mapping.Field> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              if (!isNull(field.value())) {
                fields.put(
                    name, new Node.Mapping.Field(field.nameMark(), withoutNulls(field.value())));
              }
            });
    return new Node.Mapping(fields, mapping.mark());
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL;
  }

  private static boolean isNumber(Node node, int number) {
    return node instanceof Node.Scalar scalar
        && scalar.type() == Node.Scalar.Type.NUMBER
        && scalar.text().equals(Integer.toString(number));
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
