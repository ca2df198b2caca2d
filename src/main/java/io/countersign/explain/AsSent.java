package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.verify.SentFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The rules by which a request seems to carry its fields, where that is not as the scheme has it:
 * the fields are known by what they say, wherever they stand and whatever stands around them.
 */
final class AsSent {
  /** A request has few texts that may be its signature; of more, none is likely. */
  private static final int MOST_SIGNATURES = 4;

  private final SigningRules rules;
  private final FieldValues values;
  private final SentFields fields;
  private final List<Carrier> carriers = new ArrayList<>();
  private final List<Placement> kept = new ArrayList<>();

  /** A header or parameter of the request; what of its text is which field, in order. */
  private record Carrier(
      boolean isHeader, String name, String text, Map<FieldValues.Span, String> spans) {
    boolean isOf(Placement placement) {
      return isHeader == placement instanceof Placement.InHeader
          && (isHeader
              ? name.equalsIgnoreCase(SentPlacements.name(placement))
              : name.equals(SentPlacements.name(placement)));
    }

    /** Where it says all that these spans are; only a header has text around its fields. */
    Optional<Placement> placement(SigningRules rules) {
      StringBuilder pattern = new StringBuilder();
      int from = 0;
      for (Map.Entry<FieldValues.Span, String> one : spans.entrySet()) {
        pattern.append(text, from, one.getKey().from()).append('{');
        pattern.append(one.getValue()).append('}');
        from = one.getKey().to();
      }
      pattern.append(text.substring(from));
      boolean isPlain = text.indexOf('{') < 0 && text.indexOf('}') < 0;
      Optional<Template> template = isPlain ? Template.parse(pattern.toString()) : Optional.empty();
      return template.map(value -> placement(rules, value));
    }

    private Placement placement(SigningRules rules, Template value) {
      Optional<Placement> due = rules.sent().stream().filter(this::isOf).findFirst();
      if (due.isPresent()) {
        return SentPlacements.withTemplate(due.get(), pattern -> value.toString());
      }
      return isHeader
          ? new Placement.InHeader(name, List.of(), value)
          : new Placement.InQuery(
              name, value, Placement.Escaping.PERCENT, Placement.Escaping.PERCENT, false);
    }
  }

  private AsSent(SigningRules rules, FieldValues values, HttpRequest request) {
    this.rules = rules;
    this.values = values;
    this.fields = SentFields.read(rules, request);
    for (Placement placement : rules.sent()) {
      if (placement.value().fields().stream().allMatch(field -> isGood(field, request))) {
        kept.add(placement);
      }
    }
    for (Header header : request.headers().all()) {
      carrier(new Carrier(true, header.name(), header.value(), Map.of()));
    }
    for (Parameter one : request.query().map(Parameter::parse).orElse(List.of())) {
      one.value()
          .ifPresent(
              value -> carrier(new Carrier(false, one.name(), Percent.decode(value), Map.of())));
    }
  }

  /**
   * @param isTimestamp whether a text may be a timestamp of the scheme, also one of another form
   */
  static List<SigningRules> of(
      SigningRules rules,
      Credentials credentials,
      HttpRequest request,
      Predicate<String> isTimestamp) {
    AsSent sent = new AsSent(rules, new FieldValues(rules, credentials, isTimestamp), request);
    return sent.kept.size() == rules.sent().size() ? List.of() : sent.readings();
  }

  private void carrier(Carrier carrier) {
    if (kept.stream().noneMatch(carrier::isOf)) {
      carriers.add(carrier);
    }
  }

  private boolean isGood(String field, HttpRequest request) {
    boolean isOmitted =
        field.equals(SigningRules.DIGEST)
            && rules.digest().filter(digest -> !digest.isDue(request)).isPresent();
    return isOmitted || fields.value(field).filter(text -> values.isWhole(field, text)).isPresent();
  }

  private List<SigningRules> readings() {
    Set<String> wanted = new HashSet<>();
    rules.sent().stream()
        .filter(one -> !kept.contains(one))
        .forEach(one -> wanted.addAll(one.value().fields()));
    List<SigningRules> all = new ArrayList<>();
    if (!wanted.remove(SigningRules.SIGNATURE)) {
      reading(wanted, new LinkedHashMap<>()).ifPresent(all::add);
      return all;
    }
    for (Carrier carrier : carriers) {
      for (FieldValues.Span span : values.all(SigningRules.SIGNATURE, carrier.text())) {
        if (all.size() < MOST_SIGNATURES && (carrier.isHeader() || span.isAllOf(carrier.text()))) {
          Map<Carrier, Map<FieldValues.Span, String>> found = new LinkedHashMap<>();
          put(found, carrier, span, SigningRules.SIGNATURE);
          reading(wanted, found).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private Optional<SigningRules> reading(
      Set<String> wanted, Map<Carrier, Map<FieldValues.Span, String>> found) {
    // Beside the signature is where the others are looked for first.
    List<Carrier> likely = new ArrayList<>(found.keySet());
    carriers.stream().filter(one -> !likely.contains(one)).forEach(likely::add);
    for (String field : wanted) {
      search(field, likely, found);
    }
    List<Placement> placements = new ArrayList<>();
    Set<String> resolved = new HashSet<>();
    for (Map.Entry<Carrier, Map<FieldValues.Span, String>> one : found.entrySet()) {
      Carrier carrier = one.getKey();
      Optional<Placement> placement =
          new Carrier(carrier.isHeader(), carrier.name(), carrier.text(), one.getValue())
              .placement(rules);
      if (placement.isEmpty()) {
        return Optional.empty();
      }
      placements.add(placement.get());
      resolved.addAll(one.getValue().values());
    }
    return changed(placements, resolved);
  }

  private void search(
      String field, List<Carrier> likely, Map<Carrier, Map<FieldValues.Span, String>> found) {
    for (Carrier carrier : likely) {
      for (FieldValues.Span span : values.all(field, carrier.text())) {
        boolean isFree =
            found.getOrDefault(carrier, Map.of()).keySet().stream().noneMatch(span::overlaps);
        if (isFree && (carrier.isHeader() || span.isAllOf(carrier.text()))) {
          put(found, carrier, span, field);
          return;
        }
      }
    }
  }

  private static void put(
      Map<Carrier, Map<FieldValues.Span, String>> found,
      Carrier carrier,
      FieldValues.Span span,
      String field) {
    found.computeIfAbsent(carrier, one -> new TreeMap<>()).put(span, field);
  }

  /** A placement whose fields are found elsewhere goes; one of which nothing is found stays. */
  private Optional<SigningRules> changed(List<Placement> found, Set<String> resolved) {
    List<Placement> sent = new ArrayList<>();
    for (Placement due : rules.sent()) {
      if (due.value().fields().stream().noneMatch(resolved::contains)) {
        sent.add(due);
      }
    }
    sent.addAll(found);
    if (Set.copyOf(sent).equals(Set.copyOf(rules.sent()))) {
      return Optional.empty();
    }
    Optional<Placement> signature =
        found.stream()
            .filter(one -> SentPlacements.carries(one, SigningRules.SIGNATURE))
            .findFirst();
    // Parts that know the name of the signature's parameter learn the other one.
    SigningRules renamed =
        signature
            .flatMap(
                to ->
                    SentPlacements.mapping(
                        rules,
                        one -> SentPlacements.carries(one, SigningRules.SIGNATURE) ? to : one))
            .orElse(rules);
    return Optional.of(renamed.withSent(sent));
  }
}
