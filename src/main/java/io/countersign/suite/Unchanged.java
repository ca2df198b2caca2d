package io.countersign.suite;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether signing left alone what it has no business with. */
final class Unchanged {
  private Unchanged() {}

  /**
   * @throws NotConformantException if anything but the signature's own fields differs; the order of
   *     parameters may, where the scheme sorts them itself
   */
  static void require(SigningRules rules, HttpRequest before, HttpRequest signed) {
    HttpRequest after = Placements.removeAll(rules.sent(), signed);
    HttpRequest original = Placements.removeAll(rules.sent(), before);
    same(
        "scheme of the URL",
        original.url().scheme().toLowerCase(Locale.ROOT),
        after.url().scheme().toLowerCase(Locale.ROOT));
    same("port", port(original.url()), port(after.url()));
    same("method", original.method(), after.method());
    same("host", original.host(), after.host());
    same("path", original.path(), after.path());
    same("query", query(rules, original), query(rules, after));
    same("question mark", questionMark(rules, original), questionMark(rules, after));
    if (!original.body().equals(after.body())) {
      throw new NotConformantException("signing changed the body");
    }
    for (Header header : original.headers().all()) {
      List<String> values = original.headers().values(header.name());
      if (!holds(after.headers().values(header.name()), values)) {
        throw new NotConformantException("signing lost or changed the header " + header.name());
      }
    }
  }

  /** Each as often as it was, or all of them in one list, which says the same (RFC 9110, 5.3). */
  private static boolean holds(List<String> values, List<String> before) {
    List<String> left = new ArrayList<>(values);
    return before.stream().allMatch(left::remove) || values.contains(String.join(", ", before));
  }

  /** Where none is written, the one that goes without saying. */
  private static String port(RequestUrl url) {
    String authority = url.authority();
    int colon = authority.lastIndexOf(':');
    String written = colon > authority.lastIndexOf(']') ? authority.substring(colon + 1) : "";
    String usual = url.scheme().equalsIgnoreCase("https") ? "443" : "80";
    return written.isEmpty() ? usual : written;
  }

  /** Where signing adds parameters, nobody can tell whether it was there before. */
  private static String questionMark(SigningRules rules, HttpRequest request) {
    boolean free = rules.sent().stream().anyMatch(Placement.InQuery.class::isInstance);
    return free || request.query().isEmpty() ? "" : "?";
  }

  private static void same(String what, String before, String after) {
    if (!before.equals(after)) {
      throw new NotConformantException(
          "signing changed the " + what + " from '" + before + "' to '" + after + "'");
    }
  }

  private static String query(SigningRules rules, HttpRequest request) {
    List<String> pairs = Arrays.asList(request.query().orElse("").split("&", -1));
    return String.join("&", rules.sortsQuery() ? pairs.stream().sorted().toList() : pairs);
  }
}
