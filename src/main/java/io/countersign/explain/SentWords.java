package io.countersign.explain;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in which way fields are sent otherwise than the scheme has it. */
final class SentWords {
  /** What has a name of its own in the catalogue is called by that. */
  private static final int RANK = 90;

  private static final String OTHER_NAME = "carrier-of-other-name";

  private final List<Placement> due;
  private final List<Placement> sent;

  private SentWords(List<Placement> due, List<Placement> sent) {
    this.due = due;
    this.sent = sent;
  }

  /**
   * @param rules the scheme's
   * @param other those by which the request was written
   */
  static Deviation of(SigningRules rules, SigningRules other) {
    return new SentWords(without(rules.sent(), other.sent()), without(other.sent(), rules.sent()))
        .deviation();
  }

  /** Whether a deviation says only in what form a field is sent, and not what was done to it. */
  static boolean isForm(Deviation deviation) {
    return isOne(deviation) && !isOtherName(deviation);
  }

  static boolean isOtherName(Deviation deviation) {
    return isOne(deviation) && deviation.id().equals(OTHER_NAME);
  }

  private static boolean isOne(Deviation deviation) {
    return deviation.affects() == Affects.PLACEMENT && deviation.rank() == RANK;
  }

  private static List<Placement> without(List<Placement> some, List<Placement> others) {
    return some.stream().filter(one -> !others.contains(one)).toList();
  }

  private Deviation deviation() {
    if (due.size() != 1 || sent.size() != 1 || !carrier(due.get(0)).equals(carrier(sent.get(0)))) {
      return deviation(
          OTHER_NAME,
          "What the scheme sends as " + texts(due) + " is sent as " + texts(sent) + ".",
          "Send " + texts(due) + ".");
    }
    String is = shown(sent.get(0));
    String carrier = carrier(sent.get(0));
    String fix = "Write it as " + shown(due.get(0)) + ", to the byte.";
    if (unspaced(is).equals(unspaced(shown(due.get(0))))) {
      return deviation(
          "fields-with-blanks", carrier + " has other blanks than the scheme's: " + is + ".", fix);
    }
    List<String> dueFields = due.get(0).value().fields();
    List<String> fields = sent.get(0).value().fields();
    if (!fields.equals(dueFields) && Set.copyOf(fields).equals(Set.copyOf(dueFields))) {
      return deviation(
          "fields-in-other-order", carrier + " has its fields in another order: " + is + ".", fix);
    }
    return fields.equals(dueFields) && hasMore()
        ? deviation(
            "fields-with-more", carrier + " holds more than the scheme's fields: " + is + ".", fix)
        : deviation(
            "fields-in-other-form",
            carrier + " is written in another form than the scheme's: " + is + ".",
            fix);
  }

  /** Whether all that the scheme has is there, each field behind the text that belongs to it. */
  private boolean hasMore() {
    List<String> dueTexts = around(due.get(0));
    List<String> texts = around(sent.get(0));
    int last = texts.size() - 1;
    for (int i = 0; i < last; i++) {
      if (!texts.get(i).endsWith(dueTexts.get(i))) {
        return false;
      }
    }
    return texts.get(last).startsWith(dueTexts.get(last));
  }

  private static List<String> around(Placement placement) {
    return List.of(placement.value().toString().split("\\{[^}]*}", -1));
  }

  private static Deviation deviation(String id, String title, String fix) {
    return new Deviation(
        id, Affects.PLACEMENT, Optional.of(Aspect.Kind.CREDENTIAL), RANK, title, fix);
  }

  private static String texts(List<Placement> placements) {
    List<String> texts = new ArrayList<>();
    placements.forEach(
        one ->
            texts.add(
                one instanceof Placement.InHeader header
                    ? header.name() + ": " + shown(one)
                    : "the parameter " + SentPlacements.name(one) + "=" + shown(one)));
    return texts.stream().collect(Collectors.joining(" and "));
  }

  private static String carrier(Placement placement) {
    return placement instanceof Placement.InHeader header
        ? "The header " + header.name()
        : "The parameter " + SentPlacements.name(placement);
  }

  /** The template; what it holds besides may be anything, another signature too. */
  private static String shown(Placement placement) {
    return placement.value().toString().replaceAll("(?<![\\w{])[\\w+/.~-]{16,}=*", "…");
  }

  private static String unspaced(String text) {
    return text.replaceAll("[ \\t]", "");
  }
}
