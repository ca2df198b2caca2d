package io.countersign.message;

import io.countersign.document.InputException;
import io.countersign.document.Mark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as HTTP/1.1 text: request line, headers, blank line, body (RFC 9112). Lines end in
 * CRLF, or in LF alone as people's editors write them. With a Content-Length the body is that many
 * bytes, and a line break that an editor put behind it is left out; without one the body is the
 * rest, to the byte.
 */
public final class RawMessage {
  private final String source;
  private final byte[] bytes;
  private int position;
  private int line;

  private RawMessage(String source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  /**
   * @param source the file's name, for messages
   * @throws InputException if it is no request
   */
  public static HttpRequest read(String source, byte[] bytes) {
    return new RawMessage(source, bytes).read();
  }

  /**
   * The message as it is sent, lines ending in CRLF; a Host header is added where there is none.
   */
  public static Octets write(HttpRequest request) {
    OctetBuffer out = new OctetBuffer();
    out.append(request.method()).append(" ").append(request.target()).append(" HTTP/1.1\r\n");
    if (!request.headers().has("Host")) {
      out.append("Host: ").append(request.url().authority()).append("\r\n");
    }
    for (Header header : request.headers().all()) {
      out.append(header.name()).append(": ").append(header.octets()).append("\r\n");
    }
    if (!request.body().isEmpty() && !request.headers().has("Content-Length")) {
      out.append("Content-Length: " + request.body().length()).append("\r\n");
    }
    return out.append("\r\n").append(request.body()).toOctets();
  }

  private HttpRequest read() {
    String[] words = nextLine().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/")) {
      throw wrong(
          "this is no request line", "write METHOD, target and HTTP/1.1, as in GET / HTTP/1.1");
    }
    List<Header> headers = new ArrayList<>();
    while (position < bytes.length) {
      String text = nextLine();
      if (text.isEmpty()) {
        break;
      }
      headers.add(header(text));
    }
    Headers all = new Headers(headers);
    try {
      return new HttpRequest(words[0], url(words[1], all), all, body(all));
    } catch (InputException e) {
      throw e.within(new Mark(source, 1, 1), "in the request");
    }
  }

  private Header header(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw wrong("this is no header line", "write Name: value, and a blank line before the body");
    }
    if (text.charAt(0) == ' ' || text.charAt(0) == '\t') {
      throw wrong("a header line begins with white space", "write each header on one line");
    }
    try {
      return new Header(text.substring(0, colon), text.substring(colon + 1));
    } catch (InputException e) {
      throw e.within(new Mark(source, line, 1), "this header cannot be");
    }
  }

  private RequestUrl url(String target, Headers headers) {
    if (!target.startsWith("/")) {
      return RequestUrl.parse(target);
    }
    String host = headers.first("Host").orElse(null);
    if (host == null) {
      throw InputException.of(
          "the request names no host",
          "add a Host header, or write the absolute URL in the request line");
    }
    return RequestUrl.parse("https://" + host + target);
  }

  private Octets body(Headers headers) {
    if (headers.has("Transfer-Encoding")) {
      throw InputException.of(
          "the body has a Transfer-Encoding", "give it as it was before, without that header");
    }
    String declared = headers.first("Content-Length").orElse("");
    if (declared.isEmpty()) {
      return Octets.of(bytes, position, bytes.length);
    }
    int present = bytes.length - position;
    int length = declared.matches("[0-9]{1,9}") ? Integer.parseInt(declared) : -1;
    String rest =
        length < 0 || length > present
            ? "no"
            : new String(bytes, position + length, present - length, StandardCharsets.ISO_8859_1);
    if (!rest.isEmpty() && !rest.equals("\n") && !rest.equals("\r\n")) {
      throw InputException.of(
          "Content-Length says " + declared + " and the body has " + present + " bytes",
          "correct it or leave it out");
    }
    return Octets.of(bytes, position, position + length);
  }

  private String nextLine() {
    line++;
    int end = position;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    int to = end > position && bytes[end - 1] == '\r' ? end - 1 : end;
    String text = utf8(position, to);
    position = Math.min(end + 1, bytes.length);
    return text;
  }

  private String utf8(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw wrong("this line is not UTF-8", "only the body may hold other bytes");
    }
  }

  private InputException wrong(String problem, String remedy) {
    return InputException.at(new Mark(source, line, 1), problem, remedy);
  }
}
