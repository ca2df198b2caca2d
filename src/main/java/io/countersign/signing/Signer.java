package io.countersign.signing;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs requests by a scheme's rules with one party's credentials. May be shared between threads.
 *
 * <p>Credentials and timestamp go into the message first, since a scheme may sign them there; then
 * the string to sign is composed from that message; last, what carries the signature is added.
 */
public final class Signer {
  private final SigningRules rules;
  private final Credentials credentials;
  private final List<Part> parts;
  private final Additions before;
  private final Additions after;
  private final Prover prover;
  private final ThreadLocal<OctetBuffer> buffers = ThreadLocal.withInitial(OctetBuffer::new);

  private Signer(SigningRules rules, Credentials credentials) {
    this.rules = rules;
    this.credentials = credentials;
    this.parts = rules.readings().get(0);
    List<Placement> unsigned = new ArrayList<>();
    List<Placement> signed = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      boolean carries = placement.value().fields().contains(SigningRules.SIGNATURE);
      (carries ? signed : unsigned).add(placement);
    }
    this.before = Additions.withBlanks(unsigned, credentials::text);
    this.after = Additions.withBlanks(signed, credentials::text);
    this.prover = Prover.of(rules.proof(), credentials);
  }

  /**
   * @throws io.countersign.document.InputException if the secret is not in the encoding of the
   *     scheme's keys
   */
  public static Signer of(SigningRules rules, Credentials credentials) {
    return new Signer(rules, credentials);
  }

  /**
   * Signs a request; what an earlier signature left in it is replaced.
   *
   * @param time the signer's clock
   */
  public SignedRequest sign(HttpRequest request, Instant time) {
    return signWithTimestamp(
        request, rules.timestamp().map(rule -> rule.format().format(time)).orElse(""));
  }

  /** Signs a request with a timestamp that is already written, rightly or wrongly. */
  public SignedRequest signWithTimestamp(HttpRequest request, String timestamp) {
    HttpRequest message = before.addTo(Placements.removeAll(rules.sent(), request), timestamp, "");
    OctetBuffer stringToSign = buffers.get();
    StringToSign.compose(parts, new SigningInput(message, credentials, timestamp), stringToSign);
    String signature = prover.prove(stringToSign);
    message = after.addTo(message, timestamp, signature);
    return new SignedRequest(message, stringToSign.toOctets(), signature);
  }
}
