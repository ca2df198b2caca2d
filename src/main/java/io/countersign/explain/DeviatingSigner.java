package io.countersign.explain;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.StringToSign;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A signer that gets a scheme wrong in given ways. */
public final class DeviatingSigner {
  private final SigningRules due;
  private final Procedure procedure;
  private final Credentials credentials;
  private final byte[] secret;

  /** Where the key is the same for all requests; null where it is derived for each. */
  private final @Nullable MacFunction keyed;

  private DeviatingSigner(SigningRules due, Procedure procedure, Credentials credentials) {
    this.due = due;
    this.procedure = procedure;
    this.credentials = credentials;
    this.secret = happening(procedure.key().key(dueKey(due, credentials), credentials));
    this.keyed = due.derivation().isEmpty() ? procedure.mac().keyed(secret, credentials) : null;
  }

  private static <T> T happening(Optional<T> changed) {
    return changed.orElseThrow(
        () -> InputException.of("the deviation cannot happen to this secret", "take another"));
  }

  private MacFunction mac(DerivationStep.Moment moment) {
    return keyed != null
        ? keyed
        : procedure
            .mac()
            .keyed(happening(procedure.derivation().key(secret, credentials, moment)), credentials);
  }

  /**
   * @param deviations of the scheme's {@link SignerCatalogue}; none for a signer that is right
   * @throws InputException if they exclude each other or do nothing to this secret
   */
  public static DeviatingSigner of(
      Scheme scheme, Profile profile, Credentials credentials, Collection<Deviation> deviations) {
    return of(SignerCatalogue.of(scheme, profile), scheme, profile, credentials, deviations);
  }

  /** The same with a catalogue that is there already. */
  public static DeviatingSigner of(
      SignerCatalogue catalogue,
      Scheme scheme,
      Profile profile,
      Credentials credentials,
      Collection<Deviation> deviations) {
    return new DeviatingSigner(
        scheme.rules(profile), catalogue.procedure(List.copyOf(deviations)), credentials);
  }

  /** Signs a request and sends it on its way. */
  public SignedRequest sign(HttpRequest request, Instant time) {
    SigningRules rules = procedure.rules();
    String timestamp = procedure.time().write().apply(time);
    // The day follows what the timestamp says, of whatever clock that is.
    String day = procedure.day().apply(procedure.time().read().apply(timestamp).orElse(time));
    HttpRequest bare = Placements.removeAll(due.sent(), request);
    String digest = digest(rules, bare);
    Function<String, @Nullable String> open =
        field ->
            switch (field) {
              case SigningRules.SIGNATURE -> null;
              case SigningRules.TIMESTAMP -> timestamp;
              case SigningRules.DAY -> day;
              case SigningRules.DIGEST -> digest;
              default -> credentials.text(field);
            };
    HttpRequest message = Placements.putAll(rules, bare, sent(open));
    OctetBuffer stringToSign = new OctetBuffer();
    StringToSign.compose(
        rules.readings().get(0),
        new SigningInput(message, credentials, timestamp, day),
        stringToSign);
    MacFunction mac = mac(new DerivationStep.Moment(timestamp, day));
    String signature = procedure.text().encode().apply(mac.compute(stringToSign));
    HttpRequest signed =
        Placements.putAll(
            rules,
            bare,
            sent(field -> field.equals(SigningRules.SIGNATURE) ? signature : open.apply(field)));
    return new SignedRequest(
        procedure.transport().forward().apply(rules, signed),
        stringToSign.toOctets(),
        Octets.of(signature));
  }

  private @Nullable String digest(SigningRules rules, HttpRequest bare) {
    return rules
        .digest()
        .filter(hash -> hash.isDue(bare))
        .map(hash -> hash.of(bare, credentials).text())
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  private Function<String, @Nullable String> sent(Function<String, @Nullable String> values) {
    return field -> procedure.omitted().contains(field) ? null : values.apply(field);
  }

  static byte[] dueKey(SigningRules rules, Credentials credentials) {
    KeyEncoding encoding =
        rules.proof() instanceof Proof.Mac mac ? mac.keyEncoding() : KeyEncoding.UTF_8;
    return credentials.secret(rules.proof().secretField()).key(encoding);
  }
}
