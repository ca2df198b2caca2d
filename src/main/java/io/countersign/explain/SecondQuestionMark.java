package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.Optional;

/** Parameters of the signature that were added with a question mark to a URL that has one. */
final class SecondQuestionMark {
  static final Deviation PUT =
      new Deviation(
          "second-question-mark",
          Affects.TRANSPORT,
          Optional.empty(),
          3,
          "Parameters were added with a second question mark: the URL has a query already.",
          "Join them with & where the URL has a query already.");

  private SecondQuestionMark() {}

  /** With one before the first of the signature's parameters, where it is not the first of all. */
  static HttpRequest put(SigningRules rules, HttpRequest request) {
    String query = request.query().orElse("");
    int at = 0;
    for (Parameter one : Parameter.parse(query)) {
      if (OwnParameters.isCarrier(rules, one.toString())) {
        return at == 0 ? request : with(request, query, at - 1, '?');
      }
      at += one.toString().length() + 1;
    }
    return request;
  }

  /** The request as it was meant; nothing where it has no such question mark. */
  static List<HttpRequest> mended(SigningRules rules, HttpRequest request) {
    String query = request.query().orElse("");
    for (int at = query.indexOf('?'); at >= 0; at = query.indexOf('?', at + 1)) {
      if (isCarrier(rules, query, at + 1)) {
        return List.of(with(request, query, at, '&'));
      }
    }
    return List.of();
  }

  private static boolean isCarrier(SigningRules rules, String query, int at) {
    return rules.sent().stream()
        .filter(one -> one instanceof Placement.InQuery)
        .anyMatch(one -> query.startsWith(SentPlacements.name(one) + "=", at));
  }

  private static HttpRequest with(HttpRequest request, String query, int at, char sign) {
    String changed = query.substring(0, at) + sign + query.substring(at + 1);
    return request.withUrl(request.url().withQuery(Optional.of(changed)));
  }
}
