package io.countersign.suite;

import io.countersign.document.Visible;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Difference;
import io.countersign.explain.Explainer;
import io.countersign.explain.SentClock;
import io.countersign.explain.StringsCompared;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.verify.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a signer did instead of what it should have done, for the message of a case that fails. */
final class SigningMistake {
  private static final int WIDTH = 100;

  private static final Set<Reason> OF_THE_TIME =
      Set.of(Reason.EXPIRED_TIMESTAMP, Reason.FUTURE_TIMESTAMP);

  private SigningMistake() {}

  /**
   * The finding with its explanation behind it, which is attached, too.
   *
   * @param signed what the signer made
   * @param time by which the reference verifier judges it
   */
  static NotConformantException explained(
      NotConformantException finding,
      RunContext run,
      Setting setting,
      HttpRequest signed,
      Instant time,
      CaseLog log) {
    Patience patience = run.explaining().signers();
    Diagnosis diagnosis =
        Explainer.of(
                run.catalogues().of(setting.scheme(), run.profile()),
                setting.scheme(),
                run.profile(),
                setting.credentials())
            .withBudget(patience.budget())
            .explain(signed, time);
    if (!(diagnosis instanceof Diagnosis.Rejected rejected)
        || OF_THE_TIME.contains(rejected.reason()) && isOfNow(run, setting, signed)) {
      return dated(finding, run, setting, signed, time);
    }
    patience.searched(!rejected.explanations().isEmpty());
    Cause cause = cause(rejected);
    List<String> words = words(rejected, cause);
    log.attach("Explanation", String.join("\n", words));
    boolean said = rejected.explanations().isEmpty() && quotes(finding, rejected.expected());
    List<String> more = said ? words.subList(1, words.size()) : words;
    String message = finding.getMessage() + "\n" + String.join("\n", more);
    return new NotConformantException(message, cause);
  }

  /** The finding with what is wrong with the signer's clock behind it, which says why. */
  private static NotConformantException dated(
      NotConformantException finding,
      RunContext run,
      Setting setting,
      HttpRequest signed,
      Instant time) {
    boolean isOfNow = isOfNow(run, setting, signed);
    return SentClock.of(setting.rules(), signed, time)
        .map(clock -> isOfNow ? Cause.ofOwnClock() : Cause.of(clock))
        .map(
            cause ->
                new NotConformantException(
                    finding.getMessage() + "\n" + String.join("\n", cause.withFixes(cause.lines())),
                    cause))
        .orElse(finding);
  }

  /** Whether it was signed at the time that it is, whatever the case's is. */
  private static boolean isOfNow(RunContext run, Setting setting, HttpRequest signed) {
    return SentClock.of(setting.rules(), signed, run.clock().instant()).isEmpty();
  }

  private static Cause cause(Diagnosis.Rejected rejected) {
    return rejected.explanations().stream()
        .findFirst()
        .map(Cause::of)
        .orElseGet(() -> Cause.unexplained(rejected.reason()));
  }

  private static boolean quotes(NotConformantException finding, Optional<Octets> expected) {
    return expected.map(Octets::text).map(Visible::line).stream()
        .anyMatch(text -> String.valueOf(finding.getMessage()).contains('"' + text + '"'));
  }

  private static List<String> words(Diagnosis.Rejected rejected, Cause cause) {
    List<String> lines = new ArrayList<>();
    Optional<Octets> expected = rejected.expected();
    if (rejected.explanations().isEmpty()) {
      expected.ifPresent(text -> lines.add("it should have signed: " + shown(text)));
    } else {
      lines.addAll(cause.lines());
      Difference.of(rejected.explanations().get(0), rejected)
          .map(SigningMistake::compared)
          .ifPresent(lines::addAll);
    }
    return cause.withFixes(lines);
  }

  private static List<String> compared(Difference difference) {
    List<String> lines = new ArrayList<>();
    if (difference.isHashed()) {
      lines.add("what is hashed into the string to sign:");
    }
    lines.addAll(compared(difference.signed(), difference.expected()));
    return lines;
  }

  /** One above the other, as far as a line of a report goes. */
  static List<String> compared(Octets signed, Octets expected) {
    return signed.equals(expected)
        ? List.of("the string to sign is right: " + shown(expected))
        : StringsCompared.of(signed, expected).within(WIDTH).lines();
  }

  private static String shown(Octets text) {
    return StringsCompared.of(text, text).within(WIDTH).expected();
  }
}
