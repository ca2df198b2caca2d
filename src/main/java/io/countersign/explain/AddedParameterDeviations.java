package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Placement;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Parameters that a signer itself adds to a query which is signed: the key, the time. */
final class AddedParameterDeviations {
  private final SigningRules rules;
  private final Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
  private final List<String> added = new ArrayList<>();
  private final List<String> signature = new ArrayList<>();

  private AddedParameterDeviations(SigningRules rules) {
    this.rules = rules;
    for (Placement placement : rules.sent()) {
      if (placement instanceof Placement.InQuery query) {
        boolean signs = SentPlacements.carries(query, SigningRules.SIGNATURE);
        if (signs) {
          signature.add(query.name());
        } else if (isSigned(rules, query.name())) {
          added.add(query.name());
        }
      }
    }
  }

  /** Rules that omit a parameter from the query have it left out. */
  private static boolean isSigned(SigningRules rules, String name) {
    return rules.leaves().stream()
        .filter(part -> Rewrite.covers(part, Aspect.Kind.QUERY))
        .anyMatch(part -> !(part instanceof QueryPart query && query.omit().contains(name)));
  }

  static Shelf<Rewrite> of(SigningRules rules) {
    AddedParameterDeviations deviations = new AddedParameterDeviations(rules);
    if (!deviations.added.isEmpty()) {
      deviations.added();
    }
    deviations.signature.forEach(deviations::goesOn);
    return deviations.shelf;
  }

  private void added() {
    String names = String.join(" and ", added);
    shelf.add(
        "added-parameters-left-out",
        4,
        Aspect.Kind.QUERY,
        "The URL was signed before " + names + " came into its query.",
        "Put " + names + " into the query first, and sign it then.",
        forms(one -> !OwnParameters.isCarrier(rules, one)));
    shelf.add(
        "call-parameters-left-out",
        16,
        Aspect.Kind.QUERY,
        "Of the query only " + names + (added.size() > 1 ? " were" : " was") + " signed.",
        "Sign the parameters of the call, too.",
        forms(one -> OwnParameters.isCarrier(rules, one)));
    if (added.size() > 1) {
      added.forEach(this::leftOut);
    }
  }

  private void leftOut(String name) {
    shelf.add(
        name.replace('_', '-') + "-parameter-left-out",
        18,
        Aspect.Kind.QUERY,
        "The parameter " + name + " was left out of the string to sign.",
        "Sign the query with " + name + " in it.",
        forms(one -> !one.startsWith(name + "=")));
  }

  /**
   * Of a request whose query has certain parameters only; where none is left, no ? or a bare one.
   */
  private static Rewrite[] forms(Predicate<String> which) {
    return new Rewrite[] {
      keeping(which, Optional.empty()), keeping(which, Optional.of("")),
    };
  }

  private static Rewrite keeping(Predicate<String> which, Optional<String> none) {
    UnaryOperator<String> kept = QueryTexts.kept(one -> which.test(one.toString()));
    UnaryOperator<HttpRequest> view =
        request -> {
          if (request.query().isEmpty()) {
            return request;
          }
          Optional<String> query =
              Optional.of(kept.apply(request.query().get())).filter(text -> !text.isEmpty());
          return request.withUrl(request.url().withQuery(query.or(() -> none)));
        };
    return Rewrite.writing(Aspect.Kind.QUERY, Writers.seeing(view));
  }

  private void goesOn(String name) {
    shelf.add(
        name.replace('_', '-') + "-parameter-signed-empty",
        31,
        Aspect.Kind.QUERY,
        "The query was signed with an empty " + name + " at its end.",
        "Sign the query as it is before " + name + " comes into it.",
        behind("&" + name + "="));
  }

  private static Rewrite behind(String more) {
    return Rewrite.writing(
        Aspect.Kind.QUERY,
        Writers.changing(
            octets -> {
              OctetBuffer longer = new OctetBuffer();
              longer.append(octets);
              longer.append(more);
              return longer.toOctets();
            }));
  }
}
