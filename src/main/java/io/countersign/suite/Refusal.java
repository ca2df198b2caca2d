package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Judged;
import java.util.Optional;
import java.util.function.Function;

/** What may be behind the refusal of a right request, if it is not the way in which it is read. */
enum Refusal {
  /** It was accepted, too. */
  UNSTEADY("shown once more, it was accepted: the same request is not always judged alike"),

  /** The same message was accepted, signed at another time. */
  OF_THIS_ONE(Refusal.SEEN),

  /** Another message was accepted, which may differ in what this one is refused for. */
  OF_THIS_MESSAGE(Refusal.SEEN);

  private static final String ANOTHER = "another one that is as right was accepted";
  private static final String SEEN =
      ANOTHER + ": this one may have been refused because it was seen before";

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether it leaves nothing to be looked for in how the request is read. */
  boolean isTheWholeReason(Setting setting) {
    return this == UNSTEADY
        || setting.isTakenOnce()
        || this == OF_THIS_ONE && !setting.destination().isServer();
  }

  /**
   * What to make of it. Only of a server that refuses what it took before is it known that it keeps
   * what it has seen.
   */
  EndedCaseException finding(String what, Setting setting) {
    if (this != UNSTEADY && setting.isTakenOnce()) {
      return new InconclusiveException(what + "\n" + words);
    }
    boolean takesTwice = this != UNSTEADY && setting.destination().isServer();
    return new NotConformantException(what + "\n" + (takesTwice ? ANOTHER : words));
  }

  /**
   * Asks again, and about another request that is as right: who accepts one of them may not read
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
        .map(other -> other.draft().equals(right.draft()) ? OF_THIS_ONE : OF_THIS_MESSAGE);
  }

  private static boolean isAccepted(Function<HttpRequest, Judged> ask, Control right) {
    return ask.apply(right.request()) instanceof Judged.Accepted;
  }
}
