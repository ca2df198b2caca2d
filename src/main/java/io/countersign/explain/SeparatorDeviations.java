package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One separator of the string to sign that is missing or another, and all of them in ways that are
 * less common. There are many, one for each place and separator, and a signer rarely makes two more
 * mistakes: so the search takes them alone or with one other deviation.
 */
final class SeparatorDeviations {
  private static final String QUESTION_MARK = "?";

  private final List<Variation<Rewrite>> all = new ArrayList<>();

  /** The fixed text of the scheme between two parts; a part that is missing is an end. */
  private record Gap(Optional<Part> before, String text, Optional<Part> behind) {
    String id() {
      return behind.map(part -> "separator-before-" + idOf(part)).orElse("text-at-end");
    }

    /** Where it is, as in <i>between the method and the path</i>. */
    String where() {
      if (before.isEmpty()) {
        return "before the " + StructureDeviations.name(behind.orElseThrow());
      }
      String first = StructureDeviations.name(before.get());
      return behind
          .map(part -> "between the " + first + " and the " + StructureDeviations.name(part))
          .orElse("behind the " + first);
    }

    private static String idOf(Part part) {
      return StructureDeviations.name(part).toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private SeparatorDeviations() {}

  /** Each in one form, whose title says exactly what it is; forms of one deviation share its id. */
  static List<Variation<Rewrite>> of(SigningRules rules) {
    SeparatorDeviations deviations = new SeparatorDeviations();
    List<Gap> gaps = gaps(rules.stringToSign());
    gaps.forEach(deviations::gap);
    rules.stringToSign().stream()
        .filter(part -> part instanceof Part.Target)
        .forEach(part -> deviations.target());
    deviations.everywhere(gaps);
    return deviations.all;
  }

  private static List<Gap> gaps(List<Part> parts) {
    List<Gap> gaps = new ArrayList<>();
    Optional<Part> before = Optional.empty();
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Text literal) {
        text.append(literal.text());
      } else {
        if (before.isPresent() || !text.isEmpty()) {
          gaps.add(new Gap(before, text.toString(), Optional.of(part)));
        }
        before = Optional.of(part);
        text.setLength(0);
      }
    }
    if (before.isPresent() && !text.isEmpty()) {
      gaps.add(new Gap(before, text.toString(), Optional.empty()));
    }
    return gaps;
  }

  private void gap(Gap gap) {
    String due = "the " + Separator.named(gap.text());
    if (!gap.text().isEmpty()) {
      add(
          gap.id() + "-left-out",
          45,
          sentence(due + " " + gap.where() + " was left out of the string to sign."),
          "Put " + due + " " + gap.where() + ".",
          replacing(gap, ""));
    }
    if (!gap.text().isEmpty() && gap.behind().isPresent()) {
      add(
          gap.id() + "-doubled",
          51,
          sentence(due + " stands twice " + gap.where() + " in the string to sign."),
          "Put " + due + " there once.",
          replacing(gap, gap.text() + gap.text()));
    }
    lines(gap);
    for (Separator other : Separator.all()) {
      if (gap.text().isEmpty()) {
        add(
            gap.id() + "-added",
            47,
            sentence(other.words() + " stands " + gap.where() + " in the string to sign."),
            "Put nothing " + gap.where() + ".",
            replacing(gap, other.text()));
      } else if (!other.text().equals(gap.text())) {
        add(
            gap.id() + "-changed",
            46,
            sentence(other.words() + " stands " + gap.where() + " and not " + due + "."),
            "Put " + due + " " + gap.where() + ".",
            replacing(gap, other.text()));
      }
    }
  }

