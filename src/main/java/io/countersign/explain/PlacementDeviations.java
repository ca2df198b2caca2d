package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Fields that travel in the wrong place, under a wrong name, in a wrong syntax, or not at all. */
final class PlacementDeviations {
  private final Shelf<PlacementChange> shelf = new Shelf<>(Affects.PLACEMENT);

  private PlacementDeviations() {}

  static Shelf<PlacementChange> all() {
    PlacementDeviations deviations = new PlacementDeviations();
    deviations.names();
    deviations.words();
    deviations.syntax();
    deviations.places();
    return deviations.shelf;
  }

  private void names() {
    add(
        "header-with-underscores",
        8,
        "A header's name has underscores where hyphens belong.",
        "Write the header's name with hyphens.",
        rules -> SentPlacements.mappingHeaderNames(rules, name -> name.replace('-', '_')));
    add(
        "header-without-x",
        4,
        "A header's name lacks the X- that it begins with.",
        "Write the header's whole name.",
        rules ->
            SentPlacements.mappingHeaderNames(rules, name -> name.replaceFirst("^(?i)x-", "")));
    add(
        "header-with-x",
        9,
        "A header's name has an X- before it that does not belong there.",
        "Write the header's name as the scheme has it.",
        rules ->
            SentPlacements.mappingHeaderNames(
                rules,
                name -> name.toLowerCase(Locale.ROOT).startsWith("x-") ? name : "X-" + name));
    add(
        "header-for-proxies",
        12,
        "The credentials are in Proxy-Authorization.",
        "Send them in Authorization.",
        rules ->
            SentPlacements.mappingHeaderNames(
                rules, name -> name.equalsIgnoreCase("Authorization") ? "Proxy-" + name : name));
    add(
        "header-misspelt",
        10,
        "A header's name is misspelt.",
        "Write the header's name as the scheme has it.",
        rules -> signatureHeader(rules, name -> name.substring(0, name.length() - 1)),
        CarrierNames::misspelt);
    add(
        "parameter-in-other-case",
        7,
        "A parameter's name is in another letter case.",
        "Write the parameter's name in the scheme's letter case.",
        rules -> parameters(rules, CarrierNames::capitalised));
    add(
        "parameter-in-camel-case",
        11,
        "A parameter's name is in camel case.",
        "Write the parameter's name as the scheme has it.",
        rules -> parameters(rules, CarrierNames::camelCase));
  }

  private void words() {
    add(
        "auth-scheme-in-lower-case",
        3,
        "The first word of the header is in lower case.",
        "Write the word as the scheme has it.",
        rules -> word(rules, word -> word.toLowerCase(Locale.ROOT)));
    add(
        "auth-scheme-left-out",
        5,
        "The first word of the header is missing.",
        "Begin the header's value with the scheme's own word.",
        rules ->
            SentPlacements.mappingTemplates(rules, text -> text.replaceFirst("^[^ {}]+ ", "")));
    add(
        "auth-scheme-with-colon",
        13,
        "A colon stands behind the first word of the header.",
        "Put only a space behind the word.",
        rules -> word(rules, word -> word + ":"));
    add(
        "auth-scheme-other",
        6,
        "The header begins with another word than the scheme's.",
        "Begin the header's value with the scheme's own word.",
        rules -> word(rules, word -> "Bearer"),
        PlacementDeviations::otherWords);
  }

  private void syntax() {
    add(
        "fields-in-quotes",
        2,
        "The values of the header are in quotes.",
        "Write the values without quotes.",
        rules ->
            SentPlacements.mappingTemplates(rules, text -> text.replaceAll("\\{\\w+}", "\"$0\"")));
    add(
        "fields-with-commas",
        1,
        "The fields of the header are separated by commas.",
        "Separate the fields as the scheme does.",
        rules ->
            SentPlacements.mappingTemplates(rules, text -> text.replaceAll("} (?=\\w)", "}, ")),
        (rules, request) ->
            List.of(
                SentPlacements.mappingTemplates(rules, text -> text.replaceAll("} (?=\\w)", "}, ")),
                SentPlacements.mappingTemplates(
                    rules, text -> text.replaceAll("} (?=\\w)", "},"))));
    add(
        "fields-in-quotes-with-commas",
        3,
        "The fields of the header are in quotes and separated by commas.",
        "Write the fields as the scheme does, without quotes and commas.",
        rules ->
            SentPlacements.mappingTemplates(
                rules,
                text ->
                    text.contains("} ")
                        ? text.replaceAll("\\{\\w+}", "\"$0\"").replaceAll("}\" ", "}\", ")
                        : text));
    add(
        "fields-with-colons",
        14,
        "The fields of the header are written with colons.",
        "Write the fields with =.",
        rules -> SentPlacements.mappingTemplates(rules, text -> text.replaceAll("=(?=\\{)", ":")));
    add(
        "key-and-signature-with-other-sign",
        15,
        "Key and signature are joined with another sign than a colon.",
        "Join key and signature with a colon.",
        rules -> joined(rules, " "),
        (rules, request) ->
            List.of(
                joined(rules, " "),
                joined(rules, ": "),
                joined(rules, ","),
                joined(rules, ";"),
                joined(rules, "|"),
                joined(rules, "/"),
                joined(rules, "=")));
    add(
        "fields-swapped",
        17,
        "The fields of the header are in another order.",
        "Keep the scheme's order of fields.",
        rules ->
            SentPlacements.mappingTemplates(
                rules,
                text ->
                    text.replaceFirst(
                        "(\\w*=)?(\\{\\w+})([^{]*?)(\\w*=)?(\\{\\w+})(.*)$", "$4$5$3$1$2$6")));
  }

