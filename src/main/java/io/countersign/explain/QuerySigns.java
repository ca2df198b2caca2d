package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What stands between the parameters of a signed query, and between names and values. */
final class QuerySigns {
  private static final String AMPERSAND = "&";
  private static final String EQUALS = "=";

  private QuerySigns() {}

  static Shelf<Rewrite> all() {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    ampersands(shelf);
    equalsSigns(shelf);
    return shelf;
  }

  private static void ampersands(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "query-without-ampersands",
        51,
        "The parameters were joined without &.",
        "Put & between two parameters.",
        afterwards(QuerySigns::hasAmpersands, text -> text.replace(AMPERSAND, "")));
    add(
        shelf,
        "query-html-escaped",
        31,
        "The & between parameters was signed as &amp;.",
        "Sign the query itself, not its HTML form.",
        afterwards(QuerySigns::hasAmpersands, text -> text.replace(AMPERSAND, "&amp;")));
    add(
        shelf,
        "query-with-semicolons",
        67,
        "The parameters were joined with semicolons.",
        "Put & between two parameters.",
        afterwards(QuerySigns::hasAmpersands, text -> text.replace(AMPERSAND, ";")));
    add(
        shelf,
        "query-with-trailing-ampersand",
        26,
        "An & stands behind the last parameter in the string to sign.",
        "Put & between parameters, and none behind the last.",
        afterwards(part -> true, text -> text.isEmpty() ? text : text + AMPERSAND));
    add(
        shelf,
        "query-with-ampersands",
        12,
        "The parameters were joined with &.",
        "Put between two parameters what the scheme puts there.",
        Rewrite.mappingCore(QuerySigns::withAmpersands));
  }

  private static void equalsSigns(Shelf<Rewrite> shelf) {
    add(
        shelf,
        "query-without-equals",
        59,
        "Names and values were joined without =.",
        "Put = between a name and its value.",
        afterwards(QuerySigns::hasEqualsSigns, text -> text.replace(EQUALS, "")));
    add(
        shelf,
        "query-equals-added",
        37,
        "A parameter without = was signed with one.",
        "Sign the parameter as it is sent.",
        Rewrite.writing(
            part -> Rewrite.covers(part, Aspect.Kind.QUERY) && hasEqualsSigns(part),
            Writers.seeing(
                Writers.query(
                    QueryTexts.each(text -> text.contains(EQUALS) ? text : text + EQUALS)))));
    add(
        shelf,
        "query-with-equals",
        13,
        "Names and values were joined with =.",
        "Put between a name and its value what the scheme puts there.",
        Rewrite.mappingCore(QuerySigns::withEqualsSigns));
    add(
        shelf,
        "query-as-in-url",
        11,
        "The parameters were signed with = and & as in the URL.",
        "Put between names, values and parameters what the scheme puts there.",
        Rewrite.mappingCore(
            part ->
                hasAmpersands(part) || hasEqualsSigns(part)
                    ? part
                    : withAmpersands(withEqualsSigns(part))));
  }

  private static void add(
      Shelf<Rewrite> shelf, String id, int rank, String title, String fix, Rewrite form) {
    shelf.add(id, rank, Aspect.Kind.QUERY, title, fix, form);
  }

  /** Any part but a query of its own has the query as it is sent. */
  private static boolean hasAmpersands(Part part) {
    return !(Rewrite.core(part) instanceof QueryPart query) || query.separator().equals(AMPERSAND);
  }

  private static boolean hasEqualsSigns(Part part) {
    return !(Rewrite.core(part) instanceof QueryPart query) || query.equals().equals(EQUALS);
  }

  private static Part withAmpersands(Part part) {
    return part instanceof QueryPart query ? query.withSeparator(AMPERSAND) : part;
  }

  private static Part withEqualsSigns(Part part) {
    return part instanceof QueryPart query ? query.withEquals(EQUALS) : part;
  }

  /** The query as the scheme orders it, and then changed; a body in its place is left alone. */
  private static Rewrite afterwards(Predicate<Part> which, UnaryOperator<String> change) {
    Part.Rewritten.Writer changing = Writers.changingText(QueryTexts.afterQuestionMark(change));
    Part.Rewritten.Writer asItIs = (part, in, out) -> part.appendTo(out, in);
    Part.Rewritten.Writer whole = Writers.changingText(change);
    Part.Rewritten.Writer query =
        (part, in, out) -> {
          boolean isBody =
              Rewrite.core(part) instanceof QueryPart core && core.signsBodyOf(in.request());
          (isBody ? asItIs : whole).append(part, in, out);
        };
    return Rewrite.mapping(
        part -> {
          if (!Rewrite.covers(part, Aspect.Kind.QUERY) || !which.test(part)) {
            return part;
          }
          boolean isQuery = Rewrite.core(part) instanceof QueryPart;
          return new Part.Rewritten(part, isQuery ? query : changing);
        });
  }
}
