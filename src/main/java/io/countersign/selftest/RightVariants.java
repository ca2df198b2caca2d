package io.countersign.selftest;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.Signer;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Call;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Signers that do it in another way than the reference, and are as right. None adds a parameter:
 * that would be another request than the one to sign. Those of a caller are in the fresh requests.
 */
final class RightVariants {
  private final SchemeUnderTest subject;
  private final SigningRules rules;
  private final List<Candidate> all = new ArrayList<>();

  private RightVariants(SchemeUnderTest subject, Profile profile) {
    this.subject = subject;
    this.rules = subject.scheme().rules(profile);
  }

  static List<Candidate> of(SchemeUnderTest subject, Profile profile) {
    RightVariants variants = new RightVariants(subject, profile);
    variants.headers();
    variants.query();
    variants.timestamps();
    return variants.all;
  }

  private void headers() {
    boolean inHeaders =
        rules.sent().stream().anyMatch(placement -> placement instanceof Placement.InHeader);
    if (inHeaders) {
      after(
          "header-names-in-lower-case",
          "Header names are written in lower case.",
          request -> named(request, name -> name.toLowerCase(Locale.ROOT)));
      after(
          "header-names-in-upper-case",
          "Header names are written in upper case.",
          request -> named(request, name -> name.toUpperCase(Locale.ROOT)));
    }
    after(
        "further-header",
        "A header that means nothing to the scheme is sent along.",
        request -> request.withHeader("X-Request-Id", "5f2a"));
    for (Placement placement : rules.sent()) {
      if (placement instanceof Placement.InHeader header && !rules.alternatives(header).isEmpty()) {
        by(
            "alternative-header",
            "The other header of the two that are read is written.",
            rules.withSent(
                replaced(
                    placement,
                    new Placement.InHeader(
                        rules.alternatives(header).get(0), List.of(), header.value()))));
      }
    }
  }

  private static HttpRequest named(HttpRequest request, UnaryOperator<String> spelling) {
    return request.withHeaders(
        new Headers(
            request.headers().all().stream()
                .map(header -> new Header(spelling.apply(header.name()), header.value()))
                .toList()));
  }

  private void query() {
    if (rules.sortsQuery()) {
      after("url-sorted", "The URL is sorted as well as the string to sign.", this::sorted);
    }
    List<Placement> parameters =
        rules.sent().stream()
            .filter(one -> one instanceof Placement.InQuery query && !query.last())
            .toList();
    if (parameters.size() > 1) {
      List<Placement> reversed = new ArrayList<>(parameters);
      Collections.reverse(reversed);
      by(
          "parameters-reversed",
          "The parameters before the signature stand in the other order.",
          rules.withSent(
              Stream.concat(
                      reversed.stream(),
                      rules.sent().stream().filter(one -> !parameters.contains(one)))
                  .toList()));
    }
    for (Placement placement : rules.sent()) {
      if (placement instanceof Placement.InQuery query
          && query.last()
          && query.read() == Placement.Escaping.PERCENT) {
        by(
            "signature-unescaped",
            "The signature is written raw where it is read decoded.",
            rules.withSent(
                replaced(
                    placement,
                    new Placement.InQuery(
                        query.name(), query.value(), Placement.Escaping.RAW, query.read(), true))));
      }
    }
  }

  private HttpRequest sorted(HttpRequest request) {
    List<String> pairs = Arrays.asList(request.query().orElse("").split("&", -1));
    Collections.sort(pairs, Comparator.comparing(pair -> pair.split("=", 2)[0]));
    return request.withUrl(
        request.url().withQuery(request.query().map(query -> String.join("&", pairs))));
  }

  private void timestamps() {
    rules.timestamp().ifPresent(this::timestamps);
  }

  private void timestamps(TimestampRule rule) {
    for (TimestampFormat other :
        List.of(TimestampFormat.ISO_8601_Z, TimestampFormat.ISO_8601_OFFSET)) {
      boolean readable =
          rule.format() != other && rule.format().parse(other.format(Instant.EPOCH)).isPresent();
      if (readable) {
        by(
            "timestamp-" + other.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "The timestamp is written in another way that is read as well.",
            rules.withTimestamp(Optional.of(rule.withFormat(other))));
      }
    }
    if (rule.format().parse(elsewhere(Instant.EPOCH)).isPresent()) {
      add(
          "timestamp-of-another-zone",
          "The timestamp is local time, and its offset from UTC says so.",
          call ->
              Signer.of(rules, call.credentials())
                  .signWithTimestamp(call.request(), elsewhere(call.time()), call.time())
                  .request());
    }
  }

  private List<Placement> replaced(Placement one, Placement other) {
    return rules.sent().stream().map(each -> each == one ? other : each).toList();
  }

  /** A time as clocks in the east of Europe show it, with their offset. */
  private static String elsewhere(Instant time) {
    return OffsetDateTime.ofInstant(time.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.ofHours(2))
        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT));
  }

  /** Signs by other rules. */
  private void by(String id, String title, SigningRules other) {
    add(id, title, call -> sign(other, call, call.request()));
  }

  /** Signs by the scheme's rules, and then does something that changes nothing. */
  private void after(String id, String title, UnaryOperator<HttpRequest> change) {
    add(id, title, call -> change.apply(sign(rules, call, call.request())));
  }

  private static HttpRequest sign(SigningRules rules, Call call, HttpRequest request) {
    return Signer.of(rules, call.credentials()).sign(request, call.time()).request();
  }

  private void add(String id, String title, Function<Call, HttpRequest> signer) {
    all.add(Candidate.signer(subject, id, title, true, signer));
  }
}
