package io.countersign.suite;

import io.countersign.document.Visible;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explainer;
import io.countersign.explain.Explanation;
import io.countersign.explain.StringsCompared;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a signer did instead of what it should have done, for the message of a case that fails. */
final class SigningMistake {
  /** A case shall not take long because it fails. */
  private static final Duration BUDGET = Duration.ofMillis(300);

  private static final int WIDTH = 100;

  private SigningMistake() {}

  /**
   * The finding with its explanation behind it, which is attached, too.
   *
   * @param signed what the signer made
   * @param time by which the reference verifier judges it
   */
  static NotConformantError explained(
      NotConformantError finding,
      Setting setting,
      Profile profile,
      HttpRequest signed,
      Instant time,
      CaseLog log) {
    Diagnosis diagnosis =
        Explainer.of(setting.scheme(), profile, setting.credentials())
            .withBudget(BUDGET)
            .explain(signed, time);
    if (!(diagnosis instanceof Diagnosis.Rejected rejected)) {
      return finding;
    }
    String words = String.join("\n", words(rejected));
    log.attach("Explanation", words);
    boolean said = rejected.explanations().isEmpty() && quotes(finding, rejected.expected());
    return said ? finding : new NotConformantError(finding.getMessage() + "\n" + words);
  }

  private static boolean quotes(NotConformantError finding, Optional<Octets> expected) {
    return expected.map(Octets::text).map(Visible::line).stream()
        .anyMatch(text -> String.valueOf(finding.getMessage()).contains('"' + text + '"'));
  }

  private static List<String> words(Diagnosis.Rejected rejected) {
    List<String> lines = new ArrayList<>();
    if (rejected.explanations().isEmpty()) {
      rejected
          .expected()
          .ifPresent(expected -> lines.add("it should have signed: " + shown(expected)));
      return lines;
    }
    Explanation likeliest = rejected.explanations().get(0);
    likeliest.deviations().forEach(one -> lines.add("what it did: " + one.title()));
    if (likeliest.stringToSign().isPresent() && rejected.expected().isPresent()) {
      Octets signed = likeliest.stringToSign().get();
      Octets expected = rejected.expected().get();
      lines.addAll(
          signed.equals(expected)
              ? List.of("the string to sign is right: " + shown(expected))
              : StringsCompared.of(signed, expected).within(WIDTH).lines());
    }
    likeliest.deviations().forEach(one -> lines.add("how to fix it: " + one.fix()));
    return lines;
  }

  private static String shown(Octets text) {
    return StringsCompared.of(text, text).within(WIDTH).expected();
  }
}
