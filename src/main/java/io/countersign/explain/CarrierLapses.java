package io.countersign.explain;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Headers and parameters that are read too freely or too strictly. */
final class CarrierLapses {
  private final RightVerifier right;
  private final CheckShelf shelf;

  private CarrierLapses(RightVerifier right, CheckShelf shelf) {
    this.right = right;
    this.shelf = shelf;
  }

  static void addTo(CheckShelf shelf, RightVerifier right, SignerCatalogue signers) {
    CarrierLapses lapses = new CarrierLapses(right, shelf);
    lapses.duplicates();
    lapses.headers();
    lapses.syntax(signers);
  }

  private void duplicates() {
    List<Reason> ambiguous =
        List.of(Reason.AMBIGUOUS_REQUEST, Reason.MALFORMED_SIGNATURE, Reason.SIGNATURE_MISMATCH);
    shelf.add(
        "first-of-several-taken",
        4,
        "Of several headers or parameters of one name the first is taken.",
        "Refuse what is there twice.",
        right.unless(
            ambiguous,
            (credentials, request, now) -> right.due(credentials, once(request).get(0), now)));
    shelf.add(
        "last-of-several-taken",
        5,
        "Of several headers or parameters of one name the last is taken.",
        "Refuse what is there twice.",
        right.unless(
            ambiguous,
            (credentials, request, now) -> right.due(credentials, once(request).get(1), now)));
  }

  private List<HttpRequest> once(HttpRequest request) {
    return Duplicates.once(right.rules(), request);
  }

  private void headers() {
    List<Placement.InHeader> headers =
        right.rules().sent().stream()
            .flatMap(one -> one instanceof Placement.InHeader in ? Stream.of(in) : Stream.empty())
            .toList();
    if (!headers.isEmpty()) {
      shelf.add(
          "header-names-in-one-case-only",
          6,
          "Header names in another letter case are not found.",
          "Compare header names without regard to letter case.",
          (credentials, request, now) ->
              right.due(credentials, onlyAsWritten(headers, request), now));
    }
    if (headers.stream().anyMatch(one -> !right.rules().alternatives(one).isEmpty())) {
      shelf.add(
          "alternative-header-not-read",
          7,
          "The other header that may carry the field is not read.",
          "Read the other header where the first is absent.",
          right.by(rules -> SentPlacements.mapping(rules, CarrierLapses::alone).orElse(rules)));
    }
  }

  private static HttpRequest onlyAsWritten(
      List<Placement.InHeader> placements, HttpRequest request) {
    List<Header> kept = new ArrayList<>();
    for (Header header : request.headers().all()) {
      boolean otherCase =
          placements.stream()
              .anyMatch(
                  one ->
                      one.name().equalsIgnoreCase(header.name())
                          && !one.name().equals(header.name()));
      if (!otherCase) {
        kept.add(header);
      }
    }
    return request.withHeaders(new Headers(kept));
  }

  private static Placement alone(Placement placement) {
    return placement instanceof Placement.InHeader header
        ? new Placement.InHeader(header.name(), List.of(), header.value())
        : placement;
  }

  /** A signer's wrong syntax or place, accepted beside the right one. */
  private void syntax(SignerCatalogue signers) {
    for (Variation<PlacementChange> placement : signers.placements()) {
      if (placement.first().apply(right.rules()).isPresent()) {
        Deviation about = placement.about();
        shelf.add(
            about.id() + "-accepted",
            about.rank() + 8,
            "Accepted: " + about.title(),
            "Refuse what is not of the scheme's form.",
            (credentials, request, now) -> {
              Verdict due = right.due(credentials, request, now);
              Optional<Verdict> other =
                  due.isAccepted()
                      ? Optional.empty()
                      : readings(placement, request).stream()
                          .map(
                              rules ->
                                  Verifier.of(right.scheme(), rules, credentials)
                                      .verify(request, now))
                          .filter(Verdict::isAccepted)
                          .findFirst();
              return other.orElse(due);
            });
      }
    }
  }

  private List<SigningRules> readings(Variation<PlacementChange> placement, HttpRequest request) {
    return placement.first().readings(right.rules(), request);
  }
}
