package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.message.UrlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads the JSON request object out of a stream of tokens. It takes what {@link
 * io.countersign.message.RequestJson} takes, and says nothing about the rest. Belongs to one
 * thread.
 */
final class RequestParser {
  private static final int METHOD = 0;
  private static final int URL = 1;
  private static final int HEADERS = 2;
  private static final int BODY = 3;

  private final Words words;
  private final UrlReader urls = new UrlReader();
  private final Keys keys = new Keys(1, List.of("method", "url", "headers", "body", "bodyBase64"));

  RequestParser(Words words) {
    this.words = words;
  }

  /**
   * @param parser at the beginning of the object; at its end afterwards
   */
  HttpRequest request(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    String method = null;
    RequestUrl url = null;
    Headers headers = null;
    Octets body = null;
    for (int key = keys.next(parser, Keys.NONE); key != Keys.NONE; key = keys.next(parser, key)) {
      parser.nextToken();
      switch (key) {
        case METHOD -> method = Tokens.first(method, words.text(parser));
        case URL -> url = Tokens.first(url, url(parser));
        case HEADERS -> headers = Tokens.first(headers, headers(parser));
        case BODY -> body = Tokens.first(body, Octets.of(Tokens.text(parser)));
        default -> body = Tokens.first(body, bytes(Tokens.text(parser)));
      }
    }
    if (method == null || url == null) {
      throw new OddVectorException();
    }
    return new HttpRequest(
        method, url, headers == null ? Headers.NONE : headers, body == null ? Octets.EMPTY : body);
  }

  private RequestUrl url(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireText(parser);
    return urls.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
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
  Headers headers(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    List<String> names = new ArrayList<>();
    List<Header> headers = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (names.contains(name)) {
        throw new OddVectorException();
      }
      names.add(name);
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
