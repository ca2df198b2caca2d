package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.SentFields;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains why a signed request is rejected: it searches the deviations of the scheme for those
 * that reproduce the signature which the request carries. It never guesses; a deviation that does
 * not reproduce the signature is not given. Belongs to one thread.
 */
public final class Explainer {
  /** How long a search for combinations of deviations may take by default. */
  public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(2);

  private final SigningRules rules;
  private final Credentials credentials;
  private final SignerCatalogue catalogue;
  private final Verifier verifier;
  private final Lanes lanes;
  private final Duration budget;

  private Explainer(
      SigningRules rules,
      Credentials credentials,
      SignerCatalogue catalogue,
      Verifier verifier,
      Lanes lanes,
      Duration budget) {
    this.rules = rules;
    this.credentials = credentials;
    this.catalogue = catalogue;
    this.verifier = verifier;
    this.lanes = lanes;
    this.budget = budget;
  }

  public static Explainer of(Scheme scheme, Profile profile, Credentials credentials) {
    return of(SignerCatalogue.of(scheme, profile), scheme, profile, credentials);
  }

  /**
   * @param catalogue of that scheme and profile, for who explains more than one request
   */
  public static Explainer of(
      SignerCatalogue catalogue, Scheme scheme, Profile profile, Credentials credentials) {
    SigningRules rules = scheme.rules(profile);
    return new Explainer(
        rules,
        credentials,
        catalogue,
        Verifier.of(scheme, profile, credentials),
        new Lanes(catalogue, rules, credentials),
        DEFAULT_BUDGET);
  }

  /**
   * @param other how long combinations of deviations are searched; each one alone is always tried
   */
  public Explainer withBudget(Duration other) {
    return new Explainer(rules, credentials, catalogue, verifier, lanes, other);
  }

  /**
   * @param request as it arrived
   * @param now the verifier's clock
   */
  public Diagnosis explain(HttpRequest request, Instant now) {
    Verdict verdict = verifier.verify(request, now);
    if (verdict instanceof Verdict.Accepted accepted) {
      return new Diagnosis.Accepted(accepted.stringToSign());
    }
    Verdict.Rejected rejected = (Verdict.Rejected) verdict;
    SearchBudget allowance = new SearchBudget(budget, System::nanoTime);
    List<Root> roots = Readings.of(catalogue, rules, credentials, request, now);
    Map<Explanation, Root> origins = new HashMap<>();
    List<Explanation> found = search(roots, allowance, origins);
    if (found.isEmpty()) {
      found = shown(request, rejected.reason());
    }
    Optional<Root> arrived = roots.stream().filter(Root::isAsDocumented).findFirst();
    Optional<Root> origin =
        found.stream()
            .sorted(Explanation.COMMONEST_FIRST)
            .flatMap(one -> Optional.ofNullable(origins.get(one)).stream())
            .findFirst();
    RightString right = new RightString(rules, credentials, request, now);
    Optional<Octets> expected =
        Optional.of(rules.proof())
            .filter(proof -> !(proof instanceof Proof.Password))
            .map(
                mac ->
                    arrived
                        .map(Root::stringToSign)
                        .or(() -> origin.map(right::of))
                        .orElseGet(right::ofUnread));
    found = Synonyms.ofThisProfile(found, expected);
    return new Diagnosis.Rejected(
        rejected.reason(),
        rejected.detail(),
        expected,
        arrived.map(Root::day).or(() -> origin.map(right::day)).orElseGet(right::day),
        arrived.map(root -> root.drafts().get(0).hashed()).orElse(List.of()),
        found.stream().sorted(Explanation.COMMONEST_FIRST).toList(),
        allowance.searched());
  }

  /** What readings have in common that are searched together. */
  private record Alike(String signature, Lanes.Keyed keyed) {}

  /**
   * @param origins is told by which reading each was found
   */
  private List<Explanation> search(
      List<Root> roots, SearchBudget allowance, Map<Explanation, Root> origins) {
    Map<Alike, List<Root>> alike = new LinkedHashMap<>();
    for (Root root : roots) {
      Alike key = new Alike(root.signature(), lanes.keyed(root));
      alike.computeIfAbsent(key, one -> new ArrayList<>()).add(root);
    }
    List<SignatureSearch> searches = new ArrayList<>();
    alike.forEach(
        (key, all) ->
            searches.add(
                new SignatureSearch(
                    all, catalogue, lanes.of(key.signature(), key.keyed()), allowance)));
    for (int deviations = 0; deviations <= Lanes.MOST; deviations++) {
      if (deviations > 1) {
        // What explains most requests is tried even where the machine has no time to spare.
        allowance.begin();
      }
      List<Explanation> found = new ArrayList<>();
      for (SignatureSearch search : searches) {
        found.addAll(search.explain(deviations, origins));
      }
      if (!found.isEmpty() || allowance.isSpent()) {
        return telling(found);
      }
    }
    return List.of();
  }

  /** Those that say most of what was done; all of them have as many deviations. */
  private static List<Explanation> telling(List<Explanation> found) {
    int least = found.stream().mapToInt(Explainer::vagueness).min().orElse(0);
    return Synonyms.once(found.stream().filter(one -> vagueness(one) == least).toList());
  }

  /** A deviation that has a name says more than where a field is, which says more than nowhere. */
  private static int vagueness(Explanation one) {
    return one.has(SentWords::isForm)
        ? 3
        : one.has(Omissions::isOne)
            ? 2
            : one.has(SentWords::isOtherName) || one.has(SentDigests::isVague) ? 1 : 0;
  }

  /** What the request itself shows, where there is nothing to reproduce. */
  private List<Explanation> shown(HttpRequest request, Reason reason) {
    SentFields sent = SentFields.read(rules, request);
    Optional<Deviation> day = DayDeviations.shown(rules, sent);
    Optional<Deviation> digest = new SentDigests(request, credentials).shown(rules);
    if (reason == Reason.AMBIGUOUS_REQUEST) {
      return List.of(shown(day.orElse(Duplicates.SENT_TWICE)));
    }
    boolean none =
        Omissions.fields(rules).stream().noneMatch(field -> sent.value(field).isPresent());
    boolean untimed = rules.timestamp().isPresent() && sent.value(SigningRules.TIMESTAMP).isEmpty();
    if (sent.value(SigningRules.SIGNATURE).isEmpty()) {
      boolean malformed = reason == Reason.MALFORMED_CREDENTIAL;
      return List.of(
          shown(malformed ? Omissions.MALFORMED : none ? Omissions.ALL : Omissions.SIGNATURE));
    }
    return untimed
        ? List.of(shown(Omissions.TIMESTAMP))
        : day.or(() -> digest).map(Explainer::shown).stream().toList();
  }

  private static Explanation shown(Deviation deviation) {
    return new Explanation(List.of(deviation), Optional.empty(), List.of());
  }
}
