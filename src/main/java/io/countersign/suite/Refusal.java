package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Judged;
import java.util.Optional;
import java.util.function.Function;

/** What is behind the refusal of a right request, if it is not the way in which it is read. */
enum Refusal {
  /** It was accepted, too. */
  UNSTEADY("shown once more, it was accepted: the same request is not always judged alike"),

  /** Another was accepted that is as right. */
  OF_THIS_ONE(
      "another one that is as right was accepted: this one may have been refused because it was"
          + " seen before");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** What to make of it. A server is shown the same request in many cases. */
  EndedCaseException finding(String what, Setting setting) {
    String seen = what + "\n" + words;
    return this == OF_THIS_ONE && setting.destination().isServer()
        ? new InconclusiveException(seen)
        : new NotConformantException(seen);
  }

  /**
   * Asks again, and about another request that is as right: who accepts one of them does not read
   * the documentation in another way, whatever else he accepts.
   *
   * @param right what was refused
   * @return empty where both are refused, too, and where neither may be asked
   */
  static Optional<Refusal> withoutMistake(
      RunContext run, Setting setting, Control right, Function<HttpRequest, Judged> ask) {
    if (setting.isPasswordAtServer()) {
      return Optional.empty();
    }
    if (isAccepted(ask, right)) {
      return Optional.of(UNSTEADY);
    }
    return AlikeRequests.another(setting, right, run.explaining().nextOther())
        .filter(other -> isAccepted(ask, other))
        .map(other -> OF_THIS_ONE);
  }

  private static boolean isAccepted(Function<HttpRequest, Judged> ask, Control right) {
    return ask.apply(right.request()) instanceof Judged.Accepted;
  }
}
