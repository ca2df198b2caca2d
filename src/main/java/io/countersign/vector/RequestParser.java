package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON request object out of a stream of tokens. It takes what {@link
 * io.countersign.message.RequestJson} takes, and says nothing about the rest.
 */
final class RequestParser {
  private @Nullable String method;
  private @Nullable String url;
  private @Nullable Headers headers;
  private @Nullable Octets body;

  private RequestParser() {}

  /**
   * @param parser at the beginning of the object; at its end afterwards
   */
  static HttpRequest request(JsonParser parser) throws IOException, OddVectorException {
    RequestParser request = new RequestParser();
    request.read(parser);
    if (request.method == null || request.url == null) {
      throw new OddVectorException();
    }
    return new HttpRequest(
        request.method,
        RequestUrl.parse(request.url),
        request.headers == null ? Headers.NONE : request.headers,
        request.body == null ? Octets.EMPTY : request.body);
  }

  private void read(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "method" -> method = Tokens.first(method, Tokens.text(parser));
        case "url" -> url = Tokens.first(url, Tokens.text(parser));
        case "headers" -> headers = Tokens.first(headers, headers(parser));
        case "body" -> body = Tokens.first(body, Octets.of(Tokens.text(parser)));
        case "bodyBase64" -> body = Tokens.first(body, bytes(Tokens.text(parser)));
        default -> throw new OddVectorException();
      }
    }
  }

  private static Octets bytes(String base64) throws OddVectorException {
    try {
      return Octets.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new OddVectorException();
    }
  }

  /**
   * @param parser at the beginning of an object of header fields; at its end afterwards
   */
  static Headers headers(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    Set<String> names = new HashSet<>();
    List<Header> headers = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (!names.add(name)) {
        throw new OddVectorException();
      }
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          headers.add(new Header(name, Tokens.text(parser)));
        }
      } else {
        headers.add(new Header(name, Tokens.text(parser)));
      }
    }
    return new Headers(headers);
  }
}
