package io.countersign.explain;

import io.countersign.document.EnumWord;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Placements;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Verifiers that do not look at something the signature covers. A MAC cannot be checked without it;
 * so each of these remembers what it accepted, as a cache of verdicts does, and accepts again
 * whatever differs only in what it does not look at.
 */
final class CoverageLapses {
  private static final int KILOBYTE = 1024;

  private final RightVerifier right;
  private final CheckShelf shelf;

  private CoverageLapses(RightVerifier right, CheckShelf shelf) {
    this.right = right;
    this.shelf = shelf;
  }

  /** What a lax verifier sees of a request, and of the credentials. */
  private record Seen(HttpRequest request, Map<String, String> credentials, String proof) {}

  static void addTo(CheckShelf shelf, RightVerifier right) {
    CoverageLapses lapses = new CoverageLapses(right, shelf);
    right.rules().covered().stream().filter(lapses::isSent).forEach(lapses::ignoring);
    lapses.lenient();
    List.of(4, 64).forEach(lapses::upTo);
  }

  /** What is not sent is the verifier's own, and cannot be another. */
  private boolean isSent(Aspect aspect) {
    return switch (aspect.kind()) {
      case DAY -> right.rules().sendsDay();
      case CREDENTIAL ->
          right.rules().sent().stream().anyMatch(one -> SentPlacements.carries(one, aspect.name()));
      default -> true;
    };
  }

  private void ignoring(Aspect aspect) {
    String name = aspect.name().isEmpty() ? EnumWord.of(aspect.kind()) : aspect.name();
    shelf.add(
        name + "-not-verified",
        2,
        Optional.of(aspect.kind()),
        "The " + name + " may be another than the one that was signed.",
        "Verify the signature over the " + name + " of the request.",
        () -> remembering(view(aspect)));
  }

