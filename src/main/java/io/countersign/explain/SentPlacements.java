package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TrailingParameter;
import io.countersign.signing.Placements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes of the placements of a scheme's rules, and of the parts that know their names. */
final class SentPlacements {
  private SentPlacements() {}

  /** Changes placements one by one; nothing where none changes. */
  static Optional<SigningRules> mapping(SigningRules rules, UnaryOperator<Placement> change) {
    SigningRules changed = rules;
    List<Placement> sent = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      Placement other = change.apply(placement);
      sent.add(other);
      if (!name(other).equals(name(placement)) || other.getClass() != placement.getClass()) {
        changed = changed.withStringToSign(renamed(changed, name(placement), other));
      }
    }
    return sent.equals(rules.sent()) ? Optional.empty() : Optional.of(changed.withSent(sent));
  }

  /** Changes the text of every template; one that cannot be parsed any more stays. */
  static Optional<SigningRules> mappingTemplates(SigningRules rules, UnaryOperator<String> change) {
    return mapping(rules, placement -> withTemplate(placement, change));
  }

  static Optional<SigningRules> mappingHeaderNames(
      SigningRules rules, UnaryOperator<String> change) {
    return mapping(
        rules,
        placement ->
            placement instanceof Placement.InHeader header
                ? named(header, change.apply(header.name()))
                : placement);
  }

  /** The message as it was when it was signed. */
  static HttpRequest unsigned(SigningRules rules, HttpRequest request) {
    List<Placement> carriers =
        rules.sent().stream().filter(one -> carries(one, SigningRules.SIGNATURE)).toList();
    return Placements.removeAll(carriers, request);
  }

  static Placement named(Placement placement, String name) {
    if (placement instanceof Placement.InHeader header) {
      return name.equals(header.name())
          ? header
          : new Placement.InHeader(name, List.of(), header.value());
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    return new Placement.InQuery(name, query.value(), query.written(), query.read(), query.last());
  }

  static String name(Placement placement) {
    return placement instanceof Placement.InHeader header
        ? header.name()
        : ((Placement.InQuery) placement).name();
  }

  static boolean carries(Placement placement, String field) {
    return placement.value().fields().contains(field);
  }

  static Placement withTemplate(Placement placement, UnaryOperator<String> change) {
    Optional<Template> template = Template.parse(change.apply(placement.value().toString()));
    if (template.isEmpty()) {
      return placement;
    }
    if (placement instanceof Placement.InHeader header) {
      return new Placement.InHeader(header.name(), header.alternatives(), template.get());
    }
    Placement.InQuery query = (Placement.InQuery) placement;
    return new Placement.InQuery(
        query.name(), template.get(), query.written(), query.read(), query.last());
  }

  /** A parameter that carries the signature is not part of what is signed, whatever its name. */
  private static List<Part> renamed(SigningRules rules, String from, Placement to) {
    boolean inQuery = to instanceof Placement.InQuery;
    boolean signature = carries(to, SigningRules.SIGNATURE);
    return rules.stringToSign().stream()
        .map(
            part ->
                Rewrite.mapped(
                    part,
                    leaf -> {
                      if (leaf instanceof Part.Target target
                          && target.isBefore(TrailingParameter.named(from))) {
                        return new Part.Target(target.form(), name(to));
                      }
                      return inQuery && signature ? without(leaf, name(to)) : leaf;
                    }))
        .toList();
  }

  private static Part without(Part leaf, String parameter) {
    if (leaf instanceof QueryPart query) {
      return omitting(query, parameter);
    }
    return leaf instanceof Part.Target target && target.before().isEmpty()
        ? new Part.Target(target.form(), parameter)
        : leaf;
  }

  private static Part omitting(QueryPart query, String name) {
    Set<String> omit = new HashSet<>(query.omit());
    omit.add(name);
    return new QueryPart(
        query.order(),
        query.form(),
        omit,
        query.equals(),
        query.separator(),
        query.bodyInsteadFor());
  }
}
