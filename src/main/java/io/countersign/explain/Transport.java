package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A change of a signed request on its way to the verifier.
 *
 * @param forward what happens to the request
 * @param back the requests that it may have been, given the one that arrived
 */
record Transport(
    BiFunction<SigningRules, HttpRequest, HttpRequest> forward,
    BiFunction<SigningRules, HttpRequest, List<HttpRequest>> back) {

  /** Nothing happens. */
  static final Transport DIRECT =
      new Transport((rules, request) -> request, (rules, request) -> List.of());
}
