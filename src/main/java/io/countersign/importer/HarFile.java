package io.countersign.importer;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requests of a HAR file (HTTP Archive 1.2), as browsers and proxies save them. */
final class HarFile {
  private static final int MOST_LISTED = 12;
  private static final int LONGEST_TARGET = 60;

  private HarFile() {}

  static boolean isHar(Node document) {
    return document instanceof Node.Mapping mapping && mapping.fields().containsKey("log");
  }

  /**
   * @param entry from 1; may be left out where there is but one
   * @throws InputException if there is no such entry, or it holds no request that can be read
   */
  static HttpRequest read(Node document, OptionalInt entry) {
    Fields log = Fields.open(Fields.open(document, "a HAR file").required("log"), "a log");
    List<Node> entries = log.items("entries");
    if (entries.isEmpty()) {
      throw InputException.at(log.mark(), "the HAR file holds no entry", "record a request");
    }
    if (entry.isEmpty() && entries.size() > 1) {
      throw InputException.at(
          log.mark(),
          "the HAR file holds " + entries.size() + " requests",
          "choose one with --entry: " + list(entries));
    }
    int number = entry.orElse(1);
    if (number < 1 || number > entries.size()) {
      throw InputException.at(
          log.mark(),
          "the HAR file has no entry " + number,
          entries.size() == 1 ? "it has one" : "it has those from 1 to " + entries.size());
    }
    return request(entries.get(number - 1));
  }

  private static String list(List<Node> entries) {
    String listed =
        IntStream.range(0, Math.min(entries.size(), MOST_LISTED))
            .mapToObj(i -> (i + 1) + " " + title(entries.get(i)))
            .collect(Collectors.joining(", "));
    return entries.size() > MOST_LISTED ? listed + ", …" : listed;
  }

  /** Method and URL; not the query, which may hold anything. */
  private static String title(Node entry) {
    Fields request = Fields.open(Fields.open(entry, "an entry").required("request"), "a request");
    String url = request.text("url").split("[?#]", 2)[0];
    String end = url.length() > LONGEST_TARGET ? "…" : "";
    return request.text("method")
        + " "
        + url.substring(0, Math.min(url.length(), LONGEST_TARGET))
        + end;
  }

  private static HttpRequest request(Node entry) {
    Node node = Fields.open(entry, "an entry").required("request");
    Fields request = Fields.open(node, "a request");
    try {
      return new HttpRequest(
          request.text("method"),
          // What stands behind a # never leaves the browser.
          RequestUrl.parse(request.text("url").split("#", 2)[0]),
          headers(request),
          request.node("postData").map(HarFile::body).orElse(Octets.EMPTY));
    } catch (InputException e) {
      throw e.within(node.mark(), "in this entry");
    }
  }

  /** HTTP/2 writes the host as a field of its own, and method and path where HTTP/1.1 has none. */
  private static Headers headers(Fields request) {
    List<Header> headers = new ArrayList<>();
    for (Node item : request.optionalItems("headers")) {
      Fields header = Fields.open(item, "a header");
      String name = header.text("name");
      if (name.equals(":authority")) {
        headers.add(new Header("Host", header.text("value")));
      } else if (!name.startsWith(":")) {
        headers.add(new Header(name, header.text("value")));
      }
    }
    return new Headers(headers);
  }

  private static Octets body(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL) {
      return Octets.EMPTY;
    }
    Fields data = Fields.open(node, "postData");
    String text = data.optionalText("text").orElse("");
    if (text.isEmpty() && !data.optionalItems("params").isEmpty()) {
      throw InputException.at(
          node.mark(), "the body's text is not in the file, only its fields", "add it as text");
    }
    boolean encoded = data.optionalText("encoding").orElse("").equals("base64");
    try {
      return encoded ? Octets.of(Base64.getDecoder().decode(text)) : Octets.of(text);
    } catch (IllegalArgumentException e) {
      throw InputException.at(node.mark(), "the body is not base64", "encode its bytes");
    }
  }
}
