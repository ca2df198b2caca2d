package io.countersign.explain;

import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Derivation;
import io.countersign.scheme.Part;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.KeyedMac;
import io.countersign.signing.MacKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keys that are derived in another way than the scheme's. */
final class DerivationDeviations {
  private final Shelf<DerivationStep> shelf = new Shelf<>(Affects.DERIVATION);
  private final Algorithm algorithm;
  private final Derivation due;

  private DerivationDeviations(Algorithm algorithm, Derivation due) {
    this.algorithm = algorithm;
    this.due = due;
  }

  static Shelf<DerivationStep> of(SigningRules rules) {
    if (!(rules.proof() instanceof Proof.Mac mac) || mac.derivation().isEmpty()) {
      return new Shelf<>(Affects.DERIVATION);
    }
    DerivationDeviations deviations =
        new DerivationDeviations(mac.algorithm(), mac.derivation().get());
    deviations.all();
    if (deviations.due.usesDay()) {
      deviations.fromTimestamp();
      // A day that shows nowhere else can be wrong in no other way than everywhere.
      if (rules.sendsDay() || rules.signsDay()) {
        rules.timestamp().ifPresent(deviations::days);
      }
    }
    return deviations.shelf;
  }

  private void all() {
    add(
        "key-not-derived",
        2,
        "The secret itself was used as the key, which is to be derived from it.",
        "Derive the key from the secret as the scheme says.",
        (secret, credentials, moment) -> Optional.of(secret),
        (secret, credentials, moment) -> Optional.of(due.firstKey(secret)));
    if (!due.prefix().isEmpty()) {
      add(
          "key-derived-without-prefix",
          3,
          "The key was derived without the prefix " + due.prefix() + ".",
          "Put " + due.prefix() + " before the secret in the key of the first MAC.",
          by(new Derivation("", due.messages())));
    }
    encodings();
    orders();
    for (int i = 0; i < due.messages().size() && due.messages().size() > 1; i++) {
      leftOut(i);
    }
    // Of two, the opposite order is the same.
    for (int i = 0; i + 1 < due.messages().size() && due.messages().size() > 2; i++) {
      exchanged(i);
    }
  }

  private void encodings() {
    if (due.messages().size() > 1) {
      add(
          "key-derived-by-hex",
          4,
          "Each MAC was written in hexadecimal before it keyed the next one.",
          "Key each MAC with the bytes of the one before it.",
          chained(mac -> mac, DerivationDeviations::hex),
          chained(DerivationDeviations::hex, DerivationDeviations::hex));
      add(
          "key-derived-by-base64",
          9,
          "Each MAC was written in base64 before it keyed the next one.",
          "Key each MAC with the bytes of the one before it.",
          chained(mac -> mac, Base64.getEncoder()::encode),
          chained(Base64.getEncoder()::encode, Base64.getEncoder()::encode));
    }
    add(
        "derived-key-in-hex",
        5,
        "The derived key was used as hexadecimal text.",
        "Use the bytes of the last MAC as the key.",
        chained(DerivationDeviations::hex, mac -> mac),
        chained(mac -> ascii(HexFormat.of().withUpperCase().formatHex(mac)), mac -> mac));
    add(
        "derived-key-in-base64",
        8,
        "The derived key was used as base64 text.",
        "Use the bytes of the last MAC as the key.",
        chained(Base64.getEncoder()::encode, mac -> mac));
  }

  private void orders() {
    add(
        "derivation-key-and-message-swapped",
        6,
        "The key was derived with key and message of each MAC in each other's place.",
        "Mind the order of arguments: what was computed before is the key.",
        this::swapped);
    if (due.messages().size() > 1) {
      List<Part> reversed = new ArrayList<>(due.messages());
      Collections.reverse(reversed);
      if (!reversed.equals(due.messages())) {
        add(
            "key-derived-in-reverse",
            20,
            "The key was derived from the messages in the opposite order.",
            "MAC the messages in the scheme's order.",
            by(new Derivation(due.prefix(), reversed)));
      }
      add(
          "key-derived-at-once",
          12,
          "The key was derived by one MAC over all messages in a row.",
          "MAC the messages one after another, each keyed with the MAC before it.",
          joined(""),
          joined("/"),
          joined("\n"));
    }
  }

  private void leftOut(int index) {
    List<Part> others = new ArrayList<>(due.messages());
    Part message = others.remove(index);
    String words = words(message);
    String id = "key-derived-without-" + name(index);
    add(
        id,
        10,
        "The key was derived without " + words + ".",
        "Derive the key from " + words + " too.",
        by(new Derivation(due.prefix(), others)));
  }

