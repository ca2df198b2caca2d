package io.countersign.scheme;

import io.countersign.document.EnumWord;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the parts of a string to sign: a bare name, or a name with its settings. */
final class PartLoader {
  private static final List<String> NAMES =
      List.of(
          "body",
          "credential",
          "day",
          "digest",
          "header",
          "host",
          "method",
          "path",
          "query",
          "target",
          "text",
          "timestamp");

  /** The encoding of a hash that is signed as the bytes that it is. */
  private static final String RAW = "raw";

  private final CredentialNames credentials;

  /** What the part stands for that is a digest without settings. */
  private final Optional<SentDigest> sent;

  PartLoader(CredentialNames credentials, Optional<SentDigest> sent) {
    this.credentials = credentials;
    this.sent = sent;
  }

  List<Part> load(List<Node> items) {
    List<Part> parts = new ArrayList<>();
    for (Node item : items) {
      parts.add(part(item));
    }
    return parts;
  }

  private Part part(Node node) {
    String name = nameOf(node);
    Node settings = settingsOf(node, name);
    return switch (name) {
      case "body" -> bare(name, settings, new Part.Body());
      case "credential" -> credential(settings);
      case "day" -> bare(name, settings, new DayPart());
      case "digest" -> digest(settings);
      case "header" -> header(settings);
      case "host" -> host(settings);
      case "method" -> bare(name, settings, new Part.Method());
      case "path" -> bare(name, settings, new Part.Path());
      case "query" -> query(settings);
      case "target" -> target(settings);
      case "text" -> text(settings);
      case "timestamp" -> bare(name, settings, new Part.Timestamp());
      default ->
          throw InputException.at(
              node.mark(),
              "there is no part '" + name + "' of a string to sign",
              Suggestion.of(name, NAMES.toArray(String[]::new)));
    };
  }

  static String nameOf(Node node) {
    if (node instanceof Node.Mapping mapping && mapping.fields().size() == 1) {
      return mapping.fields().keySet().iterator().next();
    }
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw InputException.at(
        node.mark(),
        "a part of the string to sign is a name, and here is " + node.kind(),
        "write '- path' or '- text: \" \"'");
  }

  private static Node settingsOf(Node node, String name) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.fields().get(name).value();
    }
    return new Node.Mapping(new LinkedHashMap<>(), node.mark());
  }

  /** A part without settings: one that was passed over would be believed to work. */
  private static Part bare(String name, Node settings, Part part) {
    if (settings instanceof Node.Mapping mapping && mapping.fields().isEmpty()) {
      return part;
    }
    throw InputException.at(
        settings.mark(), "the part '" + name + "' has no settings", "write '- " + name + "'");
  }

  private static Part header(Node node) {
    String name = Fields.textOf(node, "header");
    Wire.requireHeader(name, "", node.mark());
    Wire.requireNotOfTheMessage(
        name,
        name.equalsIgnoreCase("host")
            ? "write '- host'"
            : "remove it: it is set by whoever sends the request, after signing",
        node.mark());
    return new Part.HeaderValue(name);
  }

  /** A blank without quotes is nothing to YAML, and nothing is what would be signed. */
  private static Part text(Node node) {
    String text = Fields.textOf(node, "text");
    if (text.isEmpty()) {
      throw InputException.at(
          node.mark(), "the text is empty", "put it in quotes, as in 'text: \" \"', or remove it");
    }
    return new Part.Text(text);
  }

  private Part credential(Node node) {
    return new Part.Credential(credentials.requireOpen(Fields.textOf(node, "credential"), node));
  }

  private Part digest(Node node) {
    boolean isBare = node instanceof Node.Mapping mapping && mapping.fields().isEmpty();
    return isBare && sent.isPresent() ? sent.get() : digest(digestFields(node));
  }

  /** What is hashed, with which function, and how the hash is written. */
  DigestPart digest(Fields fields) {
    Algorithm algorithm = hash(fields);
    Optional<Encoding> encoding = written(fields);
    List<Part> parts = load(fields.items("of"));
    if (parts.isEmpty()) {
      throw InputException.at(
          fields.required("of").mark(),
          "the digest is of nothing",
          "list what is hashed, in order");
    }
    return new DigestPart(algorithm, encoding, parts);
  }

  /** What stands in the file for each part that a digest hashes. */
  static List<Node> hashed(Node digest) {
    return digestFields(settingsOf(digest, "digest")).items("of");
  }

  private static Fields digestFields(Node node) {
    return Fields.of(node, "the part 'digest'", "algorithm", "encoding", "of");
  }

  /** The hash functions have the names of the MACs that are made of them, without the MAC. */
  private static Algorithm hash(Fields fields) {
    String word = fields.text("algorithm");
    List<String> known = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      String name = algorithm.digestName().toLowerCase(Locale.ROOT);
      if (name.equals(word)) {
        return algorithm;
      }
      known.add(name);
    }
    throw unknown(fields, "algorithm", known);
  }

  /** As a MAC is, or not at all: the bytes of a MAC are no text that a message could carry. */
  private static Optional<Encoding> written(Fields fields) {
    String word = fields.text("encoding");
    Optional<Encoding> encoding = EnumWord.constant(word, Encoding.class);
    if (encoding.isPresent() || word.equals(RAW)) {
      return encoding;
    }
    List<String> known = new ArrayList<>(List.of(RAW));
    for (Encoding one : Encoding.values()) {
      known.add(EnumWord.of(one));
    }
    throw unknown(fields, "encoding", known);
  }

  private static InputException unknown(Fields fields, String name, List<String> known) {
    String word = fields.text(name);
    return InputException.at(
        fields.required(name).mark(),
        "'" + name + "' cannot be '" + word + "'",
        Suggestion.of(word, known.toArray(String[]::new)));
  }

  private static Part host(Node node) {
    return new Part.Host(
        Fields.of(node, "the part 'host'", "port").word("port", Part.Host.Port.AS_SENT));
  }

  private static Part query(Node node) {
    Fields fields =
        Fields.of(
            node,
            "the part 'query'",
            "order",
            "form",
            "omit",
            "equals",
            "separator",
            "body-instead-for");
    List<String> bodyInsteadFor = fields.texts("body-instead-for");
    for (String method : bodyInsteadFor) {
      Wire.requireMethod(method, fields.required("body-instead-for").mark());
    }
    return new QueryPart(
        fields.word("order", QueryPart.Order.AS_SENT),
        fields.word("form", Part.Form.RAW),
        new HashSet<>(fields.texts("omit")),
        fields.optionalText("equals").orElse("="),
        fields.optionalText("separator").orElse("&"),
        new HashSet<>(bodyInsteadFor));
  }

  private static Part target(Node node) {
    Fields fields = Fields.of(node, "the part 'target'", "form", "before");
    return new Part.Target(
        fields.word("form", Part.Form.RAW),
        fields.optionalText("before").map(TrailingParameter::named));
  }
}
