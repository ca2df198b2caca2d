package io.countersign.vector;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parties that were met of late, since vectors have credentials in common. What is kept to find
 * them by is a hash; the values themselves stay where a secret is a secret. Belongs to one thread.
 */
final class Parties {
  private final Scheme scheme;
  private final String[] names;
  private final int most;
  private final Map<Integer, Party> met = new HashMap<>();

  /**
   * @param most how many are kept
   */
  Parties(Scheme scheme, int most) {
    this.scheme = scheme;
    this.names =
        scheme.credentialFields().stream().map(CredentialField::name).toArray(String[]::new);
    this.most = most;
  }

  /** How many fields its credentials have. */
  int fields() {
    return names.length;
  }

  /** Where a credential stands among the fields, or less than 0. */
  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * @param values one for each field of the scheme, in its order
   * @throws io.countersign.document.InputException if there are no such credentials
   */
  Party with(String... values) {
    int hash = Arrays.hashCode(values);
    Party known = met.get(hash);
    if (known != null && known.has(values)) {
      return known;
    }
    if (met.size() >= most) {
      met.clear();
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      named.put(names[i], values[i]);
    }
    Party party = new Party(scheme, Credentials.of(scheme, named));
    met.put(hash, party);
    return party;
  }
}
