package io.countersign.document;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Cuts {@link Node}s out of a stream of JSON, one after the other. A repeated key is an error. */
public final class JsonNodes {
  /** Makes the parsers for everything that is read as JSON. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(64 << 20).build())
          // What stands at a syntax error may be a secret: it is not repeated.
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(1).build())
          .build();

  private final String source;
  private final JsonParser parser;

  public JsonNodes(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** Where the current token begins. */
  public Mark mark() {
    return mark(parser.currentTokenLocation());
  }

  private Mark mark(JsonLocation location) {
    return new Mark(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** What to say of a text that is no JSON. */
  public InputException malformed(JsonProcessingException failure) {
    JsonLocation place = failure.getLocation();
    return InputException.malformed(
        place == null ? Mark.startOf(source) : mark(place), words(failure));
  }

  /** The parser's words, but for what it says of its own settings. */
  private static String words(JsonProcessingException failure) {
    String words = failure.getOriginalMessage().lines().findFirst().orElse("");
    if (words.startsWith("Unexpected character ('\ufeff'")) {
      return "a byte order mark stands here, which JSON does not have";
    }
    return words
        .replaceFirst(", from `[^`]*`\\)", ")")
        .replaceFirst(
            "\\(start marker at \\[Source: [^;]*; line: (\\d+), column: (\\d+)]\\)",
            "for the one that opens at $1:$2");
  }

  /** The value that begins with the current token, read to its end. */
  public Node value() throws IOException {
    Mark mark = mark();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(mark);
      case START_ARRAY -> sequence(mark);
      case VALUE_STRING -> new Node.Scalar(parser.getText(), Node.Scalar.Type.TEXT, mark);
      case VALUE_NULL -> new Node.Scalar("", Node.Scalar.Type.NULL, mark);
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(parser.getText(), Node.Scalar.Type.BOOLEAN, mark);
      default -> new Node.Scalar(parser.getText(), Node.Scalar.Type.NUMBER, mark);
    };
  }

  private Node sequence(Mark mark) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Node.Sequence(items, mark);
  }

  private Node mapping(Mark mark) throws IOException {
    LinkedHashMap<String, Node.Mapping.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Mark nameMark = mark();
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, new Node.Mapping.Field(nameMark, value())) != null) {
        throw InputException.at(
            nameMark, "the key '" + name + "' stands here twice", "keep one of the two");
      }
    }
    return new Node.Mapping(fields, mark);
  }
}
