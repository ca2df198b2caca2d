package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** A timestamp that is signed otherwise than it is sent. */
final class SignedTimestampDeviations {
  private static final Duration ZONE_STEP = Duration.ofMinutes(30);
  private static final Duration LEAST_ZONE = Duration.ofHours(1);
  private static final Duration EASTMOST = Duration.ofHours(14);

  private static final String ISO_START = "1970-01-01T";
  private static final int WITHOUT_ZONE = "1970-01-01T00:00:00".length();

  private final TimestampFormat format;
  private final Shelf<Rewrite> shelf = new Shelf<>(Affects.STRING_TO_SIGN);

  private SignedTimestampDeviations(TimestampFormat format) {
    this.format = format;
  }

  static Shelf<Rewrite> of(SigningRules rules) {
    Optional<TimestampRule> rule = rules.timestamp();
    return rule.isPresent() && isCovered(rules)
        ? new SignedTimestampDeviations(rule.get().format()).all()
        : new Shelf<>(Affects.STRING_TO_SIGN);
  }

  /** Each with its own title, to be tried alone or with one other. */
  static List<Variation<Rewrite>> lone(SigningRules rules) {
    return rules.timestamp().isPresent() && isCovered(rules)
        ? new SignedTimestampDeviations(rules.timestamp().get().format()).lone()
        : List.of();
  }

  private static boolean isCovered(SigningRules rules) {
    return rules.leaves().stream().anyMatch(SignedTimestampDeviations::carries);
  }

  private List<Variation<Rewrite>> lone() {
    // Whichever of the two is local time, both being written as if they were UTC.
    for (Duration zone = LEAST_ZONE; zone.compareTo(EASTMOST) <= 0; zone = zone.plus(ZONE_STEP)) {
      zone(zone, "ahead of");
      zone(zone.negated(), "behind");
    }
    String example = format.format(Instant.EPOCH);
    if (!Percent.encode(example).equals(example)) {
      written(
          "timestamp-signed-percent-encoded",
          "The timestamp was signed percent-encoded, and sent as it is.",
          time -> Percent.encode(format.format(time)));
    }
    if (example.startsWith(ISO_START)) {
      String title =
          "The timestamp was signed with a space between date and time, and sent with T.";
      String id = "timestamp-signed-with-space";
      written(id, title, time -> format.format(time).replace('T', ' '));
      if (example.length() > WITHOUT_ZONE) {
        written(
            id, title, time -> format.format(time).substring(0, WITHOUT_ZONE).replace('T', ' '));
      }
    }
    return shelf.toList();
  }

  private void written(String id, String title, Function<Instant, String> how) {
    shelf.add(
        id,
        13,
        Aspect.Kind.TIMESTAMP,
        title,
        "Write the timestamp once, and sign and send the same text.",
        signedAs(how));
  }

  private Rewrite signedAs(Function<Instant, String> how) {
    return Rewrite.writingCore(SignedTimestampDeviations::carries, written(how));
  }

  private void zone(Duration shift, String side) {
    String words = ClockFindings.words(shift) + " " + side;
    shelf.add(
        "timestamp-signed-in-local-time",
        11,
        Aspect.Kind.TIMESTAMP,
        "The timestamp was signed " + words + " the one that is sent: one of them is local time.",
        "Write the timestamp once, in UTC, and sign and send the same text.",
        signedAs(time -> format.format(time.plus(shift))));
  }

  private Shelf<Rewrite> all() {
    shelf.add(
        "clock-read-twice",
        10,
        Optional.of(Aspect.Kind.TIMESTAMP),
        "Another second was signed than the one that is sent.",
        "Read the clock once, and sign and send the same text.",
        Stream.of(-1, 1, -2, 2, -3, 3)
            .map(Duration::ofSeconds)
            .map(shift -> signing(time -> format.format(time.plus(shift))))
            .toList());
    List<Rewrite> others = new ArrayList<>();
    for (TimestampFormat other : TimestampFormat.values()) {
      if (other != format) {
        others.add(signing(other::format));
      }
    }
    // Where several forms are read, as with Z or an offset, it may be sent in another one.
    others.add(signing(format::format));
    shelf.add(
        "timestamp-signed-in-other-form",
        12,
        Optional.of(Aspect.Kind.TIMESTAMP),
        "The timestamp was signed in another form than it is sent in.",
        "Write the timestamp once, and sign and send the same text.",
        others);
    return shelf;
  }

  private Rewrite signing(Function<Instant, String> written) {
    return Rewrite.writing(SignedTimestampDeviations::carries, written(written));
  }

  private Part.Rewritten.Writer written(Function<Instant, String> written) {
    return new Signing(format, written, new AtomicReference<>());
  }

  /**
   * Writes another timestamp where the one that is sent stands.
   *
   * @param last what the timestamp that was met last became: it is the same all through a search
   */
  private record Signing(
      TimestampFormat format, Function<Instant, String> written, AtomicReference<Pair> last)
      implements Changing {
    @Override
    public Octets change(Octets part, SigningInput in) {
      Pair pair = last.get();
      if (pair == null || !pair.sent().equals(in.timestamp())) {
        pair = new Pair(in.timestamp(), format.parse(in.timestamp()).map(written));
        last.set(pair);
      }
      return pair.signed().isPresent()
          ? Octets.of(replaced(part.text(), pair.sent(), pair.signed().get()))
          : part;
    }

    private static String replaced(String text, String sent, String signed) {
      return text.contains(sent)
          ? text.replace(sent, signed)
          : text.replace(Percent.encode(sent), Percent.encode(signed));
    }
  }

  private record Pair(String sent, Optional<String> signed) {}

  private static boolean carries(Part part) {
    Part core = Rewrite.core(part);
    return core instanceof Part.Timestamp || core instanceof Part.Target;
  }
}
