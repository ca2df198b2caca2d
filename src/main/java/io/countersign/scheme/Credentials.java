package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One party's credentials for one scheme: open fields as text, the secret as a {@link Secret}. */
public final class Credentials {
  private final Map<String, String> open;
  private final Map<String, Secret> secrets;

  private Credentials(Map<String, String> open, Map<String, Secret> secrets) {
    this.open = open;
    this.secrets = secrets;
  }

  /**
   * @param values the value of every field of the scheme, and of no other
   * @throws InputException if a field is missing, empty or unknown
   */
  public static Credentials of(Scheme scheme, Map<String, String> values) {
    List<String> names = new ArrayList<>();
    for (CredentialField field : scheme.credentialFields()) {
      names.add(field.name());
    }
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw InputException.of(
            "the scheme " + scheme.id() + " has no credential '" + name + "'",
            Suggestion.of(name, names.toArray(String[]::new)));
      }
    }
    Map<String, String> open = new LinkedHashMap<>();
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (CredentialField field : scheme.credentialFields()) {
      String value = values.get(field.name());
      if (value == null) {
        throw InputException.of(
            "the credential '" + field.name() + "' of " + scheme.id() + " is missing",
            "its fields are " + String.join(", ", names));
      }
      if (field.role() == CredentialRole.SECRET) {
        secrets.put(field.name(), Secret.of(field.name(), value));
      } else if (value.isEmpty()) {
        throw InputException.of(
            "the credential '" + field.name() + "' of " + scheme.id() + " is empty",
            "give its value");
      } else {
        open.put(field.name(), value);
      }
    }
    return new Credentials(open, secrets);
  }

  /** The scheme's own example values. */
  public static Credentials examples(Scheme scheme) {
    Map<String, String> values = new LinkedHashMap<>();
    for (CredentialField field : scheme.credentialFields()) {
      values.put(field.name(), field.example());
    }
    return of(scheme, values);
  }

  /** The value of a field that is no secret. */
  public String text(String field) {
    return Objects.requireNonNull(open.get(field), field);
  }

  public Secret secret(String field) {
    return Objects.requireNonNull(secrets.get(field), field);
  }

  public boolean isOpen(String field) {
    return open.containsKey(field);
  }

  /** The same credentials with another value for one open field. */
  public Credentials withText(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(open);
    changed.put(field, value);
    return new Credentials(changed, secrets);
  }

  /** The same credentials with another secret. */
  public Credentials withSecret(String field, Secret value) {
    Map<String, Secret> changed = new LinkedHashMap<>(secrets);
    changed.put(field, value);
    return new Credentials(open, changed);
  }

  /**
   * The same credentials with something else for one field, open or secret, which resembles it;
   * equal to these where the field has no such spelling.
   */
  public Credentials with(String field, CredentialSpelling spelling) {
    return isOpen(field)
        ? withText(field, spelling.apply(text(field)))
        : withSecret(field, secret(field).spelled(spelling));
  }

  /**
   * The value of any field, a secret's too: for the line in which an implementation under test is
   * told what to sign with, and for nothing else.
   */
  public String revealToAdapter(String field) {
    Secret secret = secrets.get(field);
    return secret == null ? text(field) : secret.reveal();
  }

  /** The secrets, for the redactor. */
  List<Secret> secrets() {
    return new ArrayList<>(secrets.values());
  }

  /** The open values, in the order of the scheme's fields. */
  public Map<String, String> openFields() {
    return Collections.unmodifiableMap(open);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Credentials credentials
        && open.equals(credentials.open)
        && secrets.equals(credentials.secrets);
  }

  @Override
  public int hashCode() {
    return open.hashCode();
  }

  @Override
  public String toString() {
    return "Credentials" + open + secrets.keySet();
  }
}
