package io.countersign.signing;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SentDigest;
import io.countersign.scheme.SignedTarget;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import io.countersign.scheme.TrailingParameter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests by a scheme's rules with one party's credentials. May be shared between threads.
 *
 * <p>Credentials and timestamp go into the message first, since a scheme may sign them there; then
 * the string to sign is composed from that message; last, what carries the signature is added.
 */
public final class Signer {
  /** A second that no clock shows. */
  private static final long NEVER = Long.MIN_VALUE;

  private final SigningRules rules;
  private final Credentials credentials;
  private final List<Part> parts;
  private final Additions before;
  private final Additions after;
  private final Prover prover;
  private final Optional<TrailingParameter> trailing;
  private final boolean usesDay;

  /** Null where the scheme sends none. */
  private final @Nullable SentDigest digest;

  /** What is added before the string to sign is composed, where there is no digest to send. */
  private final Additions undigested;

  /** A busy signer signs many requests in one second; any thread may put a newer one here. */
  private volatile Moment last;

  private Signer(SigningRules rules, Credentials credentials) {
    this.rules = rules;
    this.credentials = credentials;
    this.parts = StringToSign.of(rules.readings().get(0), credentials);
    List<Placement> unsigned = new ArrayList<>();
    List<Placement> signed = new ArrayList<>();
    for (Placement placement : rules.sent()) {
      boolean carries = placement.value().fields().contains(SigningRules.SIGNATURE);
      (carries ? signed : unsigned).add(placement);
    }
    Function<String, String> values = credentials::text;
    this.trailing = rules.signatureAtTheEnd();
    this.usesDay = rules.usesDay();
    this.digest = rules.digest().orElse(null);
    this.before = Additions.withBlanks(unsigned, values);
    this.undigested = digest == null ? before : withoutDigest(unsigned, values);
    this.after = Additions.withBlanks(signed, values);
    this.prover = Prover.of(rules.proof(), credentials);
    this.last = moment(NEVER, "", "");
  }

  /** Shares with another signer all that does not depend on the secret. */
  private Signer(Signer other, Credentials credentials) {
    this.rules = other.rules;
    this.credentials = credentials;
    this.parts = other.parts;
    this.trailing = other.trailing;
    this.usesDay = other.usesDay;
    this.digest = other.digest;
    this.undigested = other.undigested;
    this.before = other.before;
    this.after = other.after;
    this.last = other.last;
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
   * A signer by the same rules for another party, which takes less memory than one of its own where
   * the two differ in nothing but their secrets.
   *
   * @throws io.countersign.document.InputException as the other
   */
  public Signer with(Credentials others) {
    return others.openFields().equals(credentials.openFields())
        ? new Signer(this, others)
        : of(rules, others);
  }

  /**
   * Signs a request; what an earlier signature left in it is replaced.
   *
   * @param time the signer's clock
   */
  public SignedRequest sign(HttpRequest request, Instant time) {
    return sign(request, moment(time));
  }

  /**
   * Signs a request with a timestamp that is already written, rightly or wrongly.
   *
   * @param time whose day it is where the timestamp is none that could be read
   */
  public SignedRequest signWithTimestamp(HttpRequest request, String timestamp, Instant time) {
    return sign(request, moment(NEVER, timestamp, rules.day(timestamp, time)));
  }

  /**
   * What requests signed in the same second have in common.
   *
   * @param day as the scheme writes days; empty where it has none
   * @param before what is added before the string to sign is composed
   * @param ending the parameters among that
   * @param decoded what those stand for
   * @param after what is added with the signature
   * @param room how much longer a URL becomes by both
   */
  private record Moment(
      long second,
      String timestamp,
      String day,
      Additions before,
      Octets ending,
      Octets decoded,
      List<Part> parts,
      Additions after,
      int room) {}

  private Moment moment(Instant time) {
    Moment known = last;
    long second = time.getEpochSecond();
    // Without a timestamp, all moments are the same.
    if (known.second() == second || rules.timestamp().isEmpty()) {
      return known;
    }
    TimestampRule rule = rules.timestamp().get();
    TimestampFormat format = rule.format();
    boolean changesByTheSecond = format.precision() == ChronoUnit.SECONDS;
    String day = usesDay ? rule.dayOf(time) : "";
    Moment moment = moment(changesByTheSecond ? second : NEVER, format.format(time), day);
    last = moment;
    return moment;
  }

  private Moment moment(long second, String timestamp, String day) {
    return moment(second, timestamp, day, before, Octets.EMPTY);
  }

  private Moment moment(long second, String timestamp, String day, Additions first, Octets hash) {
    Additions known = first.at(timestamp, day, hash);
    Octets ending = known.parameters();
    Additions carriers = after.at(timestamp, day, hash);
    return new Moment(
        second,
        timestamp,
        day,
        known,
        ending,
        Percent.decode(ending),
        StringToSign.at(timestamp, day, parts),
        carriers,
        known.room(0) + carriers.room(prover.letters()));
  }

  private static Additions withoutDigest(
      List<Placement> placements, Function<String, String> values) {
    List<Placement> others = new ArrayList<>();
    for (Placement placement : placements) {
      if (!placement.value().fields().contains(SigningRules.DIGEST)) {
        others.add(placement);
      }
    }
    return Additions.withBlanks(others, values);
  }

  /** What a digest is written into is no other request's. */
  private Moment digested(SentDigest due, HttpRequest bare, Moment moment) {
    Octets hash = due.of(bare, credentials);
    return moment(
        NEVER, moment.timestamp(), moment.day(), hash.isEmpty() ? undigested : before, hash);
  }

  private SignedRequest sign(HttpRequest request, Moment known) {
    HttpRequest bare = Placements.removeAll(rules.sent(), request);
    Moment moment = digest == null ? known : digested(digest, bare, known);
    RequestUrl.Growing url = bare.url().growing(moment.room());
    HttpRequest message = moment.before().addTo(bare, url, Octets.EMPTY);
    OctetBuffer stringToSign = new OctetBuffer();
    SigningInput input =
        new SigningInput(
            message, credentials, moment.timestamp(), moment.day(), signed(message, moment));
    StringToSign.compose(moment.parts(), input, stringToSign);
    Octets proof = prover.prove(stringToSign, moment.day());
    HttpRequest signed = moment.after().addTo(message, url, proof);
    return new SignedRequest(signed, stringToSign.take(), proof);
  }

  /** The whole target: what an earlier signature left in it is out, and this one is not yet in. */
  private Optional<SignedTarget> signed(HttpRequest message, Moment moment) {
    if (trailing.isEmpty()) {
      return Optional.empty();
    }
    Octets target = message.url().targetOctets();
    int ending = target.length() - moment.ending().length();
    return Optional.of(new SignedTarget(trailing.get(), target, ending, moment.decoded()));
  }
}
