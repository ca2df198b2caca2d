package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Judged;
import java.util.Optional;
import java.util.function.Function;

/** What to make of a request that has to be accepted, and was not. */
final class WronglyRefused {
  private static final String EXPECTED = "expected it to be accepted, and it was ";

  private final RunContext run;
  private final Setting setting;
  private final Judging judging;
  private final Judged judged;

  WronglyRefused(RunContext run, Setting setting, Judging judging, Judged judged) {
    this.run = run;
    this.setting = setting;
    this.judging = judging;
    this.judged = judged;
  }

  /**
   * @param right what it is, where it is signed as usual and left as it was
   * @param known whether the same resource has taken a right request before
   */
  EndedCaseException finding(Optional<Control> right, boolean known) {
    String finding = EXPECTED + judged.words();
    // Once the same resource has taken the unchanged request, it is the change that it refuses.
    if (!known && judging.isOfTheResource(judged)) {
      return new InconclusiveException(finding + ", which says nothing about its signature");
    }
    Optional<String> usual = judging.usualRefused(judged);
    if (usual.isPresent()) {
      return InconclusiveException.ofTheUsual(finding + "\n" + usual.get());
    }
    boolean explained = run.explaining().isWanted() && judged instanceof Judged.Rejected;
    return explained && right.isPresent()
        ? explained(finding, right.get())
        : Judging.refusal(judged, EXPECTED);
  }

  /** What it accepts in place of the right request is worth knowing beyond that it refuses it. */
  private EndedCaseException explained(String finding, Control right) {
    Function<HttpRequest, Judged> ask = judging::judge;
    Optional<Refusal> refusal = Refusal.withoutMistake(run, setting, right, ask);
    if (refusal.isPresent() && refusal.get().isTheWholeReason(setting)) {
      return refusal.get().finding(finding, setting);
    }
    Optional<VerifyingMistake> mistake = VerifyingMistake.find(run, setting, right.signed(), ask);
    if (mistake.isPresent()) {
      return mistake.get().explain(finding);
    }
    if (refusal.isPresent()) {
      return refusal.get().finding(finding, setting);
    }
    return new NotConformantException(finding);
  }
}