  /** Longer text may lack one of its newlines, as where a blank line belongs, or have one more. */
  private void lines(Gap gap) {
    String text = gap.text();
    String due = "Put the " + Separator.named(text) + " " + gap.where() + ".";
    for (int i = 0; i < text.length() && text.length() > 1; i++) {
      // Of newlines side by side it is the same whichever is missing.
      if (text.charAt(i) != '\n' || i > 0 && text.charAt(i - 1) == '\n') {
        continue;
      }
      String head = text.substring(0, i);
      String tail = text.substring(i + 1);
      add(
          gap.id() + "-short-of-a-newline",
          46,
          "A newline is missing " + gap.where() + " in the string to sign.",
          due,
          replacing(gap, head + tail));
      add(
          gap.id() + "-with-one-more-newline",
          47,
          "There is a newline too many " + gap.where() + " in the string to sign.",
          due,
          replacing(gap, head + "\n\n" + tail));
    }
  }

  /** Path and query in one have their separator inside. */
  private void target() {
    String where = " between the path and the query";
    add(
        "separator-before-query-left-out",
        45,
        "The question mark" + where + " was left out of the string to sign.",
        "Put the ?" + where + ".",
        inTarget(""));
    for (Separator other : Separator.all()) {
      if (!other.text().equals(QUESTION_MARK)) {
        add(
            "separator-before-query-changed",
            46,
            sentence(other.words() + " stands" + where + " and not the question mark."),
            "Put the ?" + where + ".",
            inTarget(other.text()));
      }
    }
  }

  /** What the scheme has in every place, left out or replaced in all of them. */
  private void everywhere(List<Gap> gaps) {
    Set<String> texts = new HashSet<>();
    gaps.forEach(gap -> texts.add(gap.text()));
    if (gaps.size() < 2 || texts.size() > 1) {
      return;
    }
    String due = gaps.get(0).text();
    if (!due.isEmpty()) {
      add(
          "separators-left-out",
          20,
          "Every separator of the string to sign was left out.",
          "Put the scheme's separators between the parts.",
          Rewrite.mappingOwnText(text -> text.equals(due) ? "" : text));
    }
    for (Separator other : Separator.all()) {
      if (!other.text().equals(due)) {
        add(
            "joined-with-" + other.name(),
            48,
            "The parts were joined with " + other.words() + " between them.",
            "Join the parts with exactly the separators that the scheme names.",
            due.isEmpty()
                ? LiteralDeviations.joined(other.text())
                : Rewrite.mappingOwnText(text -> text.equals(due) ? other.text() : text));
      }
    }
  }

  private void add(String id, int rank, String title, String fix, Rewrite form) {
    Shelf<Rewrite> one = new Shelf<>(Affects.STRING_TO_SIGN);
    all.addAll(one.add(id, rank, title, fix, form).toList());
  }

  private static Rewrite replacing(Gap gap, String text) {
    return parts -> {
      int from = gap.before().map(part -> StructureDeviations.indexOf(parts, part) + 1).orElse(0);
      int to =
          gap.behind().map(part -> StructureDeviations.indexOf(parts, part)).orElse(parts.size());
      boolean isThere =
          (gap.before().isEmpty() || from > 0)
              && from <= to
              && parts.subList(from, to).stream().allMatch(StructureDeviations::isText);
      if (!isThere) {
        return Optional.empty();
      }
      List<Part> changed = new ArrayList<>(parts.subList(0, from));
      if (!text.isEmpty()) {
        changed.add(new Part.Text(text));
      }
      changed.addAll(parts.subList(to, parts.size()));
      return changed.equals(parts) ? Optional.empty() : Optional.of(changed);
    };
  }

  private static Rewrite inTarget(String text) {
    return Rewrite.writing(
        part ->
            Rewrite.core(part) instanceof Part.Target && Rewrite.covers(part, Aspect.Kind.QUERY),
        Writers.changingText(target -> replacedFirst(target, text)));
  }

  private static String replacedFirst(String target, String text) {
    int at = target.indexOf(QUESTION_MARK);
    return at < 0 ? target : target.substring(0, at) + text + target.substring(at + 1);
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
