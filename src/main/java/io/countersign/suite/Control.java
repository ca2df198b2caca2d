package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.DailyMac;
import io.countersign.signing.Placements;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.signing.StringToSign;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A correctly signed request, and everything needed to make one that differs from it in exactly one
 * thing.
 *
 * @param rules by which it was signed
 * @param credentials with which
 * @param draft what it was before
 * @param timestamp the text of its timestamp; empty where the scheme has none
 * @param day of that; empty where the scheme has none
 * @param signed what it is
 */
public record Control(
    SigningRules rules,
    Credentials credentials,
    HttpRequest draft,
    String timestamp,
    String day,
    SignedRequest signed) {

  static Control sign(
      SigningRules rules, Credentials credentials, HttpRequest draft, Instant time) {
    String timestamp = rules.timestamp().map(rule -> rule.format().format(time)).orElse("");
    return withTimestamp(rules, credentials, draft, timestamp, time);
  }

  /**
   * @param time whose day it is where the timestamp is none that could be read
   */
  static Control withTimestamp(
      SigningRules rules,
      Credentials credentials,
      HttpRequest draft,
      String timestamp,
      Instant time) {
    SignedRequest signed = Signer.of(rules, credentials).signWithTimestamp(draft, timestamp, time);
    return new Control(rules, credentials, draft, timestamp, rules.day(timestamp, time), signed);
  }

  /** As it is to be sent. */
  HttpRequest request() {
    return signed.request();
  }

  /** The same request with another text in one field; null leaves the field out. */
  public HttpRequest withField(String field, @Nullable String value) {
    return Placements.putAll(rules, draft, name -> name.equals(field) ? value : valueOf(name));
  }

  /** The same request with another body, and the digest of that, under the same signature. */
  HttpRequest withBody(Octets body) {
    return new Control(rules, credentials, draft.withBody(body), timestamp, day, signed)
        .withField(SigningRules.SIGNATURE, signed.signature());
  }

  /** The same request signed over another string, with the right key. */
  HttpRequest signedOver(String stringToSign) {
    return signedOver(Octets.of(stringToSign), credentials);
  }

  /** The same message, signed as somebody with other credentials would sign it. */
  HttpRequest signedAs(Credentials others) {
    List<Part> parts = rules.readings().get(0);
    SigningInput input = new SigningInput(request(), others, timestamp, day);
    return signedOver(StringToSign.of(parts, input), others);
  }

  private HttpRequest signedOver(Octets stringToSign, Credentials signers) {
    Proof.Mac mac = mac();
    byte[] bytes = DailyMac.of(mac, signers).at(day).compute(stringToSign);
    return withField(SigningRules.SIGNATURE, mac.encoding().encode(bytes));
  }

  /**
   * @throws InconclusiveException if the scheme has no MAC
   */
  Proof.Mac mac() {
    if (rules.proof() instanceof Proof.Mac mac) {
      return mac;
    }
    throw new InconclusiveException("the scheme has no MAC to change");
  }

  private @Nullable String valueOf(String field) {
    Function<String, String> open = credentials::text;
    return switch (field) {
      case SigningRules.SIGNATURE -> signed.signature();
      case SigningRules.TIMESTAMP -> timestamp;
      case SigningRules.DAY -> day;
      case SigningRules.DIGEST -> digest();
      default -> open.apply(field);
    };
  }

  private @Nullable String digest() {
    return rules
        .digest()
        .filter(due -> due.isDue(draft))
        .map(due -> due.of(draft, credentials).text())
        .orElse(null);
  }
}