  private void places() {
    add(
        "signature-in-query",
        16,
        "The signature is in the query and not in the header.",
        "Send the signature in the header that the scheme names.",
        rules ->
            SentPlacements.mapping(
                rules,
                one -> one instanceof Placement.InHeader && isSignature(one) ? inQuery(one) : one));
    add(
        "signature-in-header",
        16,
        "The signature is in a header and not in the query.",
        "Send the signature in the parameter that the scheme names.",
        rules ->
            SentPlacements.mapping(
                rules,
                one ->
                    one instanceof Placement.InQuery && isSignature(one)
                        ? new Placement.InHeader(SentPlacements.name(one), List.of(), one.value())
                        : one));
  }

  private void add(
      String id,
      int rank,
      String title,
      String fix,
      Function<SigningRules, Optional<SigningRules>> forward) {
    add(id, rank, title, fix, forward, (rules, request) -> List.of(forward.apply(rules)));
  }

  private void add(
      String id,
      int rank,
      String title,
      String fix,
      Function<SigningRules, Optional<SigningRules>> forward,
      BiFunction<SigningRules, HttpRequest, List<Optional<SigningRules>>> readings) {
    shelf.add(
        id,
        rank,
        title,
        fix,
        new PlacementChange() {
          @Override
          public Optional<SigningRules> apply(SigningRules rules) {
            return forward.apply(rules);
          }

          @Override
          public List<SigningRules> readings(SigningRules rules, HttpRequest request) {
            return readings.apply(rules, request).stream().flatMap(Optional::stream).toList();
          }
        });
  }

  private static Optional<SigningRules> signatureHeader(
      SigningRules rules, UnaryOperator<String> change) {
    return SentPlacements.mapping(
        rules,
        one ->
            one instanceof Placement.InHeader && isSignature(one)
                ? SentPlacements.named(one, change.apply(SentPlacements.name(one)))
                : one);
  }

  private static Optional<SigningRules> parameters(
      SigningRules rules, UnaryOperator<String> change) {
    return SentPlacements.mapping(
        rules,
        one ->
            one instanceof Placement.InQuery
                ? SentPlacements.named(one, change.apply(SentPlacements.name(one)))
                : one);
  }

  private static Optional<SigningRules> word(SigningRules rules, UnaryOperator<String> change) {
    return SentPlacements.mappingTemplates(
        rules,
        text -> {
          int end = text.indexOf(' ');
          boolean isWord = end > 0 && text.substring(0, end).matches("[\\w-]+");
          return isWord ? change.apply(text.substring(0, end)) + text.substring(end) : text;
        });
  }

  /** The words with which the request's headers begin. */
  private static List<Optional<SigningRules>> otherWords(SigningRules rules, HttpRequest request) {
    List<Optional<SigningRules>> found = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      request
          .headers()
          .first(SentPlacements.name(placement))
          .filter(value -> value.indexOf(' ') > 0)
          .map(value -> value.substring(0, value.indexOf(' ')))
          .filter(word -> word.matches("[\\w-]+"))
          .ifPresent(word -> found.add(word(rules, due -> word)));
    }
    return found;
  }

  private static Optional<SigningRules> joined(SigningRules rules, String sign) {
    return SentPlacements.mappingTemplates(rules, text -> text.replace("}:{", "}" + sign + "{"));
  }

  private static Placement inQuery(Placement placement) {
    return new Placement.InQuery(
        SentPlacements.name(placement),
        placement.value(),
        Placement.Escaping.PERCENT,
        Placement.Escaping.PERCENT,
        false);
  }

  private static boolean isSignature(Placement placement) {
    return SentPlacements.carries(placement, SigningRules.SIGNATURE);
  }
}
