package io.countersign.suite;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import java.util.Arrays;
import java.util.List;

/** Whether signing left alone what it has no business with. */
final class Unchanged {
  private Unchanged() {}

  /**
   * @throws NotConformantError if anything but the signature's own fields differs; the order of
   *     parameters may, where the scheme sorts them itself
   */
  static void require(SigningRules rules, HttpRequest before, HttpRequest signed) {
    HttpRequest after = Placements.removeAll(rules.sent(), signed);
    HttpRequest original = Placements.removeAll(rules.sent(), before);
    same("method", original.method(), after.method());
    same("host", original.host(), after.host());
    same("path", original.path(), after.path());
    same("query", query(rules, original), query(rules, after));
    if (!original.body().equals(after.body())) {
      throw new NotConformantError("signing changed the body");
    }
    for (Header header : original.headers().all()) {
      if (!after.headers().values(header.name()).contains(header.value())) {
        throw new NotConformantError("signing lost or changed the header " + header.name());
      }
    }
  }

  private static void same(String what, String before, String after) {
    if (!before.equals(after)) {
      throw new NotConformantError(
          "signing changed the " + what + " from '" + before + "' to '" + after + "'");
    }
  }

  private static String query(SigningRules rules, HttpRequest request) {
    List<String> pairs = Arrays.asList(request.query().orElse("").split("&", -1));
    boolean sorted =
        rules.stringToSign().stream()
            .anyMatch(
                part ->
                    part instanceof QueryPart query && query.order() != QueryPart.Order.AS_SENT);
    return String.join("&", sorted ? pairs.stream().sorted().toList() : pairs);
  }
}
