package io.countersign.adapters;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.target.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request to sign, out of a seed and a number: the everyday ones, and those on which libraries
 * are known to differ. It is given as a {@link Call}, with credentials and the time.
 */
final class GeneratedCall {
  private static final List<String> METHODS =
      List.of("GET", "GET", "HEAD", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get");
  private static final List<String> HOSTS =
      List.of("api.example.com", "API.Example.COM", "h", "127.0.0.1", "[2001:db8::1]", "x-1.test");
  private static final List<String> PORTS = List.of("", "", ":80", ":443", ":8443", ":");
  private static final List<String> SEGMENTS =
      List.of(
          "v9",
          "Events",
          "LIST.json",
          "a",
          "..",
          ".",
          "",
          "%20",
          "%C3%A9t%c3%a9",
          "~%7E%7e",
          "+",
          "%2B",
          "%2F",
          "%25",
          "%",
          "%4",
          "%zz",
          "%00%0A%FF",
          ";v=1",
          "a:b@c",
          "!$'()*,",
          "é",
          "a=b&c");
  private static final List<String> NAMES =
      List.of(
          "b",
          "a",
          "B",
          "a",
          "page",
          "per_page",
          "ids[]",
          "ids%5B%5D",
          "\uFF5E",
          "\uD83D\uDE00",
          "a%20b",
          "é",
          "",
          "a.b");
  private static final List<String> VALUES =
      List.of(
          "=1",
          "=2",
          "=10",
          "=",
          "",
          "=%C3%A9",
          "=a%2Bb",
          "=a+b",
          "=%26",
          "==",
          "=a=b",
          "=a/b?c",
          "=%7E~",
          "=%",
          "=€",
          "=2024-12-04T14:55:06%2B00:00");
  private static final List<String> TEXTS =
      List.of("{\"a\":1}", "{ \"é\" : [1,\r\n 2] }\n", "a=1&b=%20+", " ", "\u0000", "\u2028\uFEFF");
  private static final List<String> ALPHABETS =
      List.of(
          "0123456789abcdef", "ABCxyz019+/=", "a \t\r\n\"\\", "é€ß漢", "-_.~aZ9", "\u0000\u007F");
  private static final List<String> TIMES =
      List.of(
          "2024-12-31T23:59:59.999999999Z",
          "2025-01-01T00:00:00Z",
          "2024-12-30T12:00:00Z",
          "2027-01-01T00:30:00Z",
          "2024-02-29T09:05:03Z",
          "2023-03-01T00:00:00.5Z",
          "2000-02-28T23:59:59Z",
          "1999-12-31T23:59:59Z",
          "1970-01-09T01:02:03Z",
          "2038-01-19T03:14:08Z",
          "2014-09-03T07:03:09.001Z",
          "2016-07-04T12:00:00Z",
          "2016-07-04T13:00:00Z",
          "2099-11-01T20:00:00Z",
          "2024-10-27T01:30:00Z");

  /** Of key ids: what may stand anywhere, and what is to be encoded. */
  private static final String PLAIN = "-_.~aZ9";

  private static final String OTHER = "aZ9 +/=%&?é€";

  private final Random random;

  private GeneratedCall(Random random) {
    this.random = random;
  }

  /** The same seed and number make the same call. */
  static Call of(Scheme scheme, Profile profile, long seed, int number) {
    // Two draws apart, so that neighbouring numbers have nothing in common.
    Random random = new Random(seed * 1_000_003 + number);
    random.nextLong();
    GeneratedCall generated = new GeneratedCall(random);
    return new Call(
        scheme,
        profile,
        generated.credentials(scheme, profile),
        generated.time(),
        generated.request());
  }

  private HttpRequest request() {
    String url = pick("https", "http") + "://" + pick(HOSTS) + pick(PORTS) + path() + query();
    return new HttpRequest(pick(METHODS), RequestUrl.parse(url), headers(), body());
  }

  private String path() {
    return times(4, () -> "/" + pick(SEGMENTS)).collect(Collectors.joining());
  }

  private String query() {
    int kind = random.nextInt(8);
    return kind == 0
        ? ""
        : kind == 1
            ? "?"
            : "?" + times(5, () -> pick(NAMES) + pick(VALUES)).collect(Collectors.joining("&"));
  }

  private Headers headers() {
    return new Headers(
        times(
                2,
                () ->
                    new Header(
                        pick("Accept", "X-Other", "x-other", "Content-Type", "Date"),
                        pick("application/json", "a,b", "", "Tue, 23 Sep 2014 17:23:00 GMT", "é")))
            .toList());
  }

  private Octets body() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      byte[] bytes = new byte[1 + random.nextInt(200)];
      random.nextBytes(bytes);
      return Octets.of(bytes);
    }
    return kind == 1 ? Octets.of(pick(TEXTS)) : Octets.EMPTY;
  }

  private Credentials credentials(Scheme scheme, Profile profile) {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : scheme.credentialFields()) {
      boolean secret = field.role() == CredentialRole.SECRET;
      String alphabet =
          secret ? pick(ALPHABETS) : inHeader(field, scheme, profile) ? PLAIN : pick(PLAIN, OTHER);
      // 64 bytes are a block of the hash: a longer key is hashed first.
      int length = secret ? pick(1, 20, 63, 64, 65, 150) : 1 + random.nextInt(40);
      values.put(field.name(), text(alphabet, length));
    }
    return Credentials.of(scheme, values);
  }

  /** What stands in a header as it is lies between blanks and colons, and is ASCII. */
  private static boolean inHeader(CredentialField field, Scheme scheme, Profile profile) {
    return scheme.rules(profile).sent().stream()
        .anyMatch(
            placement ->
                placement instanceof Placement.InHeader
                    && placement.value().fields().contains(field.name()));
  }

  private String text(String alphabet, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> "" + alphabet.charAt(random.nextInt(alphabet.length())))
        .collect(Collectors.joining());
  }

  private Instant time() {
    return random.nextBoolean()
        ? Instant.parse(pick(TIMES))
        : Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
  }

  private <T> Stream<T> times(int most, Supplier<T> one) {
    List<T> made = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      made.add(one.get());
    }
    return made.stream();
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
