package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Other names for the headers and parameters that carry a signature. */
final class CarrierNames {
  private CarrierNames() {}

  /** Headers of the request whose names resemble the one that is missing. */
  static List<Optional<SigningRules>> misspelt(SigningRules rules, HttpRequest request) {
    List<Optional<SigningRules>> found = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      String due = SentPlacements.name(placement);
      if (placement instanceof Placement.InHeader && !request.headers().has(due)) {
        for (Header header : request.headers().all()) {
          if (Spelling.isNear(due, header.name())) {
            found.add(
                SentPlacements.mapping(
                    rules,
                    one -> one == placement ? SentPlacements.named(one, header.name()) : one));
          }
        }
      }
    }
    return found;
  }

  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("[_-]")) {
      camel.append(camel.isEmpty() ? word : capitalised(word));
    }
    return camel.toString();
  }
}
