package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.signing.Signer;
import io.countersign.verify.SentFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The string that should have been signed for a request: one that somebody could sign, so that
 * nothing of what was sent under a wrong name is in it, and no time that nobody named.
 */
final class RightString {
  private final SigningRules rules;
  private final Credentials credentials;
  private final HttpRequest request;
  private final Instant now;

  /**
   * @param request as it arrived
   * @param now the verifier's clock
   */
  RightString(SigningRules rules, Credentials credentials, HttpRequest request, Instant now) {
    this.rules = rules;
    this.credentials = credentials;
    this.request = request;
    this.now = now;
  }

  /** Of a reading in which something is sent otherwise than the scheme has it, or not at all. */
  Octets of(Root read) {
    if (!SecondQuestionMark.mended(rules, request).isEmpty()) {
      return ofUnread(); // Whatever was read in it, its parameters are run together.
    }
    HttpRequest message = read.message();
    for (Placement sent : read.rules().sent()) {
      if (!rules.sent().contains(sent)) {
        message = mended(sent, message);
      }
    }
    String timestamp = read.timestamp();
    boolean isTimed =
        rules.timestamp().isEmpty()
            || rules.timestamp().get().format().parse(timestamp).isPresent();
    if (!isTimed) {
      return signer().sign(message, time()).stringToSign();
    }
    if (isWhole(message)) {
      Root.Reading right =
          new Root.Reading(List.of(), rules, message, credentials, "", timestamp, day(read));
      return new Root(right, List.of(List.of()), false).stringToSign();
    }
    return rules.timestamp().isEmpty()
        ? signer().sign(message, now).stringToSign()
        : signer().signWithTimestamp(message, timestamp, time()).stringToSign();
  }

  /** Of a request that nothing explains: signed anew where it cannot be read. */
  Octets ofUnread() {
    return signer().sign(meant(), time()).stringToSign();
  }

  /** The day that goes with it. */
  String day(Root read) {
    return rules.day(read.timestamp(), time());
  }

  /** The day that goes with what is signed anew. */
  String day() {
    return rules.day("", time());
  }

  private Signer signer() {
    return Signer.of(rules, credentials);
  }

  /** With the right name in the place of the wrong one, or without what nobody reads. */
  private HttpRequest mended(Placement sent, HttpRequest message) {
    Optional<Placement.InQuery> due =
        rules.sent().stream()
            .filter(one -> one.value().toString().equals(sent.value().toString()))
            .filter(one -> one instanceof Placement.InQuery && sent instanceof Placement.InQuery)
            .map(Placement.InQuery.class::cast)
            .findFirst();
    return due.isPresent()
        ? renamed(SentPlacements.name(sent), due.get().name(), message)
        : Placements.removeAll(List.of(sent), message);
  }

  private static HttpRequest renamed(String from, String to, HttpRequest message) {
    String query =
        Arrays.stream(message.query().orElse("").split("&", -1))
            .map(
                pair ->
                    Parameter.isThere(pair, from) && pair.contains("=")
                        ? to + pair.substring(pair.indexOf('='))
                        : pair)
            .collect(Collectors.joining("&"));
    return message.query().isEmpty()
        ? message
        : message.withUrl(message.url().withQuery(Optional.of(query)));
  }

  /** Whether all is there that is put into a message before it is signed. */
  private boolean isWhole(HttpRequest message) {
    SentFields fields = SentFields.read(rules, message);
    return rules.sent().stream()
        .filter(one -> !SentPlacements.carries(one, SigningRules.SIGNATURE))
        .flatMap(one -> one.value().fields().stream())
        .allMatch(field -> fields.value(field).isPresent());
  }

  /** Signed anew, a request whose parameters cannot be read would have them a second time. */
  private HttpRequest meant() {
    return SecondQuestionMark.mended(rules, request).stream().findFirst().orElse(request);
  }

  /** What the request says, where that can be read: another time would be shown as a difference. */
  private Instant time() {
    return SentFields.read(rules, request)
        .value(SigningRules.TIMESTAMP)
        .flatMap(text -> rules.timestamp().flatMap(rule -> rule.format().parse(text)))
        .orElse(now);
  }
}
