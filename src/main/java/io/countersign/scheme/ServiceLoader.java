package io.countersign.scheme;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the mock vendor answers, and what the suite calls. */
final class ServiceLoader {
  private static final int UNAUTHORIZED = 401;

  /** Of JSON itself, nothing has this form. */
  private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_-]+)}");

  private static final Pattern CLIENT_ERROR = Pattern.compile("4(?!08|29)[0-9]{2}");

  private final CredentialNames credentials;

  ServiceLoader(CredentialNames credentials) {
    this.credentials = credentials;
  }

  Service load(Node node) {
    Fields fields = Fields.of(node, "'service'", "base", "refusal", "refusal-status", "resources");
    String base = fields.text("base");
    Wire.requireServer(base, fields.required("base").mark());
    Set<String> names = new HashSet<>();
    List<Resource> resources = new ArrayList<>();
    boolean guarded = false;
    for (Node item : fields.items("resources")) {
      Resource resource = resource(item);
      SchemeLoader.requireNew(names, resource.name(), item);
      resources.add(resource);
      guarded |= !resource.open();
    }
    if (resources.isEmpty()) {
      throw InputException.at(
          fields.required("resources").mark(), "the service has no resources", "list at least one");
    }
    if (!guarded) {
      throw InputException.at(
          fields.required("resources").mark(),
          "every resource is open",
          "list one that needs a signature");
    }
    int status = fields.node("refusal-status").map(ServiceLoader::status).orElse(UNAUTHORIZED);
    return new Service(base, body(fields, "refusal", "reason"), status, resources);
  }

  /** Another class of status would be success, a redirect, or the server's own fault. */
  private static int status(Node node) {
    String text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
    if (!CLIENT_ERROR.matcher(text).matches()) {
      throw InputException.at(
          node.mark(),
          "'refusal-status' cannot be '" + text + "'",
          "write a client error other than 408 and 429, which say nothing of the signature: 401 or"
              + " 403, say");
    }
    return Integer.parseInt(text);
  }

  private Resource resource(Node node) {
    Fields fields =
        Fields.of(
            node,
            "a resource",
            "name",
            "method",
            "target",
            "body",
            "content-type",
            "open",
            "answer");
    Template target = SchemeLoader.template(fields, "target");
    for (String field : target.fields()) {
      credentials.requireOpen(field, fields.required("target"));
    }
    Wire.requireCall(
        fields.text("method"),
        fields.required("method").mark(),
        fields.text("target"),
        fields.required("target").mark());
    return new Resource(
        fields.text("name"),
        fields.text("method"),
        target,
        fields.optionalText("body").orElse(""),
        contentType(fields),
        fields.flag("open", false),
        body(fields, "answer", "timestamp"));
  }

  /** The body of an answer: any text, in which one field is filled in. */
  private static String body(Fields fields, String key, String filledIn) {
    String body = fields.text(key);
    Matcher field = FIELD.matcher(body);
    while (field.find()) {
      if (!field.group(1).equals(filledIn)) {
        throw InputException.at(
            fields.required(key).mark(),
            "'" + key + "' has the field {" + field.group(1) + "}, which nothing fills in",
            "the only one there is {" + filledIn + "}");
      }
    }
    return body;
  }

  private static Optional<String> contentType(Fields fields) {
    Optional<String> type = fields.optionalText("content-type");
    if (type.isPresent()) {
      Wire.requireHeader("Content-Type", type.get(), fields.required("content-type").mark());
    }
    return type;
  }
}
