package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How requests are signed under one profile of a scheme.
 *
 * @param stringToSign its parts in order; empty where the proof is a password
 * @param proof the MAC or password
 * @param sent where each field travels, in the order written
 * @param timestamp the rule of freshness; absent where the scheme has no timestamp
 * @param digest the hash of the body that is sent; absent where none is
 */
public record SigningRules(
    List<Part> stringToSign,
    Proof proof,
    List<Placement> sent,
    Optional<TimestampRule> timestamp,
    Optional<SentDigest> digest) {

  /** The template field that carries the MAC or password. */
  public static final String SIGNATURE = "signature";

  /** The template field that carries the timestamp. */
  public static final String TIMESTAMP = "timestamp";

  /** The template field that carries the timestamp's day once more. */
  public static final String DAY = "day";

  /** The template field that carries the hash of the body. */
  public static final String DIGEST = "digest";

  /** The fields that are no credentials; also for who looks for those in a message. */
  public static final List<String> RESERVED = List.of(SIGNATURE, TIMESTAMP, DAY, DIGEST);

  public SigningRules {
    stringToSign = List.copyOf(stringToSign);
    sent = List.copyOf(sent);
  }

  public SigningRules withStringToSign(List<Part> parts) {
    return new SigningRules(parts, proof, sent, timestamp, digest);
  }

  public SigningRules withSent(List<Placement> placements) {
    return new SigningRules(stringToSign, proof, placements, timestamp, digest);
  }

  public SigningRules withTimestamp(Optional<TimestampRule> rule) {
    return new SigningRules(stringToSign, proof, sent, rule, digest);
  }

  public SigningRules withDigest(SentDigest other) {
    return new SigningRules(stringToSign, proof, sent, timestamp, Optional.of(other));
  }

  /** The parameter that carries the signature, where that is to be the last of the query. */
  public Optional<TrailingParameter> signatureAtTheEnd() {
    for (Placement placement : sent) {
      if (placement instanceof Placement.InQuery query
          && query.last()
          && query.value().fields().contains(SIGNATURE)) {
        return Optional.of(signedUpTo(TrailingParameter.named(query.name())));
      }
    }
    return Optional.empty();
  }

  /**
   * The same as the string to sign has it: one object is equal to itself sooner than to another.
   */
  private TrailingParameter signedUpTo(TrailingParameter parameter) {
    for (Part part : leaves()) {
      if (part instanceof Part.Target target && target.isBefore(parameter)) {
        return target.before().orElseThrow();
      }
    }
    return parameter;
  }

  /** The parts of the string to sign, and in place of a digest those that it hashes. */
  public List<Part> leaves() {
    return leaves(stringToSign);
  }

  static Set<Aspect> covers(List<Part> parts) {
    Set<Aspect> covered = new LinkedHashSet<>();
    for (Part part : parts) {
      covered.addAll(part.covers());
    }
    return covered;
  }

  static List<Part> leaves(List<Part> parts) {
    List<Part> leaves = new ArrayList<>();
    for (Part part : parts) {
      leaves.addAll(part.leaves());
    }
    return leaves;
  }

  /**
   * The other headers that may be written in place of one: not those that are signed themselves,
   * since what they say belongs to the request.
   */
  public List<String> alternatives(Placement.InHeader header) {
    return header.alternatives().stream()
        .filter(
            other ->
                covered().stream()
                    .filter(aspect -> aspect.kind() == Aspect.Kind.HEADER)
                    .noneMatch(aspect -> aspect.name().equalsIgnoreCase(other)))
        .toList();
  }

  /** Whether the query is sorted before it is signed, so that its order in the URL is free. */
  public boolean sortsQuery() {
    for (Part part : leaves()) {
      if (part instanceof QueryPart query && query.order() != QueryPart.Order.AS_SENT) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body of this request is signed. */
  public boolean signsBodyOf(HttpRequest request) {
    for (Part part : stringToSign) {
      if (part.signsBodyOf(request)) {
        return true;
      }
    }
    return digest.isPresent() && digest.get().signsBodyOf(request);
  }

  /**
   * What writes a header when a request is signed; nothing where it is left as it is, like those by
   * whose names a verifier may find the same.
   */
  public Optional<Placement.InHeader> sentIn(String header) {
    for (Placement placement : sent) {
      if (placement instanceof Placement.InHeader one && one.name().equalsIgnoreCase(header)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** The headers that the string to sign has in it; only the first of a name is signed. */
  public List<String> signedHeaders() {
    List<String> names = new ArrayList<>();
    for (Part part : stringToSign) {
      names.addAll(part.headers());
    }
    return names;
  }

  /** Everything that a signature covers: what is signed, then what its key is derived from. */
  public Set<Aspect> covered() {
    Set<Aspect> covered = new LinkedHashSet<>();
    List<Part> all = leaves();
    digest.ifPresent(hash -> all.addAll(hash.leaves()));
    derivation().ifPresent(derivation -> all.addAll(derivation.messages()));
    for (Part part : all) {
      // A set of a few constants comes in another order each time that Java starts.
      covered.addAll(new TreeSet<>(part.covers()));
    }
    return covered;
  }

  /** How the key is derived; absent where the secret is the key, or nothing is signed. */
  public Optional<Derivation> derivation() {
    return proof instanceof Proof.Mac mac ? mac.derivation() : Optional.empty();
  }

  /** Whether the timestamp's day is sent, signed or in the key. */
  public boolean usesDay() {
    Optional<Derivation> derivation = derivation();
    return sendsDay() || signsDay() || derivation.isPresent() && derivation.get().usesDay();
  }

  /** Whether the timestamp's day is in the string to sign, beside the timestamp or alone. */
  public boolean signsDay() {
    return hasDay(leaves());
  }

  static boolean hasDay(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof DayPart) {
        return true;
      }
    }
    return false;
  }

  /** Whether the timestamp's day travels beside the timestamp. */
  public boolean sendsDay() {
    for (Placement placement : sent) {
      if (placement.value().fields().contains(DAY)) {
        return true;
      }
    }
    return false;
  }

  /** The day of a timestamp, or where that cannot be read of a time; empty where none is used. */
  public String day(String timestamp, Instant otherwise) {
    return usesDay() && this.timestamp.isPresent()
        ? this.timestamp
            .get()
            .dayOf(timestamp)
            .orElseGet(() -> this.timestamp.get().dayOf(otherwise))
        : "";
  }

  /**
   * Every way in which a verifier may read the string to sign; the first is the one that a signer
   * writes. More than one only where the documentation is silent.
   */
  public List<List<Part>> readings() {
    return readings(stringToSign);
  }

  static List<List<Part>> readings(List<Part> all) {
    List<List<Part>> readings = List.of(List.of());
    for (Part part : all) {
      List<List<Part>> longer = new ArrayList<>();
      for (Part reading : part.readings()) {
        for (List<Part> begun : readings) {
          List<Part> parts = new ArrayList<>(begun);
          parts.add(reading);
          longer.add(parts);
        }
      }
      readings = longer;
    }
    return readings;
  }
}
