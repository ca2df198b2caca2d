package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of the tokens of a vector. */
final class Tokens {
  private Tokens() {}

  static void requireObject(JsonParser parser) throws OddVectorException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new OddVectorException();
    }
  }

  static void requireText(JsonParser parser) throws OddVectorException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new OddVectorException();
    }
  }

  /** The current value, which is text. */
  static String text(JsonParser parser) throws IOException, OddVectorException {
    requireText(parser);
    return parser.getText();
  }

  /** The current value, which is a point in time. */
  static Instant time(JsonParser parser) throws IOException, OddVectorException {
    requireText(parser);
    return Times.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** A value whose key has not been met before. */
  static <T> T first(@Nullable T before, T value) throws OddVectorException {
    if (before != null) {
      throw new OddVectorException();
    }
    return value;
  }
}
