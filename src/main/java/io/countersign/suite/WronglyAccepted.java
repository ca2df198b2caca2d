package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Judged;
import java.util.List;

/**
 * What to make of a request that has to be rejected, and was accepted. A server may not look at it
 * at all, since it came behind a right one on one connection, or not always judge alike.
 */
final class WronglyAccepted {
  private static final String EXPECTED = "expected it to be rejected, and it was accepted";

  /** How often it is shown again. */
  private static final int TIMES = 3;

  private static final Cause CONNECTION =
      new Cause(
          "connection-authenticated",
          List.of(
              "It accepts it behind a right request on the same connection, and refuses it on a"
                  + " connection of its own: the first request of a connection stands for all."),
          List.of("Check each request by itself."));

  private static final Cause UNSTEADY =
      new Cause(
          "unsteady",
          List.of("It does not always judge the same request alike."),
          List.of("Look for servers behind it that differ."));

  private final Judging judging;
  private final HttpRequest right;
  private final HttpRequest wrong;

  WronglyAccepted(Judging judging, Control control, HttpRequest wrong) {
    this.judging = judging;
    this.right = control.request();
    this.wrong = wrong;
  }

  static NotConformantException plain() {
    return NotConformantException.letIn(EXPECTED);
  }

  /** Shows a server the same again, for as long as that tells anything. */
  NotConformantException finding(Patience patience) {
    if (patience.budget().isZero()) {
      return plain();
    }
    int refused = 0;
    for (int i = 0; i < TIMES; i++) {
      refused += isRefused(judging.judgeApart(List.of(wrong)).get(0)) ? 1 : 0;
    }
    patience.searched(refused > 0);
    if (refused == 0) {
      return plain();
    }
    if (refused < TIMES) {
      return explained(times(refused, TIMES + 1), UNSTEADY);
    }
    Judged behind = judging.judgeApart(List.of(right, wrong)).get(1);
    return behind instanceof Judged.Accepted
        ? explained(EXPECTED, CONNECTION)
        : explained(times(refused + (isRefused(behind) ? 1 : 0), TIMES + 2), UNSTEADY);
  }

  private static boolean isRefused(Judged judged) {
    return judged instanceof Judged.Rejected || judged instanceof Judged.RefusedOtherwise;
  }

  private static String times(int refused, int shown) {
    return EXPECTED + "; the same request was refused " + refused + " of " + shown + " times";
  }

  private static NotConformantException explained(String finding, Cause cause) {
    String did = String.join("\n", cause.withFixes(cause.lines()));
    return new NotConformantException(finding + "\n" + did, cause);
  }
}
