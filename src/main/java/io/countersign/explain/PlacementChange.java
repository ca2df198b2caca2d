package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.Optional;

/** A change of where and how fields travel. */
interface PlacementChange {
  /** How a deviating signer changes the rules; nothing where they have nothing to change. */
  Optional<SigningRules> apply(SigningRules rules);

  /** The changed rules by which this request may have been written. */
  default List<SigningRules> readings(SigningRules rules, HttpRequest request) {
    return apply(rules).stream().toList();
  }
}
