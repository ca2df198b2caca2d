package io.countersign.explain;

import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deviations that a scheme's rules allow, with the reason. */
final class Equivalents {
  private static final List<Deviation> OF_THE_PAST =
      List.of(
          ClockFindings.LOCAL_BEHIND,
          ClockFindings.BEHIND,
          ClockFindings.DAYS,
          ClockFindings.TWELVE_HOURS,
          ClockFindings.WEEK_YEAR);
  private static final List<Deviation> OF_THE_FUTURE =
      List.of(ClockFindings.LOCAL_AHEAD, ClockFindings.AHEAD);

  private Equivalents() {}

  static Map<String, String> of(SigningRules rules) {
    Map<String, String> reasons = new HashMap<>();
    rules.timestamp().ifPresent(rule -> times(rule, reasons));
    rules.sent().stream()
        .filter(one -> Carriers.carries(one, SigningRules.TIMESTAMP))
        .filter(Equivalents::isReadMoreFreely)
        .forEach(
            one ->
                reasons.put(
                    "timestamp-percent-encoded",
                    "the parameter is decoded when it is read, so that it may be encoded"));
    return reasons;
  }

  private static void times(TimestampRule rule, Map<String, String> reasons) {
    if (rule.future() == TimestampRule.Future.ACCEPTED) {
      OF_THE_FUTURE.forEach(
          one -> reasons.put(one.id(), "nothing rules that a time in the future is refused"));
    }
    if (rule.maxAge().equals(Optional.empty())) {
      OF_THE_PAST.forEach(one -> reasons.put(one.id(), "nothing rules that a time expires"));
    }
  }

  private static boolean isReadMoreFreely(Placement placement) {
    return placement instanceof Placement.InQuery query
        && query.written() == Placement.Escaping.RAW
        && query.read() == Placement.Escaping.PERCENT;
  }
}
