package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Judged;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be behind the refusal of a right request, if it is not the way in which it is read.
 *
 * @param of what was accepted in its place
 * @param takesTwice whether that was accepted once more, as it is by who keeps nothing of what it
 *     has seen
 */
record Refusal(Of of, boolean takesTwice) {
  private static final String ANOTHER = "another one that is as right was accepted";

  /** What is refused, where something else is accepted. */
  enum Of {
    /** Nothing but itself: it was accepted, too. */
    UNSTEADY,

    /** The same message was accepted, signed at another time. */
    THIS_ONE,

    /** Another message was accepted, which may differ in what this one is refused for. */
    THIS_MESSAGE
  }

  String words() {
    if (of == Of.UNSTEADY) {
      return "shown once more, it was accepted: the same request is not always judged alike";
    }
    return takesTwice
        ? ANOTHER
        : ANOTHER + ": this one may have been refused because it was seen before";
  }

  /** Whether it leaves nothing to be looked for in how the request is read. */
  boolean isTheWholeReason(Setting setting) {
    return of == Of.UNSTEADY
        || setting.isTakenOnce()
        || of == Of.THIS_ONE && !setting.destination().isServer();
  }

  /**
   * What to make of it. Only of a server that refuses what it took before is it known that it keeps
   * what it has seen.
   */
  EndedCaseException finding(String what, Setting setting) {
    if (of != Of.UNSTEADY && setting.isTakenOnce()) {
      return new InconclusiveException(what + "\n" + words());
    }
    boolean seen = of == Of.UNSTEADY || !setting.destination().isServer();
    return new NotConformantException(what + "\n" + (seen ? words() : ANOTHER));
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
      return Optional.of(new Refusal(Of.UNSTEADY, false));
    }
    return AlikeRequests.another(setting, right, run.explaining().nextOther())
        .filter(other -> isAccepted(ask, other))
        .map(
            other ->
                new Refusal(
                    other.draft().equals(right.draft()) ? Of.THIS_ONE : Of.THIS_MESSAGE,
                    // A server was asked so before all else.
                    !setting.destination().isServer() && isAccepted(ask, other)));
  }

  private static boolean isAccepted(Function<HttpRequest, Judged> ask, Control right) {
    return ask.apply(right.request()) instanceof Judged.Accepted;
  }
}
