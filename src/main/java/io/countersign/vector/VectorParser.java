package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import io.countersign.document.EnumWord;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads vectors straight out of a stream of tokens, without a tree and without places. It takes
 * what {@link VectorReader} takes and refuses what that refuses, and leaves it to that to say why.
 * Belongs to one thread.
 */
final class VectorParser {
  private static final Expectation ACCEPTED = new Expectation.Accepted();

  private final Scheme scheme;
  private final Profile otherwise;
  private final int mostParties;
  private final Map<Profile, Parties> parties = new EnumMap<>(Profile.class);
  private final Key[] keys = Key.values();
  private final Keys names = new Keys(2, Stream.of(keys).map(Key::written).toList());
  private final Keys signedNames = new Keys(1, List.of("url", "headers"));
  private final Keys credentialNames;

  /** Which credentials, in the order of the scheme's fields, are no secrets. */
  private final boolean[] open;

  private final Words words = new Words();
  private final RequestParser requests = new RequestParser(words);
  private final Signed none = new Signed(Optional.empty(), Headers.NONE);
  private final Draft draft;

  /** The keys of a vector. */
  private enum Key {
    ID,
    OP,
    CREDENTIALS,
    TIME,
    REQUEST,
    STRING_TO_SIGN,
    SIGNATURE,
    SIGNED,
    EXPECT,
    REASON,
    PROFILE,
    REQUIREMENT,
    DESCRIPTION,
    SOURCE;

    private String written() {
      return this == STRING_TO_SIGN ? "stringToSign" : EnumWord.of(this);
    }
  }

  /** A vector, and who has its credentials. */
  record Parsed(TestVector vector, Party party) {}

  private record Signed(Optional<String> url, Headers headers) {}

  /** What has been read of one vector so far. */
  private static final class Draft {
    private final @Nullable String[] texts = new String[Key.values().length];
    private final @Nullable String[] credentials;
    private int seen;
    private @Nullable Instant time;
    private @Nullable HttpRequest request;
    private @Nullable Signed signed;

    Draft(int fields) {
      this.credentials = new String[fields];
    }

    void clear() {
      Arrays.fill(texts, null);
      Arrays.fill(credentials, null);
      seen = 0;
      time = null;
      request = null;
      signed = null;
    }

    void see(Key key) throws OddVectorException {
      requireNone(key);
      seen |= 1 << key.ordinal();
    }

    boolean has(Key key) {
      return (seen & 1 << key.ordinal()) != 0;
    }

    Optional<String> optional(Key key) {
      return Optional.ofNullable(texts[key.ordinal()]);
    }

    String text(Key key) throws OddVectorException {
      return required(texts[key.ordinal()]);
    }

    void requireNone(Key key) throws OddVectorException {
      if (has(key)) {
        throw new OddVectorException();
      }
    }
  }

  /**
   * @param mostParties how many parties' signers and verifiers are kept
   */
  VectorParser(Scheme scheme, Profile otherwise, int mostParties) {
    this.scheme = scheme;
    this.otherwise = otherwise;
    this.mostParties = mostParties;
    this.credentialNames =
        new Keys(1, scheme.credentialFields().stream().map(CredentialField::name).toList());
    this.open = new boolean[credentialNames.count()];
    for (int i = 0; i < open.length; i++) {
      open[i] = scheme.credentialFields().get(i).role() != CredentialRole.SECRET;
    }
    this.draft = new Draft(open.length);
  }

  /**
   * @param parser at the beginning of a vector; at its end afterwards
   * @throws OddVectorException or one for input if it is no vector
   */
  Parsed read(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    draft.clear();
    // Vectors to verify have other keys than vectors to sign.
    int context = 0;
    for (int i = names.next(parser, Keys.NONE, context);
        i != Keys.NONE;
        i = names.next(parser, i, context)) {
      Key key = keys[i];
      draft.see(key);
      parser.nextToken();
      switch (key) {
        case CREDENTIALS -> credentials(parser);
        case REQUEST -> draft.request = requests.request(parser);
        case TIME -> draft.time = Tokens.time(parser);
        case SIGNED -> draft.signed = signed(parser);
        case REQUIREMENT, DESCRIPTION, SOURCE -> Tokens.requireText(parser);
        case OP -> {
          draft.texts[i] = words.text(parser);
          context = "verify".equals(draft.texts[i]) ? 1 : 0;
        }
        case EXPECT, REASON, PROFILE -> draft.texts[i] = words.text(parser);
        default -> draft.texts[i] = Tokens.text(parser);
      }
    }
    return parsed();
  }

