package io.countersign.suite;

import io.countersign.explain.SignerCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deviations of schemes. To derive them takes longer than most cases; they never change, so
 * that runs may share them, also between threads.
 */
public final class Catalogues {
  private final Map<Key, SignerCatalogue> made = new ConcurrentHashMap<>();

  private record Key(Scheme scheme, Profile profile) {}

  SignerCatalogue of(Scheme scheme, Profile profile) {
    return made.computeIfAbsent(
        new Key(scheme, profile), key -> SignerCatalogue.of(key.scheme(), key.profile()));
  }
}
