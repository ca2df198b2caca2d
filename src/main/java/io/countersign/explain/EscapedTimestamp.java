package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.SentFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A timestamp in a header that is percent-encoded there, as if it stood in a URL. */
final class EscapedTimestamp {
  private EscapedTimestamp() {}

  /** Whether it travels in a header and has a letter that is encoded. */
  static boolean canBe(SigningRules rules) {
    return header(rules).isPresent()
        && rules
            .timestamp()
            .map(rule -> rule.format().format(Instant.EPOCH))
            .filter(text -> !Percent.encode(text).equals(text))
            .isPresent();
  }

  static HttpRequest escaped(SigningRules rules, HttpRequest request) {
    return changed(rules, request, Percent::encode);
  }

  static List<HttpRequest> unescaped(SigningRules rules, HttpRequest request) {
    return List.of(changed(rules, request, Percent::decode));
  }

  private static HttpRequest changed(
      SigningRules rules, HttpRequest request, UnaryOperator<String> change) {
    Optional<Placement.InHeader> carrier = header(rules);
    Optional<String> sent = SentFields.read(rules, request).value(SigningRules.TIMESTAMP);
    if (carrier.isEmpty() || sent.isEmpty()) {
      return request;
    }
    String name = carrier.get().name();
    List<Header> headers =
        request.headers().all().stream()
            .map(
                one ->
                    one.name().equalsIgnoreCase(name)
                        ? new Header(
                            one.name(), one.value().replace(sent.get(), change.apply(sent.get())))
                        : one)
            .toList();
    return request.withHeaders(new Headers(headers));
  }

  private static Optional<Placement.InHeader> header(SigningRules rules) {
    return rules.sent().stream()
        .filter(one -> SentPlacements.carries(one, SigningRules.TIMESTAMP))
        .filter(one -> one instanceof Placement.InHeader)
        .map(one -> (Placement.InHeader) one)
        .findFirst();
  }
}
