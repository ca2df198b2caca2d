package io.countersign.vector;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.signing.Signer;
import io.countersign.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the signers and verifiers of many parties under one truth, which have in common what does
 * not depend on the secret: what a thousand parties share stays in the processor's cache, and what
 * each has of its own does not. Belongs to one thread.
 */
final class Plans {
  private final Scheme scheme;
  private final Profile profile;
  private @Nullable Signer signer;
  private @Nullable Verifier verifier;

  Plans(Scheme scheme, Profile profile) {
    this.scheme = scheme;
    this.profile = profile;
  }

  Signer signer(Credentials credentials) {
    Signer made =
        signer == null ? Signer.of(scheme.rules(profile), credentials) : signer.with(credentials);
    signer = made;
    return made;
  }

  Verifier verifier(Credentials credentials) {
    Verifier made =
        verifier == null ? Verifier.of(scheme, profile, credentials) : verifier.with(credentials);
    verifier = made;
    return made;
  }
}
