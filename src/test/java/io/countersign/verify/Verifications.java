package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Placements;
import io.countersign.signing.Signer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests signed by a built-in scheme, changed, and what its verifier says of them. */
final class Verifications {
  static final Instant TIME = Instant.parse("2014-09-23T17:23:00Z");
  static final HttpRequest REQUEST = HttpRequest.get("https://api.example.com/v1/things?b=2&a=1");

  private Verifications() {}

  static Credentials credentials(String id) {
    return Credentials.examples(TestSchemes.builtIn(id));
  }

  static HttpRequest signed(String id, Profile profile) {
    return sign(id, profile, REQUEST);
  }

  static HttpRequest sign(String id, Profile profile, HttpRequest request) {
    return Signer.of(TestSchemes.builtIn(id).rules(profile), credentials(id))
        .sign(request, TIME)
        .request();
  }

  static HttpRequest changed(String id, Profile profile, Map<String, @Nullable String> change) {
    SigningRules rules = TestSchemes.builtIn(id).rules(profile);
    HttpRequest signed = signed(id, profile);
    SentFields sent = SentFields.read(rules, signed);
    return Placements.putAll(
        rules,
        signed,
        field -> change.containsKey(field) ? change.get(field) : sent.value(field).orElse(null));
  }

  static Verifier verifier(String id, Profile profile) {
    return Verifier.of(TestSchemes.builtIn(id), profile, credentials(id));
  }

  /** {@code accepted}, or the reason; the clock stands where the request was signed. */
  static String verify(String id, Profile profile, HttpRequest request) {
    Verdict verdict = verifier(id, profile).verify(request, TIME);
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().toString() : "accepted";
  }
}
