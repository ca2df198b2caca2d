package io.countersign.vector;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Secret;
import io.countersign.signing.Signer;
import io.countersign.verify.Verifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone with credentials, and the signer and verifier that know them, each made when it is first
 * asked for: to key a MAC takes longer than to use it. Belongs to one thread at a time.
 */
final class Party {
  private final Plans plans;
  private final Credentials credentials;

  /** The open values, in the order of the scheme's fields, and where there is none the secret. */
  private final @Nullable String[] open;

  private final @Nullable Secret[] secrets;
  private @Nullable Signer signer;
  private @Nullable Verifier verifier;

  Party(Plans plans, List<String> fields, Credentials credentials) {
    this.plans = plans;
    this.credentials = credentials;
    this.open = new String[fields.size()];
    this.secrets = new Secret[fields.size()];
    for (int i = 0; i < open.length; i++) {
      String field = fields.get(i);
      if (credentials.isOpen(field)) {
        open[i] = credentials.text(field);
      } else {
        secrets[i] = credentials.secret(field);
      }
    }
  }

  /** Whether these are the credentials' values, in the order of the scheme's fields. */
  boolean has(String... values) {
    for (int i = 0; i < values.length; i++) {
      String text = open[i];
      Secret secret = secrets[i];
      if (text == null ? !secret.matches(values[i]) : !text.equals(values[i])) {
        return false;
      }
    }
    return true;
  }

  Credentials credentials() {
    return credentials;
  }

  Signer signer() {
    if (signer == null) {
      signer = plans.signer(credentials);
    }
    return signer;
  }

  Verifier verifier() {
    if (verifier == null) {
      verifier = plans.verifier(credentials);
    }
    return verifier;
  }
}
