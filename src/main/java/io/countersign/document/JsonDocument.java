package io.countersign.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON document being read. */
final class JsonDocument {
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
    try (JsonParser parser = JsonNodes.FACTORY.createParser(text)) {
      return read(parser, new JsonNodes(source, parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node read(JsonParser parser, JsonNodes nodes) throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw InputException.at(
            Mark.startOf(source), "the document is empty", "it needs at least one field");
      }
      Node node = nodes.value();
      if (parser.nextToken() != null) {
        throw InputException.at(
            nodes.mark(), "something follows the end of the document", "remove it");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw nodes.malformed(e);
    }
  }
}
