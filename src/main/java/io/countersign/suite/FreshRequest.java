package io.countersign.suite;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A request made for this run, so that no implementation can pass by knowing the vectors. The same
 * seed and number make the same request. Only what every documentation and every public client
 * agrees on is used: one value for each parameter, escapes in upper case, a method with a body only
 * where it carries one.
 */
final class FreshRequest {
  private static final List<String> WORDS =
      List.of(
          "orders",
          "Events",
          "v2",
          "tickets",
          "a",
          "Report%20Q3",
          "%C3%A9t%C3%A9",
          "x-1",
          "list.json",
          "2024",
          "Q");
  private static final List<String> VALUES =
      List.of("1", "true", "b%2Bc", "caf%C3%A9", "2024-02-29", "A", "x%20y", "%26", "10", "z.z");
  private static final List<String> BODIES =
      List.of(
          "{\"name\":\"Will Smith\"}",
          "{ \"b\" : 1,\n  \"a\" : [ 2, 3 ] }",
          "{\"city\":\"Li\u00e8ge\",\"note\":\"\u20ac 5 & up?\"}",
          "plain text = with & and + and %20");

  private final Random random;

  private FreshRequest(Random random) {
    this.random = random;
  }

  /**
   * @param sorted whether the parameters shall stand in the order of their names
   */
  static HttpRequest make(Service service, long seed, int number, boolean sorted) {
    // Two draws apart, so that neighbouring numbers have nothing in common.
    Random random = new Random(seed * 1_000_003 + number);
    random.nextLong();
    return new FreshRequest(random).make(service, sorted);
  }

  private HttpRequest make(Service service, boolean sorted) {
    StringBuilder url = new StringBuilder(service.base());
    int segments = 1 + random.nextInt(4);
    for (int i = 0; i < segments; i++) {
      url.append('/').append(pick(WORDS));
    }
    List<String> pairs = pairs(random.nextInt(5));
    if (sorted) {
      Collections.sort(pairs);
    }
    if (!pairs.isEmpty()) {
      url.append('?').append(String.join("&", pairs));
    }
    boolean post = pairs.isEmpty() && random.nextBoolean();
    // A value with capitals, which stay.
    Headers headers = Headers.NONE.with("Accept-Language", "fr-BE, nl;q=0.8");
    if (post) {
      headers = headers.with("Content-Type", "application/json");
    }
    return new HttpRequest(
        post ? "POST" : "GET",
        RequestUrl.parse(url.toString()),
        headers,
        post ? Octets.of(pick(BODIES)) : Octets.EMPTY);
  }

  private List<String> pairs(int count) {
    List<String> names =
        new ArrayList<>(List.of("page", "per_page", "q", "zone", "sort", "b", "a"));
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = names.remove(random.nextInt(names.size()));
      pairs.add(name + "=" + pick(VALUES) + random.nextInt(1000));
    }
    return pairs;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
