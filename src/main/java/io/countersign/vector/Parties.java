package io.countersign.vector;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parties that were met of late under one profile, since vectors have credentials in common.
 * What is kept to find them by is a hash; the values themselves stay where a secret is a secret.
 * Belongs to one thread.
 */
final class Parties {
  private final Scheme scheme;
  private final List<String> fields;
  private final Plans plans;
  private final int most;
  private final @Nullable Met[] met;
  private int count;

  /**
   * A party that was met.
   *
   * @param hash of its credentials' values
   * @param before another whose hash leads to the same place
   */
  private record Met(int hash, Party party, @Nullable Met before) {}

  /**
   * @param most how many are kept
   */
  Parties(Scheme scheme, Profile profile, int most) {
    this.scheme = scheme;
    this.fields = scheme.credentialFields().stream().map(CredentialField::name).toList();
    this.plans = new Plans(scheme, profile);
    this.most = most;
    this.met = new Met[2 * Integer.highestOneBit(most)];
  }

  /**
   * @param values one for each field of the scheme, in its order
   * @throws io.countersign.document.InputException if there are no such credentials
   */
  Party with(String... values) {
    int hash = Arrays.hashCode(values);
    int place = hash & met.length - 1;
    for (Met one = met[place]; one != null; one = one.before()) {
      if (one.hash() == hash && one.party().has(values)) {
        return one.party();
      }
    }
    if (count == most) {
      Arrays.fill(met, null);
      count = 0;
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(fields.get(i), values[i]);
    }
    Party party = new Party(plans, fields, Credentials.of(scheme, named));
    met[place] = new Met(hash, party, met[place]);
    count++;
    return party;
  }
}
