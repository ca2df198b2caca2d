package io.countersign.message;

import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
      return RequestJson.read(Documents.readJson(source, utf8(source, bytes)));
    }
    return RawMessage.read(source, bytes);
  }

  /** Never replaces what it cannot read: another body than the one meant would be signed. */
  private static String utf8(String source, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw InputException.at(
          Mark.startOf(source), "the request object is not UTF-8 text", "save it as UTF-8");
    }
  }
}
