package io.countersign.cli;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Scheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of credentials: one flat mapping, each field under the vendor's own name for it. */
final class CredentialFile {
  private CredentialFile() {}

  /**
   * @param schemes for which it is; a field of any of them may stand in it
   * @throws InputException if it cannot be read, is no flat mapping of text, or has another field
   */
  static Map<String, String> read(Path file, List<Scheme> schemes) {
    Node root = document(file);
    Fields fields = Fields.open(root, "a file of credentials");
    Set<String> known = new LinkedHashSet<>();
    for (Scheme scheme : schemes) {
      for (CredentialField field : scheme.credentialFields()) {
        known.add(field.name());
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Mapping.Field> field : ((Node.Mapping) root).fields().entrySet()) {
      requireKnown(field.getKey(), field.getValue(), known, schemes);
      String value = fields.text(field.getKey());
      if (value.isEmpty()) {
        throw InputException.at(
            field.getValue().value().mark(),
            "the credential '" + field.getKey() + "' is empty",
            "give its value");
      }
      values.put(field.getKey(), value);
    }
    return values;
  }

  /** A parser's words may have some of the text in them, which may be the secret. */
  private static Node document(Path file) {
    try {
      return Documents.read(file);
    } catch (InputException e) {
      throw e.isMalformed() && e.where().isPresent()
          ? InputException.at(
              e.where().get(),
              "this is neither YAML nor JSON",
              "write one field: value on each line")
          : e;
    }
  }

  private static void requireKnown(
      String name, Node.Mapping.Field field, Set<String> known, List<Scheme> schemes) {
    if (!known.contains(name)) {
      throw InputException.at(
          field.nameMark(),
          "unknown field '" + name + "' in the credentials",
          "those of "
              + String.join(", ", schemes.stream().map(Scheme::id).toList())
              + " are "
              + String.join(", ", known));
    }
  }
}
