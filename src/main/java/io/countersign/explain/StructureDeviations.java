package io.countersign.explain;

import io.countersign.document.EnumWord;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts of the string to sign that are missing, in another order, or too many. */
final class StructureDeviations {
  private StructureDeviations() {}

  static Shelf<Rewrite> of(SigningRules rules) {
    Shelf<Rewrite> shelf = ofOrder(rules);
    if (!rules.stringToSign().stream().allMatch(StructureDeviations::isText)) {
      uncovered(rules, shelf);
    }
    return shelf;
  }

  /** Without those about what does not belong there at all. */
  static Shelf<Rewrite> ofOrder(SigningRules rules) {
    Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);
    List<Part> parts = rules.stringToSign().stream().filter(part -> !isText(part)).toList();
    if (parts.size() > 1) {
      parts.forEach(part -> leftOut(part, shelf));
      for (int i = 0; i + 1 < parts.size(); i++) {
        swapped(parts.get(i), parts.get(i + 1), shelf);
      }
      if (parts.size() > 2) {
        shelf.add(
            "parts-reversed",
            70,
            "The parts were signed in the opposite order.",
            "Put the parts in the scheme's order.",
            StructureDeviations::reversed);
      }
    }
    return shelf;
  }

  private static void leftOut(Part part, Shelf<Rewrite> shelf) {
    String name = name(part);
    shelf.add(
        name + "-left-out",
        part instanceof QueryPart ? 10 : 22,
        kind(part),
        "The " + name + " was left out of the string to sign.",
        "Put the " + name + " into the string to sign.",
        List.of(without(part, 0), without(part, 1), without(part, -1)));
  }

  private static void swapped(Part first, Part second, Shelf<Rewrite> shelf) {
    shelf.add(
        name(first) + "-and-" + name(second) + "-swapped",
        36,
        kind(second),
        "The " + name(second) + " stands before the " + name(first) + " in the string to sign.",
        "Put the " + name(first) + " before the " + name(second) + ".",
        List.of(
            parts -> {
              int one = indexOf(parts, first);
              int two = indexOf(parts, second);
              if (one < 0 || two < 0) {
                return Optional.empty();
              }
              List<Part> changed = new ArrayList<>(parts);
              Collections.swap(changed, one, two);
              return Optional.of(changed);
            }));
  }

  /** What the scheme leaves out and a signer may think belongs in. */
  private static void uncovered(SigningRules rules, Shelf<Rewrite> shelf) {
    Set<Aspect.Kind> covered =
        rules.covered().stream().map(Aspect::kind).collect(Collectors.toSet());
    if (!covered.contains(Aspect.Kind.METHOD)) {
      extra(Aspect.Kind.METHOD, 32, new Part.Method(), true, shelf);
    }
    if (!covered.contains(Aspect.Kind.HOST)) {
      extra(Aspect.Kind.HOST, 33, new Part.Host(Part.Host.Port.AS_SENT), true, shelf);
    }
    if (!covered.contains(Aspect.Kind.PATH)) {
      extra(Aspect.Kind.PATH, 31, new Part.Path(), false, shelf);
    }
    if (!covered.contains(Aspect.Kind.BODY)) {
      extra(Aspect.Kind.BODY, 14, new Part.Body(), false, shelf);
    }
    if (!covered.contains(Aspect.Kind.HEADER)) {
      Part accept = new Part.HeaderValue("Accept");
      shelf.add(
          "accept-signed-too",
          48,
          Optional.of(Aspect.Kind.HEADER),
          "The Accept header was signed too, which does not belong into the string to sign.",
          "Leave the Accept header out of the string to sign.",
          List.of(Rewrite.behind(accept), Rewrite.before(accept)));
    }
    Set<String> open = Omissions.keyIds(rules);
    boolean named =
        covered.contains(Aspect.Kind.CREDENTIAL)
            || rules.leaves().stream().anyMatch(part -> part instanceof Part.Target);
    if (!named) {
      for (String field : open) {
        extra(Aspect.Kind.CREDENTIAL, field, 35, new Part.Credential(field), true, shelf);
      }
    }
  }

  private static void extra(
      Aspect.Kind kind, int rank, Part part, boolean first, Shelf<Rewrite> shelf) {
    extra(kind, EnumWord.of(kind), rank, part, first, shelf);
  }

  private static void extra(
      Aspect.Kind kind, String name, int rank, Part part, boolean first, Shelf<Rewrite> shelf) {
    Rewrite before = Rewrite.before(part);
    Rewrite behind = Rewrite.behind(part);
    shelf.add(
        name + "-signed-too",
        rank,
        Optional.of(kind),
        "The " + name + " was signed too, which does not belong into the string to sign.",
        "Leave the " + name + " out of the string to sign.",
        List.of(
            first ? before : behind,
            first ? behind : before,
            Rewrite.before(between("", part, "\n")),
            Rewrite.behind(between("\n", part, "")),
            Rewrite.behind(between("", part, "\n")),
            Rewrite.before(between("", part, " "))));
  }

  /** The part with its separator, which goes with it: a body that is not there has none either. */
  private static Part between(String before, Part part, String behind) {
    return new Part.Rewritten(
        part,
        Writers.changing(
            octets -> {
              if (octets.isEmpty()) {
                return octets;
              }
              OctetBuffer all = new OctetBuffer();
              all.append(before);
              all.append(octets);
              all.append(behind);
              return all.toOctets();
            }));
  }

  private static Rewrite without(Part part, int separator) {
    return parts -> {
      int at = indexOf(parts, part);
      int beside = at + separator;
      if (at < 0 || beside < 0 || beside >= parts.size() || parts.size() == 1) {
        return Optional.empty();
      }
      if (separator != 0 && !isText(parts.get(beside))) {
        return Optional.empty();
      }
      List<Part> changed = new ArrayList<>(parts);
      changed.remove(Math.max(at, beside));
      if (separator != 0) {
        changed.remove(Math.min(at, beside));
      }
      return Optional.of(changed);
    };
  }

  private static Optional<List<Part>> reversed(List<Part> parts) {
    List<Part> changed = new ArrayList<>(parts);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!isText(parts.get(i))) {
        places.add(i);
      }
    }
    for (int i = 0; i < places.size(); i++) {
      changed.set(places.get(i), parts.get(places.get(places.size() - 1 - i)));
    }
    return changed.equals(parts) ? Optional.empty() : Optional.of(changed);
  }

  /** Where the part stands, whatever other deviations made of it. */
  static int indexOf(List<Part> parts, Part part) {
    for (int i = 0; i < parts.size(); i++) {
      Part core = Rewrite.core(parts.get(i));
      if (core == part) {
        return i;
      }
      if (core.getClass() == part.getClass() && core.covers().equals(part.covers())) {
        return i;
      }
    }
    return -1;
  }

  static boolean isText(Part part) {
    return Rewrite.core(part) instanceof Part.Text;
  }

  private static Optional<Aspect.Kind> kind(Part part) {
    return part.covers().stream().map(Aspect::kind).sorted().findFirst();
  }

  /** {@code path}, {@code query}, or a credential's or header's own name. */
  static String name(Part part) {
    if (Rewrite.isDigest(part)) {
      return part.covers().size() == 1 ? nameOfFirst(part) + "-digest" : "digest";
    }
    return nameOfFirst(part);
  }

  private static String nameOfFirst(Part part) {
    return part.covers().stream()
        .sorted((a, b) -> a.kind().compareTo(b.kind()))
        .findFirst()
        .map(aspect -> aspect.name().isEmpty() ? EnumWord.of(aspect.kind()) : aspect.name())
        .orElse("text");
  }
}
