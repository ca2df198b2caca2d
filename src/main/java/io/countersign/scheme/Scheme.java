package io.countersign.scheme;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A signing scheme, as its {@code scheme.yaml} describes it.
 *
 * @param id the name of its folder
 * @param title for people
 * @param summary one sentence
 * @param documents what it rests on
 * @param credentialFields in the vendor's order
 * @param rules how to sign, by profile; every profile is there
 * @param service what the mock vendor answers
 * @param folder where its files are
 */
public record Scheme(
    String id,
    String title,
    String summary,
    List<Document> documents,
    List<CredentialField> credentialFields,
    Map<Profile, SigningRules> rules,
    Service service,
    Path folder) {

  public Scheme {
    documents = List.copyOf(documents);
    credentialFields = List.copyOf(credentialFields);
    rules = Map.copyOf(rules);
  }

  public SigningRules rules(Profile profile) {
    return Objects.requireNonNull(rules.get(profile));
  }

  /** The same scheme with other rules under one profile. */
  public Scheme withRules(Profile profile, SigningRules other) {
    Map<Profile, SigningRules> changed = new EnumMap<>(rules);
    changed.put(profile, other);
    return new Scheme(id, title, summary, documents, credentialFields, changed, service, folder);
  }

  /** Of the id alone. That of a record is put together at run time, for each record there is. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Whether the two profiles differ at all. */
  public boolean hasDeployedProfile() {
    return !rules(Profile.DOCUMENTED).equals(rules(Profile.DEPLOYED));
  }
}
