package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Resource;
import io.countersign.signing.Placements;
import io.countersign.verify.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Doors that were left open: what is not signed at all is let in by some methods or resources. */
final class UnsignedLapses {
  /** That GET is let in is the same as that nothing but writing is verified, or nearly so. */
  private static final List<String> METHODS =
      List.of("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final RightVerifier right;
  private final CheckShelf shelf;

  private UnsignedLapses(RightVerifier right, CheckShelf shelf) {
    this.right = right;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right) {
    UnsignedLapses lapses = new UnsignedLapses(right, shelf);
    lapses.kinds();
    METHODS.forEach(lapses::method);
    lapses.resources();
  }

  private void kinds() {
    add(
        "only-get-verified",
        6,
        "A request that is not signed is accepted unless its method is GET.",
        "Verify requests of every method.",
        (credentials, request) -> !request.method().equals("GET"));
    add(
        "only-writes-verified",
        7,
        "A request that only reads (GET, HEAD, OPTIONS) is accepted without any signing.",
        "Verify requests of every method.",
        (credentials, request) -> request.isSafe());
  }

  private void method(String method) {
    boolean preflight = method.equals("OPTIONS");
    add(
        "unsigned-" + method.toLowerCase(Locale.ROOT) + "-accepted",
        preflight ? 8 : 10,
        (startsWithVowel(method) ? "An " : "A ")
            + method
            + " request is accepted without any signing"
            + (preflight ? ", as a browser's preflight is." : "."),
        "Verify requests of every method.",
        (credentials, request) -> request.method().equals(method));
  }

  private static boolean startsWithVowel(String word) {
    return "AEIOU".indexOf(word.charAt(0)) >= 0;
  }

  /** Two that are called by one method at one path are one to whoever forgets to guard it. */
  private void resources() {
    Map<String, Resource> distinct = new LinkedHashMap<>();
    for (Resource resource : right.scheme().service().resources()) {
      if (!resource.open()) {
        distinct.putIfAbsent(
            resource.method() + " " + path(resource.target().toString()), resource);
      }
    }
    Map<String, Integer> used = new HashMap<>();
    for (Resource resource : distinct.values()) {
      String words = resource.name().replaceAll("[^\\p{L}\\p{N}]+", "-");
      int times = used.merge(words, 1, Integer::sum);
      resource(resource, times == 1 ? words : words + "-" + times);
    }
  }

  /**
   * @param words the resource's name as part of an id, which no other has
   */
  private void resource(Resource resource, String words) {
    add(
        "unsigned-call-of-" + words + "-accepted",
        9,
        "A call of " + resource.name() + " is accepted without any signing.",
        "Verify the calls of every resource that is not open to all.",
        (credentials, request) ->
            request.method().equals(resource.method())
                && request.path().equals(path(resource.target().fill(credentials::text))));
  }

  private static String path(String target) {
    return target.split("\\?", 2)[0];
  }

  private void add(String id, int rank, String title, String fix, Door door) {
    shelf.add(
        id,
        rank,
        Aspect.Kind.CREDENTIAL,
        title,
        fix,
        (credentials, request, now) ->
            isUnsigned(request) && door.isOpen(credentials, request)
                ? new Verdict.Accepted(Octets.EMPTY)
                : right.due(credentials, request, now));
  }

  /** Whether nothing of what the scheme asks for is there, rightly or wrongly. */
  private boolean isUnsigned(HttpRequest request) {
    return Placements.removeAll(right.rules().sent(), request).equals(request);
  }

  /** Whether what is not signed is let in. */
  @FunctionalInterface
  private interface Door {
    boolean isOpen(Credentials credentials, HttpRequest request);
  }
}
