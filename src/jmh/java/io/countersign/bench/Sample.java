package io.countersign.bench;

import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explainer;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.Secret;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Signer;
import io.countersign.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is measured: a request of one scheme, its first resource with the scheme's own example
 * credentials.
 */
final class Sample {
  /** The schemes that compute a MAC, and the profile. */
  static final List<String> NAMES =
      List.of(
          "ticketevolution/documented",
          "rmtrack/documented",
          "ticketmatic/documented",
          "hoshinplan/documented",
          "hoshinplan/deployed");

  static final Instant NOW = Instant.parse("2024-12-04T14:55:06Z");

  private final Scheme scheme;
  private final Profile profile;
  private final SigningRules rules;
  private final Proof.Mac proof;
  private final Credentials credentials;
  private final HttpRequest request;

  /** @param name a scheme's id, a slash, and the profile */
  Sample(String name) {
    int slash = name.indexOf('/');
    this.scheme = Schemes.in(List.of(Path.of("features"))).scheme(name.substring(0, slash));
    this.profile = Profile.valueOf(name.substring(slash + 1).toUpperCase(Locale.ROOT));
    this.rules = scheme.rules(profile);
    this.proof = (Proof.Mac) rules.proof();
    this.credentials = Credentials.examples(scheme);
    String target = scheme.service().resources().get(0).target().fill(credentials::text);
    this.request =
        new HttpRequest(
            "GET",
            RequestUrl.parse(scheme.service().base() + target),
            Headers.NONE,
            Octets.EMPTY);
  }

  HttpRequest request() {
    return request;
  }

  Encoding encoding() {
    return proof.encoding();
  }

  Signer signer() {
    return Signer.of(rules, credentials);
  }

  Verifier verifier() {
    return Verifier.of(scheme, profile, credentials);
  }

  /** The same request of another resource. */
  HttpRequest request(int number) {
    RequestUrl url = request.url();
    String query = url.rawQuery().map(raw -> "?" + raw).orElse("");
    return request.withTarget(url.rawPath() + "/" + number + query);
  }

  HttpRequest signed() {
    return signer().sign(request, NOW).request();
  }

  byte[] stringToSign() {
    return signer().sign(request, NOW).stringToSign().toBytes();
  }

  byte[] key() {
    return credentials.secret(proof.secretField()).key(KeyEncoding.UTF_8);
  }

  String algorithm() {
    return proof.algorithm().jcaName();
  }

  /** The floor: the Java library's own MAC, keyed once. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(algorithm());
      mac.init(new SecretKeySpec(key(), algorithm()));
      return mac;
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a secret that nothing derives from the right one: a search has to try it all. */
  HttpRequest signedByStranger() {
    Credentials other =
        credentials.withSecret(
            proof.secretField(), Secret.of(proof.secretField(), "somebody else's secret"));
    return Signer.of(rules, other).sign(request, NOW).request();
  }

  Explainer explainer() {
    return Explainer.of(scheme, profile, credentials).withBudget(Duration.ofMinutes(5));
  }

  /** A whole search that finds nothing. */
  static Diagnosis.Rejected search(Explainer explainer, HttpRequest foreign) {
    Diagnosis.Rejected diagnosis = (Diagnosis.Rejected) explainer.explain(foreign, NOW);
    if (!diagnosis.explanations().isEmpty() || !diagnosis.searched().exhausted()) {
      throw new IllegalStateException("the search found something, or was ended");
    }
    return diagnosis;
  }
}