  private void exchanged(int index) {
    List<Part> others = new ArrayList<>(due.messages());
    Collections.swap(others, index, index + 1);
    if (!others.equals(due.messages())) {
      add(
          "key-derived-with-" + name(index + 1) + "-before-" + name(index),
          16,
          "The key was derived from "
              + words(others.get(index))
              + " before "
              + words(others.get(index + 1))
              + ".",
          "MAC the messages in the scheme's order.",
          by(new Derivation(due.prefix(), others)));
    }
  }

  private static String words(Part message) {
    if (message instanceof Part.Text text) {
      return "the text " + text.text();
    }
    return message instanceof Part.Credential credential ? "the " + credential.field() : "the day";
  }

  /** Each of its own, also where one stands there twice. */
  private String name(int index) {
    String name = plain(due.messages().get(index));
    long before =
        due.messages().subList(0, index).stream().filter(one -> plain(one).equals(name)).count();
    return before == 0 ? name : name + "-" + (before + 1);
  }

  private static String plain(Part message) {
    if (message instanceof Part.Text) {
      return "text";
    }
    return message instanceof Part.Credential credential
        ? credential.field().replace('_', '-')
        : "day";
  }

  private void days(TimestampRule rule) {
    add(
        "key-derived-for-other-day",
        7,
        "The key was derived for the day before or after that of the timestamp.",
        "Derive the key for the day of the timestamp in UTC, and anew when that changes.",
        on(rule, time -> rule.dayOf(time.minus(Duration.ofDays(1)))),
        on(rule, time -> rule.dayOf(time.plus(Duration.ofDays(1)))));
    add(
        "key-derived-for-day-in-other-form",
        6,
        "The key was derived from the day in another form than the scheme's.",
        "Write the day as the scheme has it, with hyphens or without.",
        on(rule, DayDeviations.otherForm(rule)::format));
  }

  private void fromTimestamp() {
    add(
        "key-derived-from-timestamp",
        7,
        "The key was derived from the whole timestamp in place of the day.",
        "Derive the key from the day alone.",
        (secret, credentials, moment) ->
            moment.timestamp().isEmpty() || moment.timestamp().equals(moment.day())
                ? Optional.empty()
                : derived(secret, credentials, moment.timestamp()));
  }

  /** What a time is written as in place of its day. */
  @FunctionalInterface
  private interface Writing {
    String of(Instant time);
  }

  private DerivationStep on(TimestampRule rule, Writing day) {
    return (secret, credentials, moment) ->
        rule.day().parse(moment.day()).flatMap(time -> derived(secret, credentials, day.of(time)));
  }

  private DerivationStep by(Derivation other) {
    return DerivationStep.by(algorithm, other);
  }

  /** By the right derivation, with that for the day. */
  private Optional<byte[]> derived(byte[] secret, Credentials credentials, String day) {
    return by(due).key(secret, credentials, new DerivationStep.Moment("", day));
  }

  private DerivationStep joined(String separator) {
    return (secret, credentials, moment) ->
        Optional.of(
            MacKeys.derived(
                algorithm,
                MacStep.padded(due.firstKey(secret)),
                List.of(String.join(separator, due.texts(credentials, moment.day())))));
  }

  /**
   * @param last what becomes of the last MAC
   * @param others what becomes of those before it
   */
  private DerivationStep chained(UnaryOperator<byte[]> last, UnaryOperator<byte[]> others) {
    return (secret, credentials, moment) -> {
      List<String> texts = due.texts(credentials, moment.day());
      byte[] key = MacStep.padded(due.firstKey(secret));
      for (int i = 0; i < texts.size(); i++) {
        byte[] mac = MacKeys.derived(algorithm, key, List.of(texts.get(i)));
        key = i + 1 < texts.size() ? others.apply(mac) : last.apply(mac);
      }
      return Optional.of(key);
    };
  }

  private Optional<byte[]> swapped(
      byte[] secret, Credentials credentials, DerivationStep.Moment moment) {
    byte[] key = due.firstKey(secret);
    for (String text : due.texts(credentials, moment.day())) {
      byte[] message = MacStep.padded(text.getBytes(StandardCharsets.UTF_8));
      key = KeyedMac.of(algorithm, message).compute(Octets.of(key));
    }
    return Optional.of(key);
  }

  private static byte[] hex(byte[] mac) {
    return ascii(HexFormat.of().formatHex(mac));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void add(String id, int rank, String title, String fix, DerivationStep... forms) {
    shelf.add(id, rank, title, fix, forms);
  }
}
