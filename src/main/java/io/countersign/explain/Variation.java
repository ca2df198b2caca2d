package io.countersign.explain;

import java.util.List;

/**
 * A deviation with the change that it is.
 *
 * @param about the deviation
 * @param forms the change in each of its forms; a deviating signer makes the first, the search
 *     tries all
 */
record Variation<T>(Deviation about, List<T> forms) {
  Variation {
    forms = List.copyOf(forms);
  }

  T first() {
    return forms.get(0);
  }
}
