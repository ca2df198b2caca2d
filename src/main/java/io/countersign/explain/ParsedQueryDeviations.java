package io.countersign.explain;

import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What comes of a query that a library takes apart and puts together again, or not enough. */
final class ParsedQueryDeviations {
  /** What no URL has; a query with it was changed on the way, and not by its signer. */
  private static final Pattern UNSENDABLE = Pattern.compile("[^!-~]|[\"<>\\\\^`{|}]");

  private ParsedQueryDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    shelf.add(
        "query-encoded-anew",
        35,
        Aspect.Kind.QUERY,
        "The query was parsed, and percent-encoded anew, before it was signed.",
        "Sign the query as it is sent, and not what a library makes of its parameters.",
        QueryDeviations.raw(anew(text -> Percent.encode(decoded(text)))),
        QueryDeviations.raw(
            anew(text -> Percent.encode(decoded(text)).replace("%20", "+").replace("%2A", "*"))));
    if (rules.sortsQuery()) {
      shelf.add(
          "query-sorted-as-a-whole",
          33,
          Aspect.Kind.QUERY,
          "The query was sorted by whole parameters, name=value, and not by their names.",
          "Sort by the names alone: the equals sign and what is behind it do not count.",
          QueryDeviations.sorting(Comparator.comparing(Parameter::toString)));
    }
    return shelf;
  }

  private static String decoded(String text) {
    return Percent.decode(text.replace('+', ' '));
  }

  /** Of each name and value; what has no value has an empty one then. */
  private static UnaryOperator<String> anew(UnaryOperator<String> change) {
    UnaryOperator<String> each =
        QueryTexts.each(
            text -> {
              int at = text.indexOf('=');
              String name = at < 0 ? text : text.substring(0, at);
              String value = at < 0 ? "" : text.substring(at + 1);
              return change.apply(name) + "=" + change.apply(value);
            });
    return query -> query.isEmpty() || UNSENDABLE.matcher(query).find() ? query : each.apply(query);
  }
}
