package io.countersign.vector;

import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.signing.Signer;
import io.countersign.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Someone with credentials, and the signers and verifiers that know them, each made when it is
 * first asked for: to key a MAC takes longer than to use it. Belongs to one thread at a time.
 */
final class Party {
  private final Scheme scheme;
  private final Credentials credentials;
  private final Map<Profile, Signer> signers = new EnumMap<>(Profile.class);
  private final Map<Profile, Verifier> verifiers = new EnumMap<>(Profile.class);

  Party(Scheme scheme, Credentials credentials) {
    this.scheme = scheme;
    this.credentials = credentials;
  }

  Credentials credentials() {
    return credentials;
  }

  Signer signer(Profile profile) {
    return signers.computeIfAbsent(profile, wanted -> Signer.of(scheme.rules(wanted), credentials));
  }

  Verifier verifier(Profile profile) {
    return verifiers.computeIfAbsent(profile, wanted -> Verifier.of(scheme, wanted, credentials));
  }

  /** Whether these are the credentials' values, in the order of the scheme's fields. */
  boolean has(String... values) {
    List<CredentialField> fields = scheme.credentialFields();
    for (int i = 0; i < values.length; i++) {
      String name = fields.get(i).name();
      boolean same =
          credentials.isOpen(name)
              ? credentials.text(name).equals(values[i])
              : credentials.secret(name).matches(values[i].getBytes(StandardCharsets.UTF_8));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
