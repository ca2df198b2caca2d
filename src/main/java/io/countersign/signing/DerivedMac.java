package io.countersign.signing;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import org.jspecify.annotations.Nullable;

/** A MAC whose key is derived. */
final class DerivedMac implements DailyMac {
  private final Proof.Mac mac;
  private final Credentials credentials;

  /** The last day's: nearly all requests are of one day. Any thread may put another one here. */
  private volatile @Nullable Derived last;

  private record Derived(String day, KeyedMac keyed) {}

  DerivedMac(Proof.Mac mac, Credentials credentials) {
    this.mac = mac;
    this.credentials = credentials;
  }

  @Override
  public KeyedMac at(String day) {
    Derived known = last;
    if (known == null || !known.day().equals(day)) {
      byte[] key = MacKeys.of(mac, credentials, day);
      known = new Derived(day, KeyedMac.of(mac.algorithm(), key));
      last = known;
    }
    return known.keyed();
  }
}
