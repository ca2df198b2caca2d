package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import io.countersign.document.Fields;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads vectors straight out of a stream of tokens, without a tree and without places. It takes
 * what {@link VectorReader} takes and refuses what that refuses, and leaves it to that to say why.
 * Belongs to one thread.
 */
final class VectorParser {
  private final Scheme scheme;
  private final Profile otherwise;
  private final Parties parties;
  private final Signed none = new Signed(Optional.empty(), Headers.NONE);

  /** The keys of a vector. */
  private enum Key {
    ID,
    OP,
    REQUIREMENT,
    DESCRIPTION,
    SOURCE,
    CREDENTIALS,
    TIME,
    PROFILE,
    REQUEST,
    STRING_TO_SIGN,
    SIGNATURE,
    SIGNED,
    EXPECT,
    REASON;

    static final Map<String, Key> BY_NAME =
        Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(Key::written, Function.identity()));

    private String written() {
      return this == STRING_TO_SIGN ? "stringToSign" : Fields.wordFor(this);
    }
  }

  /** A vector, and who has its credentials. */
  record Parsed(TestVector vector, Party party) {}

  private record Signed(Optional<String> url, Headers headers) {}

  /** What has been read of one vector so far. */
  private static final class Draft {
    final Set<Key> seen = EnumSet.noneOf(Key.class);
    final @Nullable String[] texts = new String[Key.values().length];
    @Nullable Party party;
    @Nullable HttpRequest request;
    @Nullable Signed signed;

    Optional<String> optional(Key key) {
      return Optional.ofNullable(texts[key.ordinal()]);
    }

    String text(Key key) throws OddVectorException {
      return required(texts[key.ordinal()]);
    }

    void requireNone(Key... keys) throws OddVectorException {
      for (Key key : keys) {
        if (seen.contains(key)) {
          throw new OddVectorException();
        }
      }
    }
  }

  VectorParser(Scheme scheme, Profile otherwise, Parties parties) {
    this.scheme = scheme;
    this.otherwise = otherwise;
    this.parties = parties;
  }

  /**
   * @param parser at the beginning of a vector; at its end afterwards
   * @throws OddVectorException or one for input if it is no vector
   */
  Parsed read(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    Draft draft = new Draft();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Key key = required(Key.BY_NAME.get(name));
      if (!draft.seen.add(key)) {
        throw new OddVectorException();
      }
      parser.nextToken();
      switch (key) {
        case CREDENTIALS -> draft.party = party(parser);
        case REQUEST -> draft.request = RequestParser.request(parser);
        case SIGNED -> draft.signed = signed(parser);
        case REQUIREMENT, DESCRIPTION, SOURCE -> Tokens.requireText(parser);
        default -> draft.texts[key.ordinal()] = Tokens.text(parser);
      }
    }
    return new Parsed(vector(draft), required(draft.party));
  }

  private TestVector vector(Draft draft) throws OddVectorException {
    Profile profile =
        draft.seen.contains(Key.PROFILE)
            ? constant(draft.text(Key.PROFILE), Profile.class)
            : otherwise;
    Instant time = Times.parse(draft.text(Key.TIME));
    Expectation expectation =
        switch (draft.text(Key.OP)) {
          case "sign" -> signature(draft);
          case "verify" -> verdict(draft);
          default -> throw new OddVectorException();
        };
    return new TestVector(
        draft.text(Key.ID),
        scheme,
        profile,
        required(draft.party).credentials(),
        time,
        required(draft.request),
        expectation);
  }

  private Expectation signature(Draft draft) throws OddVectorException {
    draft.requireNone(Key.EXPECT, Key.REASON);
    Optional<String> stringToSign = draft.optional(Key.STRING_TO_SIGN);
    Optional<String> signature = draft.optional(Key.SIGNATURE);
    if (stringToSign.isEmpty() && signature.isEmpty() && draft.signed == null) {
      throw new OddVectorException();
    }
    Signed signed = draft.signed == null ? none : draft.signed;
    return new Expectation.Signed(stringToSign, signature, signed.url, signed.headers);
  }

  private static Expectation verdict(Draft draft) throws OddVectorException {
    draft.requireNone(Key.STRING_TO_SIGN, Key.SIGNATURE, Key.SIGNED);
    boolean accept = draft.text(Key.EXPECT).equals("accept");
    if (accept) {
      draft.requireNone(Key.REASON);
      return new Expectation.Accepted();
    }
    if (!draft.text(Key.EXPECT).equals("reject")) {
      throw new OddVectorException();
    }
    return new Expectation.Rejected(constant(draft.text(Key.REASON), Reason.class));
  }

  private Party party(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    String[] values = new String[parties.fields()];
    int count = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int index = parties.indexOf(name);
      parser.nextToken();
      if (index < 0 || values[index] != null) {
        throw new OddVectorException();
      }
      values[index] = Tokens.text(parser);
      count++;
    }
    if (count < values.length) {
      throw new OddVectorException();
    }
    return parties.with(values);
  }

  private static Signed signed(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    String url = null;
    Headers headers = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "url" -> url = Tokens.first(url, Tokens.text(parser));
        case "headers" -> headers = Tokens.first(headers, RequestParser.headers(parser));
        default -> throw new OddVectorException();
      }
    }
    return new Signed(Optional.ofNullable(url), headers == null ? Headers.NONE : headers);
  }

  private static <E extends Enum<E>> E constant(String word, Class<E> type)
      throws OddVectorException {
    return required(Fields.constant(word, type).orElse(null));
  }

  private static <T> T required(@Nullable T value) throws OddVectorException {
    if (value == null) {
      throw new OddVectorException();
    }
    return value;
  }
}
