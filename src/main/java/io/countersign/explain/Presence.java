package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.List;

/** Tells a field that is empty from one that is not there. */
final class Presence {
  private Presence() {}

  static boolean lacksSignature(SigningRules rules, HttpRequest request) {
    return rules.sent().stream()
        .filter(one -> SentPlacements.carries(one, SigningRules.SIGNATURE))
        .noneMatch(
            one ->
                texts(one, request).stream()
                    .flatMap(text -> one.value().read(text).stream())
                    .anyMatch(fields -> fields.containsKey(SigningRules.SIGNATURE)));
  }

  private static List<String> texts(Placement placement, HttpRequest request) {
    if (placement instanceof Placement.InHeader header) {
      return request.headers().values(header.name());
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    return request.query().map(Parameter::parse).orElse(List.of()).stream()
        .filter(one -> one.name().equals(query.name()))
        .flatMap(one -> one.value().stream())
        .map(raw -> query.read() == Placement.Escaping.PERCENT ? Percent.decode(raw) : raw)
        .toList();
  }
}
