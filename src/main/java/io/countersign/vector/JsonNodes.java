package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Cuts {@link Node}s out of a stream of JSON, one after the other. A repeated key is an error. */
final class JsonNodes {
  private final String source;
  private final JsonParser parser;

  JsonNodes(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** Where the current token begins. */
  Mark mark() {
    var location = parser.currentTokenLocation();
    return new Mark(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** The value that begins with the current token, read to its end. */
  Node value() throws IOException {
    Mark mark = mark();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(mark);
      case START_ARRAY -> sequence(mark);
      default -> new Node.Scalar(parser.getText(), type(token), mark);
    };
  }

  private static Node.Scalar.Type type(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Node.Scalar.Type.TEXT;
      case VALUE_NULL -> Node.Scalar.Type.NULL;
      case VALUE_TRUE, VALUE_FALSE -> Node.Scalar.Type.BOOLEAN;
      default -> Node.Scalar.Type.NUMBER;
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
