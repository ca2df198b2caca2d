package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The name of a header before its value in the string to sign, as other schemes have it. */
final class HeaderNameDeviations {
  private final List<Variation<Rewrite>> all = new ArrayList<>();

  private HeaderNameDeviations() {}

  /** Each in one form, whose title says exactly what it is. */
  static List<Variation<Rewrite>> of(SigningRules rules) {
    Map<Part, Set<String>> names = new LinkedHashMap<>();
    for (Part part : rules.leaves()) {
      Set<String> headers = headers(part, rules);
      headers.removeIf(name -> isWritten(name, rules));
      if (!headers.isEmpty()) {
        names.put(part, headers);
      }
    }
    HeaderNameDeviations deviations = new HeaderNameDeviations();
    for (String behind : List.of(": ", ":")) {
      if (names.size() > 1) {
        deviations.each(names, behind, name -> name.toLowerCase(Locale.ROOT));
        deviations.each(names, behind, name -> name);
      }
      names.forEach((part, all) -> all.forEach(name -> deviations.one(part, name, behind)));
    }
    return deviations.all;
  }

  private void one(Part part, String name, String behind) {
    Set<String> spellings = new LinkedHashSet<>(List.of(name.toLowerCase(Locale.ROOT), name));
    for (String spelling : spellings) {
      add(
          "\""
              + spelling
              + behind
              + "\" stands before the value of that header in the string to sign.",
          "Sign the value of " + name + " without its name.",
          leaf -> leaf.equals(part) ? behind(spelling + behind, leaf) : leaf);
    }
  }

  private void each(Map<Part, Set<String>> names, String behind, UnaryOperator<String> spelling) {
    String first = spelling.apply(names.values().iterator().next().iterator().next()) + behind;
    add(
        "Each header's name stands before its value in the string to sign, as in \""
            + first
            + "\".",
        "Sign the values of the headers without their names.",
        leaf ->
            names.containsKey(leaf)
                ? behind(spelling.apply(names.get(leaf).iterator().next()) + behind, leaf)
                : leaf);
  }

  private void add(String title, String fix, UnaryOperator<Part> change) {
    Shelf<Rewrite> one = new Shelf<>(Affects.STRING_TO_SIGN);
    one.add(
        "header-name-signed-too", 40, Aspect.Kind.HEADER, title, fix, Rewrite.mappingCore(change));
    all.addAll(one.toList());
  }

  private static Part behind(String text, Part part) {
    return new Part.Rewritten(
        part,
        Writers.changing(
            value -> {
              OctetBuffer named = new OctetBuffer();
              named.append(text);
              named.append(value);
              return named.toOctets();
            }));
  }

  /** Those in which nothing but the value of this part is sent. */
  private static Set<String> headers(Part part, SigningRules rules) {
    if (part instanceof Part.HeaderValue header) {
      return new LinkedHashSet<>(List.of(header.name()));
    }
    Set<String> names = new LinkedHashSet<>();
    field(part)
        .ifPresent(
            field -> {
              for (Placement placement : rules.sent()) {
                if (placement instanceof Placement.InHeader header
                    && header.value().toString().equals("{" + field + "}")) {
                  names.add(header.name());
                  names.addAll(header.alternatives());
                }
              }
            });
    return names;
  }

  /** Whether the scheme itself has the name in the string to sign. */
  private static boolean isWritten(String name, SigningRules rules) {
    String lower = name.toLowerCase(Locale.ROOT);
    return rules.leaves().stream()
        .anyMatch(
            part ->
                part instanceof Part.Text literal
                    && literal.text().toLowerCase(Locale.ROOT).contains(lower));
  }

  private static Optional<String> field(Part part) {
    if (part instanceof Part.Credential credential) {
      return Optional.of(credential.field());
    }
    if (part instanceof SentDigest) {
      return Optional.of(SigningRules.DIGEST);
    }
    return part instanceof Part.Timestamp ? Optional.of(SigningRules.TIMESTAMP) : Optional.empty();
  }
}
