package io.countersign.explain;

import io.countersign.scheme.Credentials;
import java.util.Optional;

/** How the key's bytes come about. */
@FunctionalInterface
interface KeyStep {
  /**
   * @param due the bytes that the scheme makes of the secret
   * @return the bytes used, or nothing where this cannot be done with this secret
   */
  Optional<byte[]> key(byte[] due, Credentials credentials);
}
