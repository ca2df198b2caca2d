package io.countersign.suite;

import io.countersign.document.InputException;
import io.countersign.explain.Deviation;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;

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
