package io.countersign.cli;

import io.countersign.explain.Diagnosis;
import io.countersign.explain.Searched;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to check next where no deviation gives what was sent. */
final class ExplainAdvice {
  private final ExplainedRequest explained;
  private final Diagnosis.Rejected rejected;

  ExplainAdvice(ExplainedRequest explained, Diagnosis.Rejected rejected) {
    this.explained = explained;
    this.rejected = rejected;
  }

  List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    paragraphs.add(new Paragraph("", finding(rejected.searched())));
    paragraphs.add(new Paragraph("", "Check next:"));
    int number = 1;
    for (String hint : hints()) {
      paragraphs.add(new Paragraph("  " + number++ + ". ", hint));
    }
    return paragraphs;
  }

  private String secret() {
    if (explained.isWithExamples()) {
      return "this was tried with the scheme's published example credentials. If the request was"
          + " signed with others, give those (--credentials FILE).";
    }
    String other =
        rejected.reason() == Reason.UNKNOWN_KEY
            ? "the request names another key than the credentials given here ("
                + rejected.detail()
                + "), so its secret may be another, too."
            : "most likely the request was signed with another "
                + explained.secretField()
                + " than the one given here.";
    return other + " Look for another environment, an old key, a copy that lacks a character.";
  }

  private static String finding(Searched searched) {
    String tried = String.format(Locale.ROOT, "%,d", searched.hypotheses());
    String time = String.format(Locale.ROOT, "%.1f s", searched.millis() / 1e3);
    return searched.exhausted()
        ? "No explanation: no known deviation and no combination of them gives the signature that"
            + " was sent ("
            + tried
            + " were tried in "
            + time
            + ", all there are)."
        : "No explanation yet: no known deviation by itself gives the signature that was sent, and"
            + " the search for combinations was cut off after "
            + tried
            + " tried in "
            + time
            + "; --budget gives it more time.";
  }

  private List<String> hints() {
    List<String> hints = new ArrayList<>();
    SigningRules rules = explained.scheme().rules(explained.profile());
    boolean password = rules.proof() instanceof Proof.Password;
    hints.add("The secret itself: " + secret());
    if (!password) {
      hints.add(
          "What is signed ("
              + rules.covered().stream()
                  .sorted()
                  .map(Aspect::toString)
                  .collect(Collectors.joining(", "))
              + "): a proxy, a gateway or a library may have changed some of it after it was"
              + " signed. Compare it with what the signer had.");
    }
    hints.add(
        "The request: give it as it was sent, to the byte. A copy from a log may have lost an"
            + " escape, a space or the end of the body.");
    hints.add(
        password
            ? "What your code joins and encodes: print it, and compare it with user name, colon,"
                + " password."
            : "What your code signs: print it just before the MAC is computed, and compare it with"
                + " the string below.");
    return hints;
  }
}
