package io.countersign.scheme;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how the key of a MAC is derived from the secret. */
final class DerivationLoader {
  private static final List<String> MESSAGES = List.of("credential", "day", "text");

  private final PartLoader parts;

  DerivationLoader(CredentialNames credentials) {
    this.parts = new PartLoader(credentials, Optional.empty());
  }

  Derivation load(Node node) {
    Fields fields = Fields.of(node, "'derivation'", "prefix", "messages");
    String prefix = fields.optionalText("prefix").orElse("");
    if (fields.has("prefix") && prefix.isEmpty()) {
      throw InputException.at(
          fields.required("prefix").mark(),
          "the prefix is empty",
          "remove it, or put it in quotes");
    }
    List<Part> messages = new ArrayList<>();
    for (Node item : fields.items("messages")) {
      messages.add(message(item));
    }
    if (messages.isEmpty()) {
      throw InputException.at(
          fields.required("messages").mark(),
          "the key is derived from no message",
          "list what is MACed, in order, or remove 'derivation'");
    }
    return new Derivation(prefix, messages);
  }

  /** Nothing of the request: a key is to be the same for many of them. */
  private Part message(Node item) {
    String name = PartLoader.nameOf(item);
    if (!MESSAGES.contains(name)) {
      throw InputException.at(
          item.mark(),
          "no key is derived from '" + name + "'",
          Suggestion.of(name, MESSAGES.toArray(String[]::new)));
    }
    return parts.load(List.of(item)).get(0);
  }
}
