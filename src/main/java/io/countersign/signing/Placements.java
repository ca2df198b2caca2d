package io.countersign.signing;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts fields into a request, and takes those of an earlier signature out. */
public final class Placements {
  private Placements() {}

  /**
   * Puts every field where the scheme wants it, in place of what an earlier signature left there.
   *
   * @param values gives the value of a field; null leaves the field out, and a header or parameter
   *     that carries nothing else with it
   */
  public static HttpRequest putAll(
      SigningRules rules, HttpRequest request, Function<String, @Nullable String> values) {
    List<Placement> put = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      List<String> fields = placement.value().fields();
      if (fields.isEmpty() || fields.stream().anyMatch(field -> values.apply(field) != null)) {
        put.add(placement);
      }
    }
    return Additions.of(put, values).addTo(removeAll(rules.sent(), request));
  }

  /** The request as it was before it was signed. */
  public static HttpRequest removeAll(List<Placement> placements, HttpRequest request) {
    if (request.headers().isEmpty() && !request.url().hasQuery()) {
      return request;
    }
    HttpRequest bare = request;
    for (int i = placements.size() - 1; i >= 0; i--) {
      bare = remove(placements.get(i), bare);
    }
    return bare;
  }

  private static HttpRequest remove(Placement placement, HttpRequest request) {
    if (placement instanceof Placement.InHeader header) {
      return request.headers().has(header.name())
          ? request.withHeaders(request.headers().without(header.name()))
          : request;
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    if (!request.url().hasQuery()) {
      return request;
    }
    return query.last()
        ? withoutTrailing(TrailingParameter.named(query.name()), request)
        : withoutParameter(query.name(), request);
  }

  private static HttpRequest withoutTrailing(TrailingParameter parameter, HttpRequest request) {
    Octets target = request.url().targetOctets();
    Octets front = parameter.front(target);
    return front.length() == target.length() ? request : request.withTarget(front.text());
  }

  private static HttpRequest withoutParameter(String name, HttpRequest request) {
    String raw = request.query().orElse("");
    if (!Parameter.isThere(raw, name)) {
      return request;
    }
    List<String> kept =
        Arrays.stream(raw.split("&", -1)).filter(pair -> !Parameter.isThere(pair, name)).toList();
    Optional<String> query =
        kept.isEmpty() ? Optional.empty() : Optional.of(String.join("&", kept));
    return request.withUrl(request.url().withQuery(query));
  }
}
