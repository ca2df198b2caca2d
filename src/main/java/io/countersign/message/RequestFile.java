package io.countersign.message;

import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import java.nio.charset.StandardCharsets;

/** A request as a person hands it over: a raw message, or the JSON request object. */
public final class RequestFile {
  private RequestFile() {}

  /**
   * @param source the file's name, or {@code standard input}
   * @throws InputException if it is neither
   */
  public static HttpRequest read(String source, byte[] bytes) {
    int first = 0;
    while (first < bytes.length && Character.isWhitespace(bytes[first])) {
      first++;
    }
    if (first == bytes.length) {
      throw InputException.at(
          Mark.startOf(source),
          "there is no request here",
          "give a raw HTTP/1.1 message or a JSON request object");
    }
    if (bytes[first] == '{') {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return RequestJson.read(Documents.readJson(source, text));
    }
    return RawMessage.read(source, bytes);
  }
}
