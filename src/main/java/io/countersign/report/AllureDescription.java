package io.countersign.report;

import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Requirement;

/** What the page says above a case: the requirement, how binding it is, and who says so. */
final class AllureDescription {
  private AllureDescription() {}

  static String of(RequirementFinding finding) {
    Requirement requirement = finding.requirement();
    StringBuilder html = new StringBuilder();
    paragraph(html, "<b>" + Html.escape(requirement.id()) + "</b>", requirement.says());
    paragraph(html, "", binding(requirement.level()));
    if (!finding.source().isEmpty()) {
      paragraph(html, "Source:", finding.source());
    }
    if (requirement.disposition() == Disposition.ERRATUM) {
      paragraph(html, "<b>Erratum.</b>", requirement.because());
    }
    return html.toString();
  }

  private static void paragraph(StringBuilder html, String heading, String text) {
    html.append("<p>").append(heading).append(heading.isEmpty() ? "" : " ");
    html.append(Html.escape(text)).append("</p>");
  }

  private static String binding(Level level) {
    return switch (level) {
      case MUST -> "The document requires it (must): whoever does otherwise does not conform.";
      case SHOULD -> "The document recommends it (should).";
      case MAY -> "The document allows it (may).";
      case SILENT -> "The document is silent on it: what was seen is recorded, and cannot fail.";
    };
  }
}
