package io.countersign.scheme;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads how requests are signed under one profile, and checks that it all fits together. */
final class RulesLoader {
  /** The keys of a scheme file that a profile may replace. */
  static final List<String> KEYS =
      List.of("string-to-sign", "mac", "password", "sent", "timestamp", SentDigestLoader.KEY);

  /** The suite tries a window a second at a time. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final CredentialNames credentials;

  RulesLoader(CredentialNames credentials) {
    this.credentials = credentials;
  }

  SigningRules load(Fields fields) {
    Proof proof = proof(fields);
    Optional<SentDigest> digest = digest(fields, proof);
    List<Part> parts = parts(fields, proof, digest);
    Optional<TimestampRule> timestamp = timestamp(fields);
    List<Placement> sent = new PlacementLoader(credentials).load(fields.items("sent"));
    List<String> carried = carried(sent);
    requireOnce(fields, carried, SigningRules.SIGNATURE);
    if (timestamp.isPresent()) {
      requireOnce(fields, carried, SigningRules.TIMESTAMP);
    }
    if (carried.contains(SigningRules.DAY)) {
      requireOnce(fields, carried, SigningRules.DAY);
    }
    if (digest.isPresent()) {
      requireOnce(fields, carried, SigningRules.DIGEST);
    }
    requireKeyIds(fields, carried, proof);
    if (!parts.isEmpty()) {
      SignatureItself.requireUnsigned(fields.items("string-to-sign"), parts, sent);
    }
    SigningRules rules = new SigningRules(parts, proof, sent, timestamp, digest);
    if (carried.contains(SigningRules.DIGEST)) {
      SentDigestLoader.requireSigned(fields, rules);
    }
    if (timestamp.isEmpty()) {
      requireTimeless(fields, rules, carried);
    }
    return rules;
  }

  /** Without a rule of time nothing can be said in which a time is. */
  private static void requireTimeless(Fields fields, SigningRules rules, List<String> carried) {
    for (String field : List.of(SigningRules.TIMESTAMP, SigningRules.DAY)) {
      if (carried.contains(field)) {
        throw untimed(fields, "sent", "{" + field + "} is sent");
      }
    }
    if (has(rules.stringToSign(), Aspect.Kind.TIMESTAMP)) {
      throw untimed(fields, "string-to-sign", "the string to sign has a timestamp");
    }
    if (has(rules.stringToSign(), Aspect.Kind.DAY)) {
      throw untimed(fields, "string-to-sign", "the string to sign has a timestamp's day");
    }
    if (rules.usesDay()) {
      throw untimed(fields, "mac", "the key is derived from a timestamp's day");
    }
  }

  private static boolean has(List<Part> parts, Aspect.Kind kind) {
    for (Part part : parts) {
      if (part.covers().contains(Aspect.of(kind))) {
        return true;
      }
    }
    return false;
  }

  private static InputException untimed(Fields fields, String key, String what) {
    return InputException.at(
        fields.required(key).mark(),
        what + " and the scheme does not say its format",
        "add 'timestamp: {format: …}'");
  }

  private Optional<SentDigest> digest(Fields fields, Proof proof) {
    if (!fields.has(SentDigestLoader.KEY)) {
      return Optional.empty();
    }
    if (proof instanceof Proof.Password) {
      throw InputException.at(
          fields.required(SentDigestLoader.KEY).mark(),
          "a password signs nothing",
          "remove 'digest'");
    }
    return Optional.of(SentDigestLoader.load(fields, credentials));
  }

  private List<Part> parts(Fields fields, Proof proof, Optional<SentDigest> digest) {
    if (proof instanceof Proof.Password) {
      if (fields.has("string-to-sign")) {
        throw InputException.at(
            fields.required("string-to-sign").mark(),
            "a password signs nothing",
            "remove 'string-to-sign'");
      }
      return List.of();
    }
    List<Part> parts = new PartLoader(credentials, digest).load(fields.items("string-to-sign"));
    if (parts.isEmpty()) {
      throw InputException.at(
          fields.required("string-to-sign").mark(),
          "the string to sign has no parts",
          "list them in order");
    }
    return parts;
  }