  private Parsed parsed() throws OddVectorException {
    Profile profile =
        draft.has(Key.PROFILE) ? constant(draft.text(Key.PROFILE), Profile.class) : otherwise;
    Expectation expectation =
        switch (draft.text(Key.OP)) {
          case "sign" -> signature();
          case "verify" -> verdict();
          default -> throw new OddVectorException();
        };
    Party party = party(profile);
    return new Parsed(
        new TestVector(
            named(draft.text(Key.ID)),
            scheme,
            profile,
            party.credentials(),
            required(draft.time),
            required(draft.request),
            expectation),
        party);
  }

  private static String named(String id) throws OddVectorException {
    if (id.isEmpty()) {
      throw new OddVectorException();
    }
    return id;
  }

  private Expectation signature() throws OddVectorException {
    draft.requireNone(Key.EXPECT);
    draft.requireNone(Key.REASON);
    Optional<String> stringToSign = draft.optional(Key.STRING_TO_SIGN);
    Optional<String> signature = draft.optional(Key.SIGNATURE);
    if (stringToSign.isEmpty() && signature.isEmpty() && draft.signed == null) {
      throw new OddVectorException();
    }
    Signed signed = draft.signed == null ? none : draft.signed;
    return new Expectation.Signed(stringToSign, signature, signed.url, signed.headers);
  }

  private Expectation verdict() throws OddVectorException {
    draft.requireNone(Key.STRING_TO_SIGN);
    draft.requireNone(Key.SIGNATURE);
    draft.requireNone(Key.SIGNED);
    String expect = draft.text(Key.EXPECT);
    if (expect.equals("accept")) {
      draft.requireNone(Key.REASON);
      return ACCEPTED;
    }
    if (!expect.equals("reject")) {
      throw new OddVectorException();
    }
    return new Expectation.Rejected(constant(draft.text(Key.REASON), Reason.class));
  }

  private void credentials(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    String[] values = draft.credentials;
    for (int i = credentialNames.next(parser, Keys.NONE);
        i != Keys.NONE;
        i = credentialNames.next(parser, i)) {
      parser.nextToken();
      // Secrets are not for keeping.
      String value = open[i] ? words.text(parser) : Tokens.text(parser);
      values[i] = Tokens.first(values[i], value);
    }
  }

  private Party party(Profile profile) throws OddVectorException {
    for (String value : draft.credentials) {
      required(value);
    }
    Parties known = parties.get(profile);
    if (known == null) {
      known = new Parties(scheme, profile, mostParties);
      parties.put(profile, known);
    }
    return known.with(draft.credentials);
  }

  private Signed signed(JsonParser parser) throws IOException, OddVectorException {
    Tokens.requireObject(parser);
    String url = null;
    Headers headers = null;
    for (int i = signedNames.next(parser, Keys.NONE);
        i != Keys.NONE;
        i = signedNames.next(parser, i)) {
      parser.nextToken();
      if (i == 0) {
        url = Tokens.first(url, Tokens.text(parser));
      } else {
        headers = Tokens.first(headers, requests.headers(parser));
      }
    }
    if (url == null && (headers == null || headers.all().isEmpty())) {
      throw new OddVectorException();
    }
    return new Signed(Optional.ofNullable(url), headers == null ? Headers.NONE : headers);
  }

  private static <E extends Enum<E>> E constant(String word, Class<E> type)
      throws OddVectorException {
    return required(EnumWord.constant(word, type).orElse(null));
  }

  private static <T> T required(@Nullable T value) throws OddVectorException {
    if (value == null) {
      throw new OddVectorException();
    }
    return value;
  }
}
