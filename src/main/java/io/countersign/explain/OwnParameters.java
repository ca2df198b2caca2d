package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The parameters that are a request's own, beside those that carry its signature. */
final class OwnParameters {
  /** More than so many parameters have too many orders to try. */
  private static final int MOST_PERMUTED = 4;

  private OwnParameters() {}

  /** Changes each; what carries the signature stays as it is. */
  static HttpRequest changed(
      SigningRules rules, HttpRequest request, UnaryOperator<String> change) {
    return Writers.query(
            QueryTexts.each(text -> isCarrier(rules, text) ? text : change.apply(text)))
        .apply(request);
  }

  static HttpRequest sorted(SigningRules rules, HttpRequest request) {
    List<Parameter> own = own(rules, request);
    own.sort(Comparator.comparing(Parameter::name));
    return withOwnInOrder(rules, request, own);
  }

  /** The request with its parameters in every order. */
  static List<HttpRequest> permutations(SigningRules rules, HttpRequest request) {
    List<HttpRequest> all = new ArrayList<>();
    List<Parameter> own = own(rules, request);
    if (own.size() > 1 && own.size() <= MOST_PERMUTED) {
      permute(own, 0, order -> all.add(withOwnInOrder(rules, request, order)));
    }
    return all;
  }

  private static void permute(List<Parameter> items, int from, Consumer<List<Parameter>> each) {
    if (from == items.size()) {
      each.accept(List.copyOf(items));
      return;
    }
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, each);
      Collections.swap(items, from, i);
    }
  }

  /** The request's own parameters in an order; those that carry the signature keep their places. */
  private static HttpRequest withOwnInOrder(
      SigningRules rules, HttpRequest request, List<Parameter> order) {
    List<Parameter> left = new ArrayList<>(order);
    return Writers.query(
            query ->
                Parameter.parse(query).stream()
                    .map(one -> isCarrier(rules, one.toString()) ? one : left.remove(0))
                    .map(Parameter::toString)
                    .collect(Collectors.joining("&")))
        .apply(request);
  }

  private static List<Parameter> own(SigningRules rules, HttpRequest request) {
    return request.query().map(Parameter::parse).orElse(List.of()).stream()
        .filter(one -> !isCarrier(rules, one.toString()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  static boolean isCarrier(SigningRules rules, String parameter) {
    return rules.sent().stream()
        .filter(one -> one instanceof Placement.InQuery)
        .anyMatch(one -> parameter.startsWith(SentPlacements.name(one) + "="));
  }
}