  /** Differences that are overlooked, rather than whole parts. */
  private void lenient() {
    lenient(
        Aspect.Kind.METHOD,
        "method-in-any-case",
        request -> request.withMethod(request.method().toUpperCase(Locale.ROOT)));
    lenient(
        Aspect.Kind.PATH, "path-in-any-case", Writers.path(path -> path.toLowerCase(Locale.ROOT)));
    lenient(Aspect.Kind.PATH, "path-compared-decoded", Writers.path(Percent::decode));
    lenient(
        Aspect.Kind.PATH,
        "trailing-slash-ignored",
        Writers.path(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    lenient(
        Aspect.Kind.QUERY,
        "query-in-any-case",
        Writers.query(query -> query.toLowerCase(Locale.ROOT)));
    lenient(Aspect.Kind.QUERY, "query-compared-decoded", Writers.query(Percent::decode));
    lenient(
        Aspect.Kind.QUERY,
        "empty-parameters-ignored",
        Writers.query(QueryTexts.kept(one -> !one.value().orElse("").isEmpty())));
    lenient(Aspect.Kind.BODY, "body-compared-trimmed", Writers.body(String::strip));
    lenient(
        Aspect.Kind.BODY,
        "body-compared-without-white-space",
        Writers.body(body -> body.replaceAll("\\s+", "")));
    if (!right.rules().sortsQuery()) {
      lenient(
          Aspect.Kind.QUERY,
          "query-in-any-order",
          Writers.query(QueryTexts.sorted(Comparator.comparing(Parameter::toString))));
    }
  }

  /** Who reads one buffer, or one segment: what is behind it is not verified, or not even read. */
  private void upTo(int kilobytes) {
    UnaryOperator<HttpRequest> beginning =
        request ->
            request.body().length() > kilobytes * KILOBYTE
                ? request.withBody(request.body().slice(0, kilobytes * KILOBYTE))
                : request;
    lenient(Aspect.Kind.BODY, "body-compared-up-to-" + kilobytes + "-kb", beginning);
    if (covers(Aspect.Kind.BODY)) {
      shelf.add(
          "body-read-up-to-" + kilobytes + "-kb",
          10,
          Aspect.Kind.BODY,
          "Of a body, the first " + kilobytes + " kB are read, and taken for all of it.",
          "Read the body to its end before it is verified.",
          (credentials, request, now) -> right.due(credentials, beginning.apply(request), now));
    }
  }

  private void lenient(Aspect.Kind kind, String id, UnaryOperator<HttpRequest> view) {
    if (covers(kind)) {
      String name = EnumWord.of(kind);
      shelf.add(
          id,
          9,
          Optional.of(kind),
          "A difference in the " + name + " is overlooked: " + id.replace('-', ' ') + ".",
          "Verify the " + name + " to the byte.",
          () -> remembering((seen, rules) -> with(seen, view.apply(seen.request()))));
    }
  }

  private boolean covers(Aspect.Kind kind) {
    return Stream.concat(right.rules().stringToSign().stream(), right.rules().digest().stream())
        .anyMatch(part -> Rewrite.covers(part, kind));
  }

  private LooseVerifier remembering(BiFunction<Seen, SigningRules, Seen> view) {
    Set<Seen> accepted = ConcurrentHashMap.newKeySet();
    return (credentials, request, now) -> {
      SentFields sent = SentFields.read(right.rules(), request);
      Seen seen =
          view.apply(
              new Seen(
                  SentPlacements.unsigned(right.rules(), request),
                  new TreeMap<>(credentials.openFields()),
                  sent.value(SigningRules.SIGNATURE).orElse("")),
              right.rules());
      Verdict due = right.due(credentials, request, now);
      if (due.isAccepted()) {
        accepted.add(seen);
        return due;
      }
      // It overlooks one thing alone, and what has become too old is another.
      boolean expired =
          due instanceof Verdict.Rejected rejected && rejected.reason() == Reason.EXPIRED_TIMESTAMP;
      return !expired && accepted.contains(seen) ? new Verdict.Accepted(Octets.EMPTY) : due;
    };
  }

  private static BiFunction<Seen, SigningRules, Seen> view(Aspect aspect) {
    return switch (aspect.kind()) {
      case METHOD -> (seen, rules) -> with(seen, seen.request().withMethod("ANY"));
      case HOST ->
          (seen, rules) -> with(seen, Writers.authority(host -> "any").apply(seen.request()));
      case PATH -> (seen, rules) -> with(seen, Writers.path(path -> "/").apply(seen.request()));
      case QUERY -> (seen, rules) -> with(seen, withoutQuery(rules, seen.request()));
      case BODY -> (seen, rules) -> with(seen, seen.request().withBody(Octets.EMPTY));
      case HEADER ->
          (seen, rules) ->
              with(
                  seen,
                  seen.request().withHeaders(seen.request().headers().without(aspect.name())));
      case TIMESTAMP -> without(SigningRules.TIMESTAMP);
      case DAY -> without(SigningRules.DAY);
      case CREDENTIAL -> without(aspect.name());
    };
  }

  /** All but the parameters that the scheme itself sends. */
  private static HttpRequest withoutQuery(SigningRules rules, HttpRequest request) {
    RequestUrl url = request.url();
    List<Parameter> own =
        url.rawQuery().map(Parameter::parse).orElse(List.of()).stream()
            .filter(
                one -> rules.sent().stream().map(SentPlacements::name).anyMatch(one.name()::equals))
            .toList();
    return request.withUrl(url.withQuery(Optional.of(QueryTexts.join(own, "&"))));
  }

  /** All but what carries a field. */
  private static BiFunction<Seen, SigningRules, Seen> without(String field) {
    return (seen, rules) ->
        with(
            seen,
            Placements.removeAll(
                rules.sent().stream().filter(one -> SentPlacements.carries(one, field)).toList(),
                seen.request()));
  }

  private static Seen with(Seen seen, HttpRequest request) {
    return new Seen(request, seen.credentials(), seen.proof());
  }
}
