package io.countersign.importer;

import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Node;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RawMessage;
import io.countersign.message.RequestJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a person hands it over: a raw message, the JSON request object, a curl command line,
 * or an entry of a HAR file.
 */
public final class RequestFile {
  /** Compiled only for what may be one: most requests are not, and a regular expression is slow. */
  private static final class Curl {
    /** Someone's prompt may have been copied with the command. */
    static final Pattern COMMAND =
        Pattern.compile("\\s*(?:[$#%>] )?\\s*(curl(?:\\.exe)?[\\s\\\\].*)", Pattern.DOTALL);

    /** What its first character can be. */
    static final String BEGINNINGS = "c$#%>";
  }

  private static final Octets BYTE_ORDER_MARK = Octets.of("\ufeff");

  private RequestFile() {}

  /**
   * @param source the file's name, or {@code standard input}
   * @throws InputException if it is none of them, or a HAR file of several entries
   */
  public static HttpRequest read(String source, byte[] bytes) {
    return read(source, bytes, OptionalInt.empty());
  }

  /**
   * @param source the file's name, or {@code standard input}
   * @param entry which entry of a HAR file, from 1; needed where it has several
   * @throws InputException if it is no request, or not of several and an entry is named
   */
  public static HttpRequest read(String source, byte[] bytes, OptionalInt entry) {
    // Editors of some systems write a mark before UTF-8; it belongs to no request.
    return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK.toBytes(), 0, 3)
        ? unmarked(source, Arrays.copyOfRange(bytes, 3, bytes.length), entry)
        : unmarked(source, bytes, entry);
  }

  private static HttpRequest unmarked(String source, byte[] bytes, OptionalInt entry) {
    int first = 0;
    while (first < bytes.length && Character.isWhitespace(bytes[first])) {
      first++;
    }
    if (first == bytes.length) {
      throw InputException.at(
          Mark.startOf(source),
          "there is no request here",
          "give a raw HTTP/1.1 message, a JSON request object, a curl command or a HAR file");
    }
    if (bytes[first] == '{') {
      Node document = Documents.readJson(source, utf8(source, bytes));
      if (HarFile.isHar(document)) {
        return HarFile.read(document, entry);
      }
      requireNone(entry);
      return RequestJson.read(document);
    }
    requireNone(entry);
    if (Curl.BEGINNINGS.indexOf(bytes[first]) >= 0) {
      Matcher curl = Curl.COMMAND.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      if (curl.matches()) {
        return CurlRequest.read(source, utf8(source, bytes).substring(curl.start(1)));
      }
    }
    return RawMessage.read(source, bytes);
  }

  private static void requireNone(OptionalInt entry) {
    if (entry.isPresent()) {
      throw InputException.of(
          "an entry is chosen, and only a HAR file has entries", "leave out the entry");
    }
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