  private Proof proof(Fields fields) {
    if (fields.has("mac") == fields.has("password")) {
      throw InputException.at(
          fields.mark(), "a scheme has either 'mac' or 'password'", "write exactly one of them");
    }
    if (fields.has("password")) {
      Fields password = Fields.of(fields.required("password"), "'password'", "user", "secret");
      return new Proof.Password(
          credentials.requireOpen(password.text("user"), password.required("user")),
          credentials.requireSecret(password.text("secret"), password.required("secret")));
    }
    Fields mac =
        Fields.of(
            fields.required("mac"),
            "'mac'",
            "algorithm",
            "key",
            "key-encoding",
            "derivation",
            "encoding");
    return new Proof.Mac(
        mac.word("algorithm", Algorithm.class),
        credentials.requireSecret(mac.text("key"), mac.required("key")),
        mac.word("key-encoding", KeyEncoding.UTF_8),
        mac.word("encoding", Encoding.class),
        mac.has("derivation")
            ? Optional.of(new DerivationLoader(credentials).load(mac.required("derivation")))
            : Optional.empty());
  }

  private static Optional<TimestampRule> timestamp(Fields scheme) {
    if (!scheme.has("timestamp")) {
      return Optional.empty();
    }
    Fields fields =
        Fields.of(
            scheme.required("timestamp"), "'timestamp'", "format", "max-age", "future", "day");
    return Optional.of(
        new TimestampRule(
            fields.word("format", TimestampFormat.class),
            fields.node("max-age").map(node -> duration(node, "max-age")),
            fields.node("future").flatMap(RulesLoader::maxAhead),
            fields.word("day", DayForm.BASIC)));
  }

  private static Optional<Duration> maxAhead(Node future) {
    return switch (textOf(future, "future")) {
      case "accepted" -> Optional.empty();
      case "rejected" -> Optional.of(Duration.ZERO);
      default -> Optional.of(duration(future, "future"));
    };
  }

  private static String textOf(Node node, String name) {
    return node instanceof Node.Scalar scalar ? scalar.text() : Fields.textOf(node, name);
  }

  private static Duration duration(Node where, String name) {
    String text = textOf(where, name);
    try {
      Duration duration = Duration.parse(text);
      if (duration.getNano() != 0) {
        throw InputException.at(
            where.mark(), "'" + text + "' has a fraction of a second", "write whole seconds");
      }
      if (duration.compareTo(SHORTEST) >= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw InputException.at(
        where.mark(),
        "'" + text + "' is no duration of a second or more",
        name.equals("future")
            ? "write accepted, rejected, or how far ahead a time may be, as in PT30S (ISO 8601)"
            : "write it as in PT30M or PT45S (ISO 8601)");
  }

  private static List<String> carried(List<Placement> sent) {
    List<String> carried = new ArrayList<>();
    for (Placement placement : sent) {
      carried.addAll(placement.value().fields());
    }
    return carried;
  }

  private static void requireOnce(Fields fields, List<String> carried, String field) {
    int count = Collections.frequency(carried, field);
    if (count != 1) {
      throw InputException.at(
          fields.required("sent").mark(),
          "{" + field + "} travels " + count + " times",
          "one item of 'sent' carries it");
    }
  }

  /** By a key id that does not arrive nobody is known, and a word in braces is easily misspelt. */
  private void requireKeyIds(Fields fields, List<String> carried, Proof proof) {
    for (CredentialField field : credentials.fields()) {
      boolean user =
          proof instanceof Proof.Password password && password.userField().equals(field.name());
      if (field.role() == CredentialRole.KEY_ID && !user && !carried.contains(field.name())) {
        throw InputException.at(
            fields.required("sent").mark(),
            "the key id '" + field.name() + "' is not sent",
            "write {" + field.name() + "} into an item of 'sent', or make its role identifier");
      }
    }
  }
}
