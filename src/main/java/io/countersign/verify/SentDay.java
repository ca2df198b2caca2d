package io.countersign.verify;

import io.countersign.scheme.DayForm;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day that a request carries beside its timestamp. Where the two differ it names two times, and
 * two readers may read differently.
 */
final class SentDay {
  private final DayForm form;
  private final int index;
  private final Reason malformed;
  private final String carrier;

  private SentDay(DayForm form, int index, Placement placement, Reason malformed) {
    this.form = form;
    this.index = index;
    this.malformed = malformed;
    this.carrier = "'" + placement.value() + "'";
  }

  /** Null where the scheme sends none. */
  static @Nullable SentDay of(SigningRules rules, FieldReader reader) {
    Optional<TimestampRule> rule = rules.timestamp();
    for (Placement placement : rules.sent()) {
      if (rule.isPresent() && placement.value().fields().contains(SigningRules.DAY)) {
        return new SentDay(
            rule.get().day(),
            reader.index(SigningRules.DAY),
            placement,
            FieldPlace.malformed(placement.value().fields(), rules.proof()));
      }
    }
    return null;
  }

  /**
   * @param due the timestamp's
   * @throws RejectedException if there is none, what is there is none, or it is another
   */
  void require(SentFields sent, String due) {
    if (!sent.has(index)) {
      throw new RejectedException(malformed, "the request carries no day in " + carrier);
    }
    String text = sent.text(index);
    if (text.equals(due)) {
      return;
    }
    if (form.parse(text).isEmpty()) {
      throw new RejectedException(malformed, "'" + text + "' is not written like " + due);
    }
    throw new RejectedException(
        Reason.AMBIGUOUS_REQUEST, "its day is " + text + ", and that of its timestamp " + due);
  }
}
