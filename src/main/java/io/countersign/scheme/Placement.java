package io.countersign.scheme;

import java.util.List;

/** Where fields of the signature travel in the message. */
public sealed interface Placement {
  /** The text that carries the fields. */
  Template value();

  /**
   * A header.
   *
   * @param name the name that a signer writes
   * @param alternatives other names that a verifier reads where the first is absent
   * @param value the header's value
   */
  record InHeader(String name, List<String> alternatives, Template value) implements Placement {
    public InHeader {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * A query parameter, written behind those of the request.
   *
   * @param name the parameter's name
   * @param value the parameter's value
   * @param written percent-encoded by a signer, or raw
   * @param read percent-decoded by a verifier, or raw
   * @param last whether everything behind the parameter's last occurrence is its value
   */
  record InQuery(String name, Template value, Escaping written, Escaping read, boolean last)
      implements Placement {}

  /** Whether a parameter's value is percent-encoded. */
  enum Escaping {
    PERCENT,
    RAW
  }
}
