package io.countersign.verify;

import io.countersign.document.EnumWord;
import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.DailyMac;
import io.countersign.signing.KeyedMac;
import io.countersign.signing.StringToSign;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a MAC, in every reading of the string to sign that the scheme leaves open. */
final class MacCheck implements ProofCheck {
  private final List<List<Part>> readings;
  private final Proof.Mac mac;
  private final Credentials credentials;
  private final int index;
  private final DailyMac keys;

  /** The readings at the time of some request of late: many requests carry the same. */
  private volatile Timed last;

  private final EveryEighth remembered = new EveryEighth();

  /** The readings with a timestamp filled in. */
  private record Timed(String timestamp, List<List<Part>> readings) {}

  MacCheck(SigningRules rules, Proof.Mac mac, Credentials credentials, FieldReader reader) {
    this.readings =
        rules.readings().stream().map(parts -> StringToSign.of(parts, credentials)).toList();
    this.last = new Timed("", readings);
    this.mac = mac;
    this.credentials = credentials;
    this.index = reader.index(SigningRules.SIGNATURE);
    this.keys = DailyMac.of(mac, credentials);
  }

  /** Shares with another check all that does not depend on the secret. */
  private MacCheck(MacCheck other, Credentials credentials) {
    this.readings = other.readings;
    this.last = other.last;
    this.mac = other.mac;
    this.index = other.index;
    this.credentials = credentials;
    this.keys = DailyMac.of(mac, credentials);
  }

  @Override
  public MacCheck withSecretOf(Credentials others) {
    return new MacCheck(this, others);
  }

  @Override
  public void requireForm(SentFields sent) {
    // A MAC's form is looked at after freshness.
  }

  @Override
  public Octets require(SentFields sent, HttpRequest request, SentTime time) {
    if (!sent.has(index)) {
      throw new RejectedException(Reason.MISSING_SIGNATURE, "the request carries no signature");
    }
    // A MAC is written in one way only. So the texts can be compared, and what was sent need not be
    // read to be accepted: it is read where it is refused, to say which of the two is wrong with
    // it.
    SigningInput input =
        new SigningInput(request, credentials, time.text(), time.day(), sent.target());
    OctetBuffer buffer = new OctetBuffer();
    List<List<Part>> timed = at(time);
    KeyedMac keyed = keys.at(time.day());
    for (int i = 0; i < timed.size(); i++) {
      StringToSign.compose(timed.get(i), input, buffer);
      Octets right = Octets.own(mac.encoding().letters(keyed.compute(buffer)));
      if (sent.isInConstantTime(index, right)) {
        return buffer.take();
      }
    }
    throw refused(sent.text(index));
  }

  private List<List<Part>> at(SentTime time) {
    String timestamp = time.text();
    Timed timed = last;
    if (timed.timestamp().equals(timestamp)) {
      return timed.readings();
    }
    if (!remembered.isNext()) {
      return readings;
    }
    List<List<Part>> known =
        readings.stream().map(parts -> StringToSign.at(timestamp, time.day(), parts)).toList();
    last = new Timed(timestamp, known);
    return known;
  }

  private RejectedException refused(String text) {
    if (isLong(mac.encoding(), text)) {
      return new RejectedException(
          Reason.SIGNATURE_MISMATCH, "the signature is not that of this request");
    }
    Optional<Encoding> other =
        Stream.of(Encoding.values()).filter(one -> isIn(one, text)).findFirst();
    return new RejectedException(
        Reason.MALFORMED_SIGNATURE,
        other.map(one -> inOther(one, text)).orElseGet(() -> inNone(text)));
  }

  private boolean isLong(Encoding encoding, String text) {
    return encoding.decode(text).filter(one -> one.length == mac.algorithm().length()).isPresent();
  }

  /** Without a letter of its own, base64 for URLs cannot be told from base64 that lost its end. */
  private boolean isIn(Encoding other, String text) {
    return other == Encoding.BASE64_URL
        ? text.matches(".*[-_].*") && isLong(other, text.replaceFirst("={1,2}$", ""))
        : isLong(other, text);
  }

  private String inOther(Encoding other, String text) {
    String padding = other == Encoding.BASE64_URL && text.endsWith("=") ? ", padded" : "";
    return "the signature is in "
        + EnumWord.of(other)
        + padding
        + ", and "
        + EnumWord.of(mac.encoding())
        + " is due";
  }

  private String inNone(String text) {
    return "the signature of "
        + text.length()
        + (text.length() == 1 ? " character is not " : " characters is not ")
        + mac.algorithm().length()
        + " bytes in "
        + EnumWord.of(mac.encoding());
  }
}
