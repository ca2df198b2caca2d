package io.countersign.message;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON request object: {@code method}, {@code url}, {@code headers} (a string or a list of
 * strings each), and {@code body} as text or {@code bodyBase64}.
 */
public final class RequestJson {
  private RequestJson() {}

  /**
   * @throws InputException if the object is not of that form
   */
  public static HttpRequest read(Node node) {
    Fields fields = Fields.of(node, "a request", "method", "url", "headers", "body", "bodyBase64");
    try {
      return new HttpRequest(
          fields.text("method"),
          RequestUrl.parse(fields.text("url")),
          headers(fields.node("headers")),
          body(fields));
    } catch (InputException e) {
      // What the parts of a request complain of has no place of its own.
      throw e.within(node.mark(), "in this request");
    }
  }

  /**
   * Reads what a signer made of a request. What the object does not say is as it was; what it says
   * besides is left unread.
   *
   * @throws InputException if what is read is not of the form
   */
  public static HttpRequest readSigned(Node node, HttpRequest original) {
    Fields fields = Fields.open(node, "a signed request");
    boolean hasBody = fields.has("body") || fields.has("bodyBase64");
    return new HttpRequest(
        fields.optionalText("method").orElse(original.method()),
        fields.optionalText("url").map(RequestUrl::parse).orElse(original.url()),
        fields.has("headers") ? headers(fields.node("headers")) : original.headers(),
        hasBody ? body(fields) : original.body());
  }

  private static Headers headers(Optional<Node> node) {
    List<Header> headers = new ArrayList<>();
    if (node.isPresent()) {
      Fields fields = Fields.open(node.get(), "headers");
      for (String name : fields.names()) {
        Node value = fields.required(name);
        List<Node> values =
            value instanceof Node.Sequence sequence ? sequence.items() : List.of(value);
        values.forEach(item -> headers.add(new Header(name, Fields.textOf(item, name))));
      }
    }
    return new Headers(headers);
  }

  private static Octets body(Fields fields) {
    if (fields.has("body") && fields.has("bodyBase64")) {
      throw InputException.at(
          fields.mark(), "a request has both body and bodyBase64", "keep one of them");
    }
    if (fields.has("bodyBase64")) {
      try {
        return Octets.of(Base64.getDecoder().decode(fields.text("bodyBase64")));
      } catch (IllegalArgumentException e) {
        throw InputException.at(
            fields.required("bodyBase64").mark(), "bodyBase64 is not base64", "encode the bytes");
      }
    }
    return Octets.of(fields.optionalText("body").orElse(""));
  }

  /** Writes the object that {@link #read} reads. */
  public static void write(HttpRequest request, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("method", request.method());
    json.writeStringField("url", request.url().toString());
    Map<String, List<String>> grouped = new LinkedHashMap<>();
    for (Header header : request.headers().all()) {
      String name =
          grouped.keySet().stream().filter(header::isNamed).findFirst().orElse(header.name());
      grouped.computeIfAbsent(name, key -> new ArrayList<>()).add(header.value());
    }
    json.writeObjectFieldStart("headers");
    for (Map.Entry<String, List<String>> entry : grouped.entrySet()) {
      if (entry.getValue().size() == 1) {
        json.writeStringField(entry.getKey(), entry.getValue().get(0));
      } else {
        json.writeArrayFieldStart(entry.getKey());
        for (String value : entry.getValue()) {
          json.writeString(value);
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
    if (request.body().isText()) {
      if (!request.body().isEmpty()) {
        json.writeStringField("body", request.body().text());
      }
    } else {
      json.writeStringField(
          "bodyBase64", Base64.getEncoder().encodeToString(request.body().toBytes()));
    }
    json.writeEndObject();
  }
}
