package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import java.util.List;

/** The credential fields that the rest of a scheme file may refer to. */
record CredentialNames(List<CredentialField> fields) {
  /** A field that may travel in the message. */
  String requireOpen(String name, Node where) {
    if (role(name, where) == CredentialRole.SECRET) {
      throw InputException.at(
          where.mark(), "'" + name + "' is a secret and must not leave", "name another field");
    }
    return name;
  }

  String requireSecret(String name, Node where) {
    if (role(name, where) != CredentialRole.SECRET) {
      throw InputException.at(
          where.mark(), "'" + name + "' is no secret", "name a credential whose role is secret");
    }
    return name;
  }

  private CredentialRole role(String name, Node where) {
    for (CredentialField field : fields) {
      if (field.name().equals(name)) {
        return field.role();
      }
    }
    throw InputException.at(
        where.mark(),
        "the scheme has no credential '" + name + "'",
        Suggestion.of(name, fields.stream().map(CredentialField::name).toArray(String[]::new)));
  }
}
