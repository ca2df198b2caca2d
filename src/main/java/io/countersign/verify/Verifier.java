package io.countersign.verify;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed requests by a scheme's rules against one party's credentials. May be shared
 * between threads.
 *
 * <p>It looks at one {@link Layer} after the other and stops at the first that fails: a duplicate
 * of what is read once, the credential, the freshness, the form of the signature, the signature.
 */
public final class Verifier {
  private final Scheme scheme;
  private final SigningRules rules;
  private final Credentials credentials;
  private final FieldReader reader;
  private final @Nullable Freshness freshness;
  private final @Nullable SentDay day;
  private final @Nullable DigestCheck digest;
  private final SignedHeaders signed;
  private final KnownField[] known;
  private final ProofCheck proof;

  private Verifier(Scheme scheme, SigningRules rules, Credentials credentials) {
    this.scheme = scheme;
    this.rules = rules;
    this.credentials = credentials;
    this.reader = new FieldReader(rules);
    boolean usesDay = rules.usesDay();
    this.freshness =
        rules.timestamp().map(rule -> new Freshness(rule, reader, usesDay)).orElse(null);
    this.day = usesDay ? SentDay.of(rules, reader) : null;
    this.digest = DigestCheck.of(rules, reader, credentials);
    this.signed = new SignedHeaders(rules);
    this.known = known();
    this.proof = proof();
  }

  /** Shares with another verifier all that does not depend on what sets the credentials apart. */
  private Verifier(Verifier other, Credentials credentials) {
    boolean same = other.credentials.openFields().equals(credentials.openFields());
    this.scheme = other.scheme;
    this.rules = other.rules;
    this.credentials = credentials;
    this.reader = other.reader;
    this.freshness = other.freshness;
    this.day = other.day;
    this.digest = same ? other.digest : DigestCheck.of(rules, reader, credentials);
    this.signed = other.signed;
    this.known = same ? other.known : known();
    this.proof = same ? other.proof.withSecretOf(credentials) : proof();
  }

  private KnownField[] known() {
    return scheme.credentialFields().stream()
        .filter(field -> field.role() != CredentialRole.SECRET)
        .map(CredentialField::name)
        .filter(
            name ->
                rules.sent().stream()
                    .anyMatch(placement -> placement.value().fields().contains(name)))
        .map(name -> new KnownField(name, reader, credentials))
        .toArray(KnownField[]::new);
  }

  private ProofCheck proof() {
    return rules.proof() instanceof Proof.Mac mac
        ? new MacCheck(rules, mac, credentials, reader)
        : new PasswordCheck((Proof.Password) rules.proof(), credentials);
  }

  public static Verifier of(Scheme scheme, Profile profile, Credentials credentials) {
    return new Verifier(scheme, scheme.rules(profile), credentials);
  }

  /** A verifier by rules that differ from the scheme's own: a deviating one. */
  public static Verifier of(Scheme scheme, SigningRules rules, Credentials credentials) {
    return new Verifier(scheme, rules, credentials);
  }

  /**
   * A verifier by the same rules for another party, which takes less memory than one of its own,
   * least where the two differ in nothing but their secrets.
   */
  public Verifier with(Credentials others) {
    return new Verifier(this, others);
  }

  /**
   * @param request as it arrived
   * @param now the verifier's clock
   */
  public Verdict verify(HttpRequest request, Instant now) {
    // What is known again is enough to accept a request, and never to refuse one.
    SentFields again = reader.readAgain(request);
    if (again != null) {
      Verdict verdict = verdict(again, request, now);
      if (verdict instanceof Verdict.Accepted) {
        return verdict;
      }
    }
    SentFields sent = reader.read(request);
    Verdict verdict = verdict(sent, request, now);
    if (verdict instanceof Verdict.Accepted) {
      reader.remember(request, sent);
    }
    return verdict;
  }

  private Verdict verdict(SentFields sent, HttpRequest request, Instant now) {
    try {
      signed.requireOnce(request.headers());
      sent.requireSound(Layer.REQUEST);
      sent.requireSound(Layer.CREDENTIAL);
      for (KnownField field : known) {
        field.require(sent);
      }
      proof.requireForm(sent);
      sent.requireSound(Layer.FRESHNESS);
      SentTime timestamp = freshness == null ? SentTime.NONE : freshness.require(sent, now);
      if (day != null) {
        day.require(sent, timestamp.day());
      }
      sent.requireSound(Layer.FORM);
      if (digest != null) {
        digest.requireThere(sent, request);
      }
      Octets signed = proof.require(sent, request, timestamp);
      if (digest != null) {
        digest.require(sent, request);
      }
      return new Verdict.Accepted(signed);
    } catch (RejectedException e) {
      return e.verdict();
    }
  }
}
