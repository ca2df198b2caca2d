package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to read the request that arrived: the message as its signer saw it before the signature
 * was added, and the fields that it carries.
 */
final class Root {
  private final Reading reading;
  private final List<List<Deviation>> clocks;
  private final boolean isFinal;
  private final Pieces pieces;
  private final Map<List<Part>, Piece[]> runs = new IdentityHashMap<>();

  /**
   * What is read.
   *
   * @param deviations what has to be true for this reading
   * @param rules by which it is read
   * @param message without the signature
   * @param credentials with the key id that was sent
   * @param signature as sent
   * @param timestamp as sent
   * @param day as sent, or else that of the timestamp; empty where the scheme has none
   */
  record Reading(
      List<Deviation> deviations,
      SigningRules rules,
      HttpRequest message,
      Credentials credentials,
      String signature,
      String timestamp,
      String day) {}

  /**
   * @param clocks what may be wrong with the timestamp, in sets of the same least size
   * @param isFinal whether no deviation of the string to sign is tried on top of it
   */
  Root(Reading reading, List<List<Deviation>> clocks, boolean isFinal) {
    this.reading = reading;
    this.clocks = clocks;
    this.isFinal = isFinal;
    this.pieces =
        Pieces.of(
            new SigningInput(
                reading.message(), reading.credentials(), reading.timestamp(), reading.day()));
  }

  /** How many deviations this reading needs already. */
  int least() {
    return reading.deviations().size() + clocks.get(0).size();
  }

  /** Whether all that is read, the timestamp's form too, was sent and is as the scheme has it. */
  boolean isAsDocumented() {
    return !isFinal
        && reading.deviations().isEmpty()
        && (reading.rules().timestamp().isEmpty()
            || reading.rules().timestamp().get().format().parse(reading.timestamp()).isPresent());
  }

  /** The string that a signer who is right signs for this reading. */
  Octets stringToSign() {
    OctetBuffer buffer = new OctetBuffer();
    drafts().get(0).compose(buffer);
    return buffer.toOctets();
  }

  int rank() {
    return reading.deviations().stream().mapToInt(Deviation::rank).sum();
  }

  boolean isFinal() {
    return isFinal;
  }

  SigningRules rules() {
    return reading.rules();
  }

  /** Without the signature. */
  HttpRequest message() {
    return reading.message();
  }

  String timestamp() {
    return reading.timestamp();
  }

  String signature() {
    return reading.signature();
  }

  Credentials credentials() {
    return reading.credentials();
  }

  String day() {
    return reading.day();
  }

  /** When it was signed; of a timestamp that is but tried, the day alone. */
  DerivationStep.Moment moment() {
    return new DerivationStep.Moment(isFinal ? "" : reading.timestamp(), reading.day());
  }

  /** The strings to sign that are right for this reading. */
  List<Draft> drafts() {
    return reading.rules().readings().stream().map(parts -> Draft.of(this, parts)).toList();
  }

  /** A part with what it writes for this message. */
  Piece piece(Part part) {
    return pieces.piece(part);
  }

  /**
   * Adds what is hashed for a part; a hash that is written in another way is none of the scheme.
   */
  void addHashed(Part part, List<Octets> all) {
    if (part instanceof DigestPart digest) {
      OctetBuffer buffer = new OctetBuffer();
      for (Part hashed : digest.parts()) {
        addHashed(hashed, all);
        buffer.append(piece(hashed).written());
      }
      all.add(buffer.toOctets());
    }
  }

  /** The pieces of parts that a deviation adds; the list is one and the same each time. */
  Piece[] pieces(List<Part> parts) {
    return runs.computeIfAbsent(parts, all -> all.stream().map(this::piece).toArray(Piece[]::new));
  }

  /** All sets of deviations that this reading and others together are. */
  List<List<Deviation>> with(List<Deviation> others) {
    List<List<Deviation>> all = new ArrayList<>();
    for (List<Deviation> clock : clocks) {
      List<Deviation> deviations = new ArrayList<>(reading.deviations());
      deviations.addAll(clock);
      deviations.addAll(others);
      all.add(deviations);
    }
    return all;
  }
}
