package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Percent;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Secret;
import io.countersign.signing.KeyedMac;
import io.countersign.signing.MacKeys;
import io.countersign.signing.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be done to the text of a signature while everything else stays as it is. */
public enum SignatureRewriting {
  EMPTIED("emptied", control -> ""),
  REMOVED("removed", control -> null),
  CUT_BY_ONE("cut by one character", control -> cut(text(control), text(control).length() - 1)),
  CUT_TO_HALF("cut to its first half", control -> cut(text(control), text(control).length() / 2)),
  DOUBLED("doubled", control -> text(control) + text(control)),
  CHANGED("changed in one character", SignatureRewriting::changed),
  CHANGED_AT_THE_END(
      "changed in its last byte", control -> encoded(control, changedAtTheEnd(bytes(control)))),
  UPPER_CASE("written in upper case", control -> text(control).toUpperCase(Locale.ROOT)),
  LOWER_CASE("written in lower case", control -> text(control).toLowerCase(Locale.ROOT)),
  HEX("written in hex", control -> Encoding.HEX.encode(bytes(control))),
  BASE64("written in base64", control -> Encoding.BASE64.encode(bytes(control))),
  BASE64_URL("written in base64url", control -> Encoding.BASE64_URL.encode(bytes(control))),
  /** Another text only where there is a plus sign or a slash in the right one. */
  PADDED_BASE64_URL(
      "written in base64url with padding",
      control -> Base64.getUrlEncoder().encodeToString(bytes(control))),
  UNPADDED(
      "written without padding",
      control -> Encoding.BASE64.encode(bytes(control)).replace("=", "")),
  PERCENT_ENCODED("percent-encoded", control -> Percent.encode(text(control))),
  ESCAPED(
      "written with an escape for its first character",
      control -> "%%%02X%s".formatted((int) text(control).charAt(0), text(control).substring(1))),
  QUOTED("surrounded by quotes", control -> '"' + text(control) + '"'),
  OF_ANOTHER_REQUEST("taken from another request", SignatureRewriting::ofAnotherRequest),
  WITH_ANOTHER_SECRET("made with another secret", SignatureRewriting::withAnotherSecret),
  WITH_THE_KEY_ID("made with the key id for the secret", SignatureRewriting::withTheKeyId),
  WITH_SHA1("made with HMAC-SHA1", control -> hmac(control, Algorithm.HMAC_SHA1)),
  WITH_SHA256("made with HMAC-SHA256", control -> hmac(control, Algorithm.HMAC_SHA256)),
  WITH_SHA512("made with HMAC-SHA512", control -> hmac(control, Algorithm.HMAC_SHA512)),
  PLAIN_SHA256("made with plain SHA-256", SignatureRewriting::plainSha256),
  SWAPPED("made with key and message swapped", SignatureRewriting::swapped),
  NO_PASSWORD("made with an empty password", control -> pair(control, ":")),
  NO_COLON("made of the user alone", control -> pair(control, ""));

  private final String words;
  private final Function<Control, @Nullable String> rewriting;

  SignatureRewriting(String words, Function<Control, @Nullable String> rewriting) {
    this.words = words;
    this.rewriting = rewriting;
  }

  /** As a step says it. */
  public String words() {
    return words;
  }

  /** The new text, or null where the signature is left out. */
  public @Nullable String apply(Control control) {
    return rewriting.apply(control);
  }

  private static String text(Control control) {
    return control.signed().signature();
  }

  private static byte[] bytes(Control control) {
    return encoding(control).decode(text(control)).orElseThrow();
  }

  private static Encoding encoding(Control control) {
    return control.rules().proof() instanceof Proof.Mac mac ? mac.encoding() : Encoding.BASE64;
  }

  private static String cut(String text, int length) {
    return text.substring(0, length);
  }

  /** Another first character that the encoding has. */
  private static String changed(Control control) {
    String text = text(control);
    String letters = encoding(control) == Encoding.HEX_UPPER ? "AB" : "ab";
    return letters.charAt(text.charAt(0) == letters.charAt(0) ? 1 : 0) + text.substring(1);
  }

  private static byte[] changedAtTheEnd(byte[] mac) {
    mac[mac.length - 1] ^= 1;
    return mac;
  }

  /** One that differs in path, query, body and time, so that whatever is covered is another. */
  private static String ofAnotherRequest(Control control) {
    HttpRequest draft = control.draft();
    HttpRequest other =
        draft
            .withTarget(
                draft.path() + "/other?other=1" + draft.query().map(q -> "&" + q).orElse(""))
            .withBody(Octets.of(draft.body().text() + "other"));
    Instant time =
        control
            .rules()
            .timestamp()
            .flatMap(rule -> rule.format().parse(control.timestamp()))
            .map(parsed -> parsed.minusSeconds(1))
            .orElse(Instant.EPOCH);
    return Signer.of(control.rules(), control.credentials()).sign(other, time).signature();
  }

  private static String withAnotherSecret(Control control) {
    return withSecret(control, "another secret");
  }

  /** The first credential that travels in the open. */
  private static String withTheKeyId(Control control) {
    Map<String, String> open = control.credentials().openFields();
    return control.rules().sent().stream()
        .flatMap(placement -> placement.value().fields().stream())
        .filter(open::containsKey)
        .findFirst()
        .map(field -> withSecret(control, open.get(field)))
        .orElseThrow(() -> new SkippedException("no key id is sent"));
  }

  private static String withSecret(Control control, String secret) {
    Proof.Mac mac = control.mac();
    String text = mac.keyEncoding().encode(secret.getBytes(StandardCharsets.UTF_8));
    Secret another = Secret.of(mac.secretField(), text);
    byte[] key =
        MacKeys.of(
            mac, control.credentials().withSecret(mac.secretField(), another), control.day());
    return encoded(control, mac(mac.algorithm(), key, message(control)));
  }

  private static String hmac(Control control, Algorithm algorithm) {
    return encoded(control, mac(algorithm, key(control), message(control)));
  }

  private static String swapped(Control control) {
    byte[] message = message(control);
    // HMAC fills a key up with zeros, so a zero is the empty key, which the library refuses.
    byte[] key = message.length == 0 ? new byte[1] : message;
    return encoded(control, mac(control.mac().algorithm(), key, key(control)));
  }

  private static String plainSha256(Control control) {
    byte[] key = key(control);
    byte[] message = message(control);
    byte[] both = Arrays.copyOf(key, key.length + message.length);
    System.arraycopy(message, 0, both, key.length, message.length);
    try {
      return encoded(control, MessageDigest.getInstance("SHA-256").digest(both));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A user and no password. */
  private static String pair(Control control, String colon) {
    if (!(control.rules().proof() instanceof Proof.Password password)) {
      throw new InconclusiveException("the scheme has no user and password to change");
    }
    String user = control.credentials().text(password.userField()) + colon;
    return Encoding.BASE64.encode(user.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] key(Control control) {
    return MacKeys.of(control.mac(), control.credentials(), control.day());
  }

  private static byte[] message(Control control) {
    return control.signed().stringToSign().toBytes();
  }

  private static String encoded(Control control, byte[] mac) {
    return control.mac().encoding().encode(mac);
  }

  private static byte[] mac(Algorithm algorithm, byte[] key, byte[] message) {
    return KeyedMac.of(algorithm, key).compute(Octets.of(message));
  }
}
