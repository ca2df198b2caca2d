package io.countersign.suite;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import io.countersign.explain.Deviation;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import java.util.List;

/** What the scenarios of a scheme can name. */
public final class Vocabulary {
  private static final String ADVICE = "name one of scheme.yaml's";

  private final RunContext run;
  private final Scheme scheme;

  public Vocabulary(RunContext run, Scheme scheme) {
    this.run = run;
    this.scheme = scheme;
  }

  /**
   * @throws InputException if the scheme has no such credential
   */
  public CredentialField credential(String name) {
    return scheme.credentialFields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.of(
                    "the scheme " + scheme.id() + " has no credential '" + name + "'", ADVICE));
  }

  /**
   * @return the name of what the scheme sends
   * @throws InputException if it sends nothing of that name
   */
  public String field(String name) {
    List<String> sent =
        scheme.rules(run.profile()).sent().stream()
            .flatMap(placement -> placement.value().fields().stream())
            .distinct()
            .toList();
    if (!sent.contains(name)) {
      throw InputException.of(
          "the scheme " + scheme.id() + " sends no field '" + name + "'",
          Suggestion.of(name, sent.toArray(String[]::new)));
    }
    return name;
  }

  /**
   * @throws InputException if the scheme's service has no such resource
   */
  public Resource resource(String name) {
    return scheme.service().resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InputException.of(
                    "the service of " + scheme.id() + " has no resource '" + name + "'", ADVICE));
  }

  /**
   * @throws InputException if no deviation of that id applies to the scheme
   */
  public Deviation deviation(String id) {
    return run.catalogues().of(scheme, run.profile()).deviation(id);
  }
}
