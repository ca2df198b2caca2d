package io.countersign.vector;

import io.countersign.document.EnumWord;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.RequestJson;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one vector of a file. Strict: a key of another operation is an error, too. */
final class VectorReader {
  private static final List<String> COMMON =
      List.of(
          "id",
          "op",
          "requirement",
          "description",
          "source",
          "credentials",
          "time",
          "profile",
          "request");

  private final Scheme scheme;
  private final Profile otherwise;

  /** The operations that a vector can be about. */
  private enum Op {
    SIGN("stringToSign", "signature", "signed"),
    VERIFY("expect", "reason");

    private final String[] keys;

    Op(String... own) {
      List<String> all = new ArrayList<>(COMMON);
      all.addAll(List.of(own));
      this.keys = all.toArray(String[]::new);
    }
  }

  private enum Expect {
    ACCEPT,
    REJECT
  }

  /**
   * @param otherwise the profile of vectors that name none
   */
  VectorReader(Scheme scheme, Profile otherwise) {
    this.scheme = scheme;
    this.otherwise = otherwise;
  }

  /**
   * @throws InputException if the node is no vector
   */
  TestVector read(Node node) {
    Op op = Fields.open(node, "a vector").word("op", Op.class);
    Fields fields = Fields.of(node, "a vector with op " + EnumWord.of(op), op.keys);
    List.of("requirement", "description", "source").forEach(fields::optionalText);
    return new TestVector(
        id(fields),
        scheme,
        fields.word("profile", otherwise),
        credentials(fields.required("credentials")),
        time(fields),
        RequestJson.read(fields.required("request")),
        op == Op.SIGN ? signed(fields) : verdict(fields));
  }

  private static String id(Fields fields) {
    String id = fields.text("id");
    if (id.isEmpty()) {
      throw InputException.at(
          fields.required("id").mark(), "'id' is empty", "give the vector a name of its own");
    }
    return id;
  }

  private Credentials credentials(Node node) {
    Fields fields = Fields.open(node, "'credentials'");
    Map<String, String> values = new LinkedHashMap<>();
    fields.names().forEach(name -> values.put(name, fields.text(name)));
    try {
      return Credentials.of(scheme, values);
    } catch (InputException e) {
      throw InputException.at(node.mark(), "in these credentials", e.getMessage());
    }
  }

  private static Instant time(Fields fields) {
    try {
      return Times.parse(fields.text("time"));
    } catch (DateTimeException e) {
      throw InputException.at(
          fields.required("time").mark(),
          "'time' is no point in time in UTC",
          "write it as in 2014-09-23T17:23:00Z");
    }
  }

  private static Expectation signed(Fields fields) {
    if (!fields.has("stringToSign") && !fields.has("signature") && !fields.has("signed")) {
      throw InputException.at(
          fields.mark(), "the vector expects nothing", "give stringToSign, signature or signed");
    }
    Optional<Fields> signed =
        fields.node("signed").map(node -> Fields.of(node, "'signed'", "url", "headers"));
    Optional<String> url = signed.flatMap(request -> request.optionalText("url"));
    Headers headers =
        signed
            .flatMap(request -> request.node("headers"))
            .map(VectorReader::headers)
            .orElse(Headers.NONE);
    if (signed.isPresent() && url.isEmpty() && headers.all().isEmpty()) {
      throw InputException.at(
          signed.get().mark(), "'signed' expects nothing", "give its url or a header");
    }
    return new Expectation.Signed(
        fields.optionalText("stringToSign"), fields.optionalText("signature"), url, headers);
  }

  private static Headers headers(Node node) {
    Fields fields = Fields.open(node, "'headers'");
    List<Header> headers = new ArrayList<>();
    for (String name : fields.names()) {
      Node value = fields.required(name);
      List<Node> values =
          value instanceof Node.Sequence sequence ? sequence.items() : List.of(value);
      values.forEach(item -> headers.add(header(name, item)));
    }
    return new Headers(headers);
  }

  private static Header header(String name, Node value) {
    String text = Fields.textOf(value, name);
    try {
      return new Header(name, text);
    } catch (InputException e) {
      throw InputException.at(value.mark(), "this header cannot be", e.getMessage());
    }
  }

  private static Expectation verdict(Fields fields) {
    Expect expect = fields.word("expect", Expect.class);
    if (fields.has("reason") == (expect == Expect.ACCEPT)) {
      throw InputException.at(
          fields.mark(),
          expect == Expect.ACCEPT
              ? "a vector that is accepted has a reason"
              : "a vector that is rejected lacks its reason",
          "'reason' stands beside \"expect\": \"reject\", and only there");
    }
    return expect == Expect.ACCEPT
        ? new Expectation.Accepted()
        : new Expectation.Rejected(fields.word("reason", Reason.class));
  }
}
