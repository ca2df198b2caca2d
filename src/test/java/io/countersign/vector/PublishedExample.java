package io.countersign.vector;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestJson;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sign vector beside a further scheme. */
record PublishedExample(
    Scheme scheme,
    String id,
    String source,
    Map<String, String> values,
    Instant time,
    HttpRequest request,
    String stringToSign,
    String signature) {

  static List<PublishedExample> all() {
    Schemes schemes = Schemes.in(List.of(TestSchemes.further()));
    return schemes.ids().stream().flatMap(id -> of(schemes.scheme(id)).stream()).toList();
  }

  private static List<PublishedExample> of(Scheme scheme) {
    return Fields.open(Documents.read(scheme.folder().resolve("published.json")), "examples")
        .items("vectors")
        .stream()
        .map(node -> of(scheme, Fields.open(node, "an example")))
        .toList();
  }

  private static PublishedExample of(Scheme scheme, Fields fields) {
    Fields given = Fields.open(fields.required("credentials"), "credentials");
    Map<String, String> values = new LinkedHashMap<>();
    given.names().forEach(name -> values.put(name, given.text(name)));
    return new PublishedExample(
        scheme,
        fields.text("id"),
        fields.text("source"),
        values,
        Instant.parse(fields.text("time")),
        RequestJson.read(fields.required("request")),
        fields.text("stringToSign"),
        fields.text("signature"));
  }

  Credentials credentials() {
    return Credentials.of(scheme, values);
  }

  @Override
  public String toString() {
    return scheme.id() + "/" + id;
  }
}
