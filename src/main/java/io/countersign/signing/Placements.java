package io.countersign.signing;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TrailingParameter;
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
    HttpRequest message = removeAll(rules.sent(), request);
    for (Placement placement : rules.sent()) {
      List<String> fields = placement.value().fields();
      if (fields.isEmpty() || fields.stream().anyMatch(field -> values.apply(field) != null)) {
        message = put(placement, message, values);
      }
    }
    return message;
  }

  /** Adds one placement's header or parameter behind those that are there. */
  static HttpRequest put(
      Placement placement, HttpRequest request, Function<String, @Nullable String> values) {
    String value = placement.value().fill(values);
    if (placement instanceof Placement.InHeader header) {
      return request.withHeader(header.name(), value);
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    boolean escaped = query.written() == Placement.Escaping.PERCENT;
    String pair = query.name() + "=" + (escaped ? Percent.encode(value) : value);
    RequestUrl url = request.url();
    String before =
        url.rawQuery().filter(text -> !text.isEmpty()).map(text -> text + "&").orElse("");
    return request.withUrl(url.withQuery(Optional.of(before + pair)));
  }

  /** The request as it was before it was signed. */
  public static HttpRequest removeAll(List<Placement> placements, HttpRequest request) {
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
    if (request.query().isEmpty()) {
      return request;
    }
    return query.last()
        ? request.withTarget(TrailingParameter.before(query.name(), request.target()))
        : withoutParameter(query.name(), request);
  }

  private static HttpRequest withoutParameter(String name, HttpRequest request) {
    String raw = request.query().orElse("");
    List<String> all = Arrays.asList(raw.split("&", -1));
    List<String> kept = all.stream().filter(pair -> !isNamed(pair, name)).toList();
    if (kept.size() == all.size()) {
      return request;
    }
    Optional<String> query =
        kept.isEmpty() ? Optional.empty() : Optional.of(String.join("&", kept));
    return request.withUrl(request.url().withQuery(query));
  }

  private static boolean isNamed(String pair, String name) {
    return pair.equals(name) || pair.startsWith(name + "=");
  }
}
