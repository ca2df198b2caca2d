package io.countersign.document;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** One JSON document being read. */
final class JsonDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(64 << 20).build())
          // What stands at a syntax error may be a secret: it is not repeated.
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(1).build())
          .build();

  private final String source;
  private final String text;

  JsonDocument(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * @throws InputException if it is not one document, well formed, without repeated keys
   */
  Node read() {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw InputException.at(
            Mark.startOf(source), "the document is empty", "it needs at least one field");
      }
      Node node = value(parser);
      if (parser.nextToken() != null) {
        throw InputException.at(
            mark(parser), "something follows the end of the document", "remove it");
      }
      return node;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      throw InputException.at(
          new Mark(source, line, column),
          "this is not well formed: " + firstLine(e.getOriginalMessage()),
          "correct the syntax there");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node value(JsonParser parser) throws IOException {
    Mark mark = mark(parser);
    switch (parser.currentToken()) {
      case START_OBJECT:
        return mapping(parser, mark);
      case START_ARRAY:
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        return new Node.Sequence(items, mark);
      case VALUE_STRING:
        return new Node.Scalar(parser.getText(), Node.Scalar.Type.TEXT, mark);
      case VALUE_NULL:
        return new Node.Scalar("", Node.Scalar.Type.NULL, mark);
      case VALUE_TRUE:
        return new Node.Scalar("true", Node.Scalar.Type.BOOLEAN, mark);
      case VALUE_FALSE:
        return new Node.Scalar("false", Node.Scalar.Type.BOOLEAN, mark);
      default:
        return new Node.Scalar(parser.getText(), Node.Scalar.Type.NUMBER, mark);
    }
  }

  private Node mapping(JsonParser parser, Mark mark) throws IOException {
    LinkedHashMap<String, Node.Mapping.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Mark nameMark = mark(parser);
      String name = parser.currentName();
      parser.nextToken();
      Node value = value(parser);
      if (fields.put(name, new Node.Mapping.Field(nameMark, value)) != null) {
        throw InputException.at(
            nameMark, "the key '" + name + "' stands here twice", "keep one of the two");
      }
    }
    return new Node.Mapping(fields, mark);
  }

  private Mark mark(JsonParser parser) {
    var location = parser.currentTokenLocation();
    return new Mark(source, location.getLineNr(), location.getColumnNr());
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
