package io.countersign.suite;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import io.countersign.scheme.Document;
import io.countersign.scheme.Scheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirements of one scheme, as its {@code requirements.yaml} lists them. */
public final class Requirements {
  private static final String FILE = "requirements.yaml";

  private final Map<String, Requirement> byId = new LinkedHashMap<>();
  private final Map<String, Requirement> errataByPrinted = new HashMap<>();
  private final BreakingDeviations breaking = new BreakingDeviations();
  private final BreakingDeviations breakingErrata = new BreakingDeviations();

  private Requirements() {}

  /**
   * @return the requirements in the order written; none where the scheme has no such file
   * @throws InputException if the file is wrong
   */
  public static Requirements of(Scheme scheme) {
    Requirements requirements = new Requirements();
    Path file = scheme.folder().resolve(FILE);
    if (Files.exists(file)) {
      Fields root = Fields.of(Documents.read(file), "a list of requirements", "requirements");
      root.items("requirements").forEach(node -> requirements.add(node, scheme));
    }
    return requirements;
  }

  private void add(Node node, Scheme scheme) {
    Fields fields =
        Fields.of(
            node,
            "a requirement",
            "id",
            "level",
            "says",
            "document",
            "section",
            "disposition",
            "because",
            "prints",
            "broken-by");
    Requirement requirement = requirement(fields, scheme);
    if (byId.put(requirement.id(), requirement) != null) {
      throw InputException.at(
          node.mark(), "the requirement " + requirement.id() + " is here twice", "rename one");
    }
    List<String> printed = fields.texts("prints");
    if (!printed.isEmpty() && requirement.disposition() != Disposition.ERRATUM) {
      throw InputException.at(
          fields.required("prints").mark(),
          "'prints' is for signatures of an example that is wrong",
          "give it to a requirement whose disposition is erratum");
    }
    printed.forEach(signature -> errataByPrinted.put(signature, requirement));
    BreakingDeviations all =
        requirement.disposition() == Disposition.ERRATUM ? breakingErrata : breaking;
    for (Node pattern : fields.optionalItems("broken-by")) {
      all.add(pattern, requirement);
    }
  }

  private static Requirement requirement(Fields fields, Scheme scheme) {
    Disposition disposition = fields.word("disposition", Disposition.TESTED);
    Requirement requirement =
        new Requirement(
            fields.text("id"),
            fields.word("level", Level.class),
            fields.text("says").strip(),
            fields.text("document"),
            fields.text("section"),
            disposition,
            fields.optionalText("because").orElse("").strip());
    check(requirement, fields, scheme);
    return requirement;
  }

  private static void check(Requirement requirement, Fields fields, Scheme scheme) {
    String prefix = scheme.id() + "/";
    if (!requirement.id().startsWith(prefix)
        || !requirement.id().substring(prefix.length()).matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw InputException.at(
          fields.required("id").mark(),
          "'" + requirement.id() + "' is no requirement id",
          "write " + prefix + " and words in lower case with hyphens");
    }
    if (scheme.documents().stream().map(Document::id).noneMatch(requirement.document()::equals)) {
      throw InputException.at(
          fields.required("document").mark(),
          "the scheme has no document '" + requirement.document() + "'",
          Suggestion.of(
              requirement.document(),
              scheme.documents().stream().map(Document::id).toArray(String[]::new)));
    }
    boolean needsReason = requirement.disposition() != Disposition.TESTED;
    if (needsReason == requirement.because().isEmpty()) {
      throw InputException.at(
          fields.mark(),
          needsReason ? "'because' is missing" : "'because' says nothing of a tested requirement",
          "an untestable requirement and an erratum, and only they, say why");
    }
  }

  public Collection<Requirement> all() {
    return byId.values();
  }

  /** The erratum about an example of the documents, by the wrong signature that they print. */
  public Optional<Requirement> erratumPrinting(String signature) {
    return Optional.ofNullable(errataByPrinted.get(signature));
  }

  /** What says that it is broken by this deviation; no erratum. */
  Optional<Requirement> brokenBy(String deviation) {
    return breaking.find(deviation);
  }

  /** The erratum that says so. */
  Optional<Requirement> erratumBrokenBy(String deviation) {
    return breakingErrata.find(deviation);
  }

  /**
   * @param known the ids of all deviations that there can be
   * @throws InputException if a requirement is broken by none of them
   */
  public void requireBrokenBy(Collection<String> known) {
    breaking.require(known);
    breakingErrata.require(known);
  }

  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
