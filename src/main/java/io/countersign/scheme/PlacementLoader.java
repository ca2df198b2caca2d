package io.countersign.scheme;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads where the fields of a signature travel. */
final class PlacementLoader {
  private final CredentialNames credentials;
  private final Set<String> headers = new HashSet<>();
  private final Set<String> parameters = new HashSet<>();

  PlacementLoader(CredentialNames credentials) {
    this.credentials = credentials;
  }

  List<Placement> load(List<Node> items) {
    List<Placement> sent = new ArrayList<>();
    for (Node item : items) {
      sent.add(placement(item));
    }
    return sent;
  }

  private Placement placement(Node node) {
    Fields fields =
        Fields.of(
            node, "an item of 'sent'", "header", "or", "query", "value", "written", "read", "last");
    if (fields.has("header") == fields.has("query")) {
      throw InputException.at(
          node.mark(), "a field travels in a header or in the query", "write one of the two");
    }
    return fields.has("header") ? inHeader(fields) : inQuery(fields);
  }

  private Placement inHeader(Fields fields) {
    refuse(fields, "a header", "written", "read", "last");
    Mark where = fields.required("header").mark();
    String name = headerName(fields.text("header"), where);
    List<String> alternatives = fields.texts("or");
    for (String other : alternatives) {
      headerName(other, fields.required("or").mark());
    }
    Template value = template(fields);
    Wire.requireHeader(name, fields.text("value"), fields.required("value").mark());
    return new Placement.InHeader(name, alternatives, value);
  }

  private String headerName(String name, Mark where) {
    Wire.requireHeader(name, "", where);
    Wire.requireNotOfTheMessage(name, "name another header", where);
    requireNew(headers, name.toLowerCase(Locale.ROOT), "the header " + name, where);
    return name;
  }

  private Placement inQuery(Fields fields) {
    refuse(fields, "a query parameter", "or");
    String name = fields.text("query");
    Mark where = fields.required("query").mark();
    Wire.requireParameter(name, where);
    requireNew(parameters, name, "the parameter " + name, where);
    return new Placement.InQuery(
        name,
        template(fields),
        fields.word("written", Placement.Escaping.PERCENT),
        fields.word("read", Placement.Escaping.PERCENT),
        fields.flag("last", false));
  }

  /** No verifier could say which of the two is meant. */
  private static void requireNew(Set<String> seen, String name, String what, Mark where) {
    if (!seen.add(name)) {
      throw InputException.at(
          where, what + " is here twice", "write one item, with all its fields in one value");
    }
  }

  private static void refuse(Fields fields, String what, String... keys) {
    for (String key : keys) {
      if (fields.has(key)) {
        throw InputException.at(
            fields.required(key).mark(), "'" + key + "' says nothing of " + what, "remove it");
      }
    }
  }

  private Template template(Fields fields) {
    Node node = fields.required("value");
    Template template = SchemeLoader.template(fields, "value");
    for (String field : template.fields()) {
      if (!SigningRules.RESERVED.contains(field)) {
        credentials.requireOpen(field, node);
      }
    }
    return template;
  }
}
