package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.Visible;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import java.io.PrintStream;
import java.util.List;

/** A scheme on one sheet, for people. */
final class SchemeSheet {
  private static final int WIDTH = 96;
  private static final int LABEL = 20;

  private final PrintStream out;

  SchemeSheet(PrintStream out) {
    this.out = out;
  }

  void print(Scheme scheme, List<Profile> profiles, Requirements requirements) {
    out.println(scheme.id() + ": " + scheme.title());
    text("", scheme.summary());
    heading("Documents");
    scheme
        .documents()
        .forEach(
            document ->
                field(
                    document.id(),
                    document.title()
                        + " ("
                        + document.file()
                        + document.url().map(", "::concat).orElse("")
                        + ")"));
    heading("Credentials");
    scheme.credentialFields().forEach(this::credential);
    for (Profile profile : profiles) {
      heading("How it signs" + (profiles.size() > 1 ? ", " + EnumWord.of(profile) : ""));
      rules(RulesWords.of(scheme.rules(profile)));
    }
    for (Level level : Level.values()) {
      requirements(level, requirements);
    }
    errata(requirements);
  }

  private void credential(CredentialField field) {
    boolean secret = field.role() == CredentialRole.SECRET;
    String role = EnumWord.of(field.role()).replace('-', ' ');
    field(field.name(), secret ? role : role + ", for example " + field.example());
  }

  private void rules(RulesWords rules) {
    fields("string to sign", rules.stringToSign());
    field("MAC", rules.proof());
    field("written as", rules.encoding());
    fields("sent in", rules.sent());
    field("timestamp", rules.freshness());
    fields("leaves open", rules.open());
  }

  private void requirements(Level level, Requirements requirements) {
    List<Requirement> found =
        requirements.all().stream()
            .filter(one -> one.level() == level && one.disposition() != Disposition.ERRATUM)
            .toList();
    if (found.isEmpty()) {
      return;
    }
    heading(
        level == Level.SILENT
            ? "Where the documents are silent (recorded, not judged)"
            : "Requirements, " + EnumWord.of(level));
    found.forEach(this::requirement);
  }

  private void errata(Requirements requirements) {
    List<Requirement> found =
        requirements.all().stream()
            .filter(one -> one.disposition() == Disposition.ERRATUM)
            .toList();
    if (!found.isEmpty()) {
      heading("Errata of the documents");
      found.forEach(this::requirement);
    }
  }

  private void requirement(Requirement requirement) {
    out.println("  " + requirement.id());
    text("    ", requirement.says());
    String because = requirement.because();
    if (!because.isEmpty()) {
      boolean untestable = requirement.disposition() == Disposition.UNTESTABLE;
      text("    ", (untestable ? "Not testable: " : "Evidence: ") + because);
    }
    text("    ", "[" + requirement.document() + ", " + requirement.section() + "]");
  }

  private void heading(String title) {
    out.println();
    out.println(title);
  }

  private void fields(String label, List<String> values) {
    String current = label;
    for (String value : values) {
      field(current, value);
      current = "";
    }
  }

  private void field(String label, String value) {
    String start = "  " + label;
    String gap = " ".repeat(Math.max(2, LABEL - start.length()));
    wrapped(start + gap, " ".repeat(LABEL), value);
  }

  private void text(String indent, String value) {
    wrapped(indent, indent, value);
  }

  /** Words on lines of bounded width; one that is longer than a line stands alone. */
  private void wrapped(String first, String indent, String value) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Visible.line(value.replaceAll("\\s+", " ")).split(" ")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line);
  }
}
