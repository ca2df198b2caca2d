package io.countersign.explain;

import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The query in the string to sign. */
final class QueryDeviations {
  private static final Comparator<Parameter> BY_NAME = Comparator.comparing(Parameter::name);

  private QueryDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    order(shelf, rules);
    escapes(shelf);
    syntax(shelf);
    return shelf.addAll(QuerySigns.all()).addAll(ParsedQueryDeviations.of(rules));
  }

  private static void order(Shelf<Rewrite> shelf, SigningRules rules) {
    add(
        shelf,
        "query-not-sorted",
        1,
        "The query was signed in the order in which it is sent, unsorted.",
        "Sort the parameters by name before signing.",
        Rewrite.mappingCore(QueryDeviations::asSent));
    if (!rules.sortsQuery()) {
      add(
          shelf,
          "query-sorted",
          15,
          "The query was sorted before it was signed, and sent in another order.",
          "Sign the query in the order in which it is sent.",
          sorting(BY_NAME));
      return;
    }
    add(
        shelf,
        "query-sorted-descending",
        64,
        "The query was sorted in descending order.",
        "Sort the parameters by name in ascending order.",
        sorting(BY_NAME.reversed()));
    add(
        shelf,
        "query-sorted-ignoring-case",
        27,
        "The query was sorted without regard to letter case.",
        "Sort by the bytes of the names: capitals come first.",
        sorting(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT))));
    add(
        shelf,
        "query-sorted-decoded",
        26,
        "The query was sorted by its decoded names.",
        "Sort the names as they stand in the URL, percent-encoded.",
        sorting(Comparator.comparing(one -> Percent.decode(one.name()))));
    add(
        shelf,
        "query-sorted-by-value",
        60,
        "The query was sorted by the values.",
        "Sort the parameters by name.",
        sorting(Comparator.comparing(one -> one.value().orElse(""))));
    if (sortsByValue(rules)) {
      add(
          shelf,
          "query-sorted-by-name-alone",
          32,
          "Parameters of the same name were signed in the order in which they are sent.",
          "Sort parameters of the same name by their values.",
          sorting(BY_NAME));
    } else {
      add(
          shelf,
          "query-sorted-by-name-and-value",
          32,
          "Parameters of the same name were sorted by their values.",
          "Keep parameters of the same name in the order in which they are sent.",
          sorting(BY_NAME.thenComparing(one -> one.value().orElse(""))));
    }
  }

  private static boolean sortsByValue(SigningRules rules) {
    return rules.leaves().stream()
        .anyMatch(
            part ->
                part instanceof QueryPart query
                    && query.order() == QueryPart.Order.BY_NAME_AND_VALUE);
  }

  private static void escapes(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "query-decoded",
        6,
        "The query was signed with its percent-escapes decoded.",
        "Sign the query as it is sent, escapes and all.",
        raw(Percent::decode));
    add(
        shelf,
        "query-decoded-as-form",
        21,
        "The query was signed decoded as a form is: escapes decoded, + as a space.",
        "Sign the query as it is sent, escapes and all.",
        raw(text -> Percent.decode(text.replace('+', ' '))));
    add(
        shelf,
        "query-encoded-twice",
        12,
        "The query was percent-encoded once more before it was signed.",
        "Sign the query as it is sent.",
        raw(text -> text.replace("%", "%25")));
    add(
        shelf,
        "plus-for-space",
        10,
        "Spaces were signed as + and sent as %20.",
        "Sign the query as it is sent, with %20 for a space.",
        seeing(text -> text.replace("%20", "+")));
    add(
        shelf,
        "percent-20-for-plus",
        20,
        "A + of the query was signed as %20, or was made of it on the way.",
        "Sign the query as it is sent, with its +.",
        seeing(text -> text.replace("+", "%20")));
    add(
        shelf,
        "query-escapes-in-lower-case",
        33,
        "The percent-escapes of the query were signed in lower case.",
        "Sign the escapes as they are sent.",
        raw(text -> QueryTexts.escapes(text, escape -> escape.toLowerCase(Locale.ROOT))));
    add(
        shelf,
        "query-escapes-in-upper-case",
        34,
        "The percent-escapes of the query were signed in upper case.",
        "Sign the escapes as they are sent.",
        raw(text -> QueryTexts.escapes(text, escape -> escape.toUpperCase(Locale.ROOT))));
    add(
        shelf,
        "query-brackets-encoded",
        28,
        "Square brackets of the query were signed percent-encoded and sent as they are.",
        "Sign the query as it is sent.",
        raw(text -> text.replace("[", "%5B").replace("]", "%5D")));
    add(
        shelf,
        "query-tilde-encoded",
        52,
        "A tilde of the query was signed as %7E.",
        "Sign the query as it is sent.",
        raw(text -> text.replace("~", "%7E")));
    add(
        shelf,
        "query-encoded-as-a-whole",
        57,
        "The whole query was percent-encoded, = and & too.",
        "Sign the query as it is sent.",
        raw(Percent::encode));
  }

  private static void syntax(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "query-values-only",
        55,
        "Only the values of the query were signed.",
        "Sign names and values.",
        seeing(QueryTexts.each(text -> text.substring(text.indexOf('=') + 1))));
    add(
        shelf,
        "query-names-only",
        68,
        "Only the names of the query were signed.",
        "Sign names and values.",
        seeing(QueryTexts.each(text -> text.replaceFirst("=.*", ""))));
    add(
        shelf,
        "query-empty-values-left-out",
        29,
        "Parameters without a value were left out of the string to sign.",
        "Sign every parameter that is sent.",
        seeing(QueryTexts.kept(one -> !one.value().orElse("").isEmpty())));
    add(
        shelf,
        "query-in-lower-case",
        61,
        "The query was signed in lower case.",
        "Sign the query as it is sent: letter case counts.",
        seeing(text -> text.toLowerCase(Locale.ROOT)));
    add(
        shelf,
        "query-first-of-name-only",
        40,
        "Of several parameters of one name only the first was signed.",
        "Sign every parameter that is sent.",
        seeing(QueryTexts::firstOfName));
    add(
        shelf,
        "query-last-of-name-only",
        38,
        "Of several parameters of one name only the last was signed.",
        "Sign every parameter that is sent.",
        seeing(QueryTexts::lastOfName));
  }

  private static void add(
      Shelf<Rewrite> shelf, String id, int rank, String title, String fix, Rewrite... forms) {
    shelf.add(id, rank, Aspect.Kind.QUERY, title, fix, forms);
  }

  /** The query as if it had been sent otherwise; the scheme's own order is kept. */
  private static Rewrite seeing(UnaryOperator<String> change) {
    return Rewrite.writing(Aspect.Kind.QUERY, Writers.seeing(Writers.query(change)));
  }

  /** The same where escapes count. */
  static Rewrite raw(UnaryOperator<String> change) {
    return Rewrite.writing(
        part -> Rewrite.coversRaw(part, Aspect.Kind.QUERY), Writers.seeing(Writers.query(change)));
  }

  /** The query in another order, and nothing sorted after that. */
  static Rewrite sorting(Comparator<Parameter> order) {
    Part.Rewritten.Writer sent = Writers.seeing(Writers.query(QueryTexts.sorted(order)));
    return Rewrite.mapping(
        part ->
            Rewrite.covers(part, Aspect.Kind.QUERY)
                ? new Part.Rewritten(Rewrite.mappedCore(part, QueryDeviations::asSent), sent)
                : part);
  }

  private static Part asSent(Part part) {
    return part instanceof QueryPart query ? query.withOrder(QueryPart.Order.AS_SENT) : part;
  }
}
