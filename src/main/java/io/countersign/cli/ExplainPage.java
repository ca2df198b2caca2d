package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.Visible;
import io.countersign.explain.Affects;
import io.countersign.explain.Deviation;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Difference;
import io.countersign.explain.Explanation;
import io.countersign.explain.StringsCompared;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** An explanation for people. */
final class ExplainPage {
  private static final int MOST_SHOWN = 5;
  private static final String INDENT = "  ";

  private final ExplainedRequest explained;
  private final boolean reveal;
  private final OutputOptions output;
  private final ExplainStrings strings;
  private final int width;
  private final PrintStream out;

  /**
   * @param reveal whether the signature that was due is shown
   * @param width of a line, in characters
   */
  ExplainPage(
      ExplainedRequest explained,
      boolean reveal,
      OutputOptions output,
      int width,
      PrintStream out) {
    this.explained = explained;
    this.reveal = reveal;
    this.output = output;
    this.strings = new ExplainStrings(output, width - INDENT.length());
    this.width = width;
    this.out = out;
  }

  void print() {
    if (explained.diagnosis() instanceof Diagnosis.Rejected rejected) {
      print(rejected);
    } else {
      Octets stringToSign = ((Diagnosis.Accepted) explained.diagnosis()).stringToSign();
      out.println(output.mark(true, "accepted"));
      if (!stringToSign.isEmpty()) {
        out.println("string to sign: " + shown(stringToSign));
      }
      explained.clockAhead().ifPresent(this::ahead);
    }
  }

  private void print(Diagnosis.Rejected rejected) {
    out.println(
        output.mark(false, "rejected: " + rejected.reason())
            + line(" (" + rejected.detail() + ")"));
    explained.printedErratum().ifPresent(this::printed);
    List<Explanation> explanations = rejected.explanations();
    if (explanations.isEmpty()) {
      out.println();
      new ExplainAdvice(explained, rejected).paragraphs().forEach(this::print);
    } else if (explanations.size() > 1) {
      out.println();
      print(
          "",
          explanations.size()
              + " explanations give exactly the signature that was sent, the most common first.");
    }
    Optional<Octets> compared = Optional.empty();
    for (int i = 0; i < Math.min(explanations.size(), MOST_SHOWN); i++) {
      out.println();
      Explanation one = explanations.get(i);
      titles(explanations.size() > 1 ? (i + 1) + ". " : "", one.deviations());
      // What several explanations have in common need not be shown again.
      if (!one.stringToSign().equals(compared)) {
        Difference.of(one, rejected).ifPresent(this::compare);
        compared = one.stringToSign();
      }
      one.deviations().forEach(this::remedy);
    }
    if (explanations.size() > MOST_SHOWN) {
      out.println();
      out.println(
          "and " + (explanations.size() - MOST_SHOWN) + " less common: --json has them all");
    }
    expectation(rejected);
  }

  /** No mistake by the documents, but most likely one. */
  private void ahead(Deviation clock) {
    out.println();
    print(
        "",
        clock.title()
            + " It is accepted, since nothing in the documents bounds how far ahead a timestamp may"
            + " be.");
    remedy(clock);
  }

  /** Whoever copied an example has made no mistake. */
  private void printed(Requirement erratum) {
    out.println();
    print(
        "",
        "The signature is the one that the documents print for an example, and that example is"
            + " wrong.");
    rule(erratum);
    print(INDENT, erratum.because());
  }

  private void expectation(Diagnosis.Rejected rejected) {
    boolean compared =
        rejected.explanations().stream().anyMatch(one -> one.stringToSign().isPresent());
    if (!compared && rejected.expected().isPresent()) {
      out.println();
      out.println("The string to sign that was expected:");
      out.println(INDENT + shown(rejected.expected().get()));
      rejected.expectedHashed().stream()
          .filter(hashed -> !hashed.isEmpty())
          .forEach(hashed -> out.println(INDENT + "with the hash of " + shown(hashed)));
    }
    if (reveal) {
      out.println();
      out.println(
          explained
              .expectedSignature()
              .map(text -> "The signature that was expected: " + text)
              .orElse("There is no signature to reveal: the proof is the secret itself."));
    }
  }

  private void titles(String number, List<Deviation> deviations) {
    if (deviations.size() > 1) {
      out.println(number + deviations.size() + " things together:");
    }
    String bullet = deviations.size() > 1 ? INDENT + "- " : number;
    deviations.forEach(one -> print(bullet, one.title()));
  }

  private void compare(Difference difference) {
    out.println();
    if (difference.isNone()) {
      out.println(INDENT + "The string to sign is right: " + shown(difference.expected()));
    } else {
      if (difference.isHashed()) {
        out.println(INDENT + "What is hashed into the string to sign:");
      }
      strings
          .lines(
              StringsCompared.of(
                  explained.safe(difference.signed()), explained.safe(difference.expected())))
          .forEach(one -> out.println(INDENT + one));
    }
    out.println();
  }

  private void remedy(Deviation deviation) {
    print("Fix: ", deviation.fix());
    Optional<Requirement> requirement = explained.requirement(deviation);
    requirement.ifPresent(this::rule);
    if (deviation.affects() == Affects.PROFILE
        || requirement.filter(one -> one.disposition() == Disposition.ERRATUM).isPresent()) {
      explained.otherwiseAccepted().ifPresent(this::otherwise);
    }
  }

  private void otherwise(Profile other) {
    print(
        "",
        "It is right by the profile "
            + EnumWord.of(other)
            + "; it was held against the profile "
            + EnumWord.of(explained.profile())
            + ".");
  }

  private void rule(Requirement requirement) {
    boolean erratum = requirement.disposition() == Disposition.ERRATUM;
    boolean silent = requirement.level() == Level.SILENT;
    print(
        erratum ? "Erratum: " : silent ? "Not ruled: " : "Rule: ",
        requirement.id() + ", " + requirement.source(explained.scheme()));
    if (erratum || silent) {
      print(INDENT, requirement.says());
    }
  }

  private void print(String label, String text) {
    print(new Paragraph(label, text));
  }

  /** Only prose: a string to sign stays on one line, to be copied and compared. */
  private void print(Paragraph paragraph) {
    new Paragraph(paragraph.label(), line(paragraph.text())).lines(width).forEach(out::println);
  }

  private String shown(Octets stringToSign) {
    Octets safe = explained.safe(stringToSign);
    return StringsCompared.of(safe, safe).expected();
  }

  private String line(String text) {
    return Visible.line(explained.safe(text));
  }
}
