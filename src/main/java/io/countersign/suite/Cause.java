package io.countersign.suite;

import io.countersign.explain.Deviation;
import io.countersign.explain.Explanation;
import io.countersign.verify.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a case failed, where that is known: one mistake of a signer fails many cases.
 *
 * @param id the same for all cases that failed for it: the ids of the deviations, with a plus
 *     between them; where none reproduces the signature, the verifier's reason; else words
 * @param deviations what it did, a sentence each
 * @param fixes what to do instead, a sentence each
 */
public record Cause(String id, List<String> deviations, List<String> fixes) {
  /** How a line begins that says in a message what the target did. */
  public static final String DID = "what it did: ";

  public Cause {
    deviations = List.copyOf(deviations);
    fixes = List.copyOf(fixes);
  }

  static Cause of(Explanation explanation) {
    List<Deviation> all = explanation.deviations();
    return new Cause(
        all.stream().map(Deviation::id).collect(Collectors.joining("+")),
        all.stream().map(Deviation::title).toList(),
        all.stream().map(Deviation::fix).toList());
  }

  /** What it did, as the lines of a message. */
  public List<String> lines() {
    return deviations.stream().map(DID::concat).toList();
  }

  /** The lines of a message with what to do instead behind them. */
  List<String> withFixes(List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    fixes.forEach(fix -> all.add("how to fix it: " + fix));
    return all;
  }

  /** No deviation that is known reproduces the signature. */
  static Cause unexplained(Reason reason) {
    return new Cause(
        reason.toString(),
        List.of("Nothing that is known reproduces its signature."),
        List.of("Sign exactly what is expected; where it does already, look at the secret."));
  }

  /** It signs at the right time, which is not the one that a case wants. */
  static Cause ofOwnClock() {
    return new Cause(
        "own-clock",
        List.of("It took the time of its own clock, and not the one that it was given."),
        List.of("Sign at the time that is given with the request."));
  }

  /**
   * An answer that is no signature and no verdict.
   *
   * @param problem what is wrong with it
   * @param answer its status, or the words of an error: those up to the first colon are the same
   *     for all cases, as a rule, and what is behind it is of the one
   */
  static Cause ofAnswer(String problem, String answer) {
    int colon = answer.indexOf(':');
    String kind = colon < 0 ? answer : answer.substring(0, colon);
    return new Cause(problem + ": " + kind, List.of(problem + ": " + answer), List.of());
  }
}
