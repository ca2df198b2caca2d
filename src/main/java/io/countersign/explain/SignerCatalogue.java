package io.countersign.explain;

import io.countersign.document.InputException;
import io.countersign.document.Suggestion;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every way in which a signer gets one profile of a scheme wrong, derived from its rules. */
public final class SignerCatalogue {
  private static final Comparator<Deviation> AS_APPLIED =
      Comparator.comparing(Deviation::affects).thenComparing(Deviation.COMMONEST_FIRST);

  private final SigningRules rules;
  private final List<Variation<SigningRules>> profiles;
  private final List<Variation<PlacementChange>> placements;
  private final List<Variation<TimeForm>> timeForms;
  private final List<Variation<Rewrite>> strings;
  private final List<Variation<Rewrite>> separators;
  private final List<Variation<Function<Instant, String>>> days;
  private final List<Variation<KeyStep>> keys;
  private final List<Variation<DerivationStep>> derivations;
  private final List<Variation<MacStep>> macs;
  private final List<Variation<TextForm>> texts;
  private final List<Variation<Transport>> transports;
  private final Map<String, Applicable> byId = new LinkedHashMap<>();
  private final Map<String, String> equivalents;

  /** A deviation and what it makes of a procedure; nothing where it cannot be applied. */
  private record Applicable(Deviation about, Function<Procedure, Optional<Procedure>> change) {}

  private SignerCatalogue(Scheme scheme, Profile profile) {
    this.rules = scheme.rules(profile);
    this.profiles = ProfileDeviation.of(scheme, profile).toList();
    this.placements = sorted(PlacementDeviations.all().addAll(SentDigestDeviations.of(rules)));
    this.timeForms = sorted(TimestampDeviations.forms(rules));
    this.strings = strings(rules, profiles);
    this.separators = separators(rules, profiles, strings);
    this.days = sorted(DayDeviations.of(rules));
    this.keys = sorted(KeyDeviations.of(scheme, rules));
    this.derivations = sorted(DerivationDeviations.of(rules));
    this.macs = sorted(MacDeviations.of(rules.proof()));
    this.texts = sorted(EncodingDeviations.of(rules));
    this.transports = sorted(TransportDeviations.of(scheme, rules));
    fill();
    this.equivalents = Equivalents.of(rules);
  }

  public static SignerCatalogue of(Scheme scheme, Profile profile) {
    return new SignerCatalogue(scheme, profile);
  }

  /** The deviations that apply to the scheme's rules, the most common first. */
  public List<Deviation> deviations() {
    return byId.values().stream().map(Applicable::about).sorted(Deviation.COMMONEST_FIRST).toList();
  }

  /**
   * Why the scheme cannot tell this deviation from a signer that is right, if it cannot: what it
   * changes is nothing that the documentation rules.
   */
  public Optional<String> equivalence(Deviation deviation) {
    return Optional.ofNullable(equivalents.get(deviation.id()));
  }

  /**
   * @throws InputException if no deviation of that id applies to the scheme
   */
  public Deviation deviation(String id) {
    return applicable(id).about();
  }

  /**
   * @throws InputException if they exclude each other
   */
  Procedure procedure(Collection<Deviation> deviations) {
    return applied(deviations)
        .orElseThrow(
            () ->
                InputException.of(
                    "the deviations " + deviations + " exclude each other", "take one of them"));
  }

  List<Variation<SigningRules>> profiles() {
    return profiles;
  }

  List<Variation<PlacementChange>> placements() {
    return placements;
  }

  List<Variation<TimeForm>> timeForms() {
    return timeForms;
  }

  List<Variation<Rewrite>> strings() {
    return strings;
  }

  /** Of the string to sign too, each to be tried alone or with one other deviation. */
  List<Variation<Rewrite>> separators() {
    return separators;
  }

  List<Variation<Function<Instant, String>>> days() {
    return days;
  }

  List<Variation<DerivationStep>> derivations() {
    return derivations;
  }

  List<Variation<KeyStep>> keys() {
    return keys;
  }

  List<Variation<MacStep>> macs() {
    return macs;
  }

  List<Variation<TextForm>> texts() {
    return texts;
  }

  List<Variation<Transport>> transports() {
    return transports;
  }

  private Optional<Procedure> applied(Collection<Deviation> deviations) {
    Optional<Procedure> procedure = Optional.of(Procedure.of(rules));
    for (Deviation deviation : deviations.stream().sorted(AS_APPLIED).toList()) {
      procedure = procedure.flatMap(applicable(deviation.id()).change());
    }
    return procedure;
  }

  private Applicable applicable(String id) {
    Applicable found = byId.get(id);
    if (found == null) {
      throw InputException.of(
          "no deviation '" + id + "' of a signer applies to the scheme",
          Suggestion.of(id, byId.keySet().toArray(String[]::new)));
    }
    return found;
  }

  private void fill() {
    put(profiles, (p, other) -> Optional.of(Procedure.of(other)));
    put(placements, (p, change) -> change.apply(p.rules()).map(p::withRules));
    put(Omissions.of(rules).toList(), (p, fields) -> Optional.of(p.withOmitted(fields)));
    put(TimestampDeviations.clocks(rules).toList(), (p, time) -> Optional.of(p.withTime(time)));
    put(timeForms, (p, time) -> Optional.of(p.withTime(time)));
    put(days, (p, day) -> Optional.of(p.withDay(day)));
    put(strings, (p, change) -> change.apply(p.rules().stringToSign()).map(p::withStringToSign));
    put(separators, (p, change) -> change.apply(p.rules().stringToSign()).map(p::withStringToSign));
    put(keys, (p, key) -> Optional.of(p.withKey(key)));
    put(derivations, (p, derivation) -> Optional.of(p.withDerivation(derivation)));
    put(macs, (p, mac) -> Optional.of(p.withMac(mac)));
    put(texts, (p, text) -> Optional.of(p.withText(text)));
    put(transports, (p, transport) -> Optional.of(p.withTransport(transport)));
  }

  private <T> void put(
      List<Variation<T>> variations, BiFunction<Procedure, T, Optional<Procedure>> change) {
    for (Variation<T> one : variations) {
      Function<Procedure, Optional<Procedure>> first =
          procedure -> change.apply(procedure, one.first());
      if (first.apply(Procedure.of(rules)).isPresent()) {
        byId.putIfAbsent(one.about().id(), new Applicable(one.about(), first));
      }
    }
  }

  private static List<Variation<Rewrite>> strings(
      SigningRules rules, List<Variation<SigningRules>> profiles) {
    Shelf<Rewrite> shelf =
        LiteralDeviations.all()
            .addAll(StructureDeviations.of(rules))
            .addAll(RequestDeviations.of(rules))
            .addAll(CredentialDeviations.of(rules))
            .addAll(PathDeviations.of(rules))
            .addAll(QueryDeviations.of(rules))
            .addAll(TargetDeviations.of(rules))
            .addAll(AddedParameterDeviations.of(rules))
            .addAll(BodyDeviations.all())
            .addAll(DigestDeviations.of(rules))
            .addAll(SentDigestDeviations.unsigned(rules))
            .addAll(SignedTimestampDeviations.of(rules))
            .addAll(TextDeviations.all());
    List<List<Part>> others = profiles.stream().map(one -> one.first().stringToSign()).toList();
    List<Variation<Rewrite>> applicable = new ArrayList<>();
    for (Variation<Rewrite> one : sorted(shelf)) {
      List<Rewrite> forms =
          one.forms().stream()
              .filter(
                  form ->
                      form.apply(rules.stringToSign())
                          .filter(parts -> !others.contains(parts))
                          .isPresent())
              .toList();
      if (!forms.isEmpty()) {
        applicable.add(new Variation<>(one.about(), forms));
      }
    }
    return applicable;
  }

  /** Those that give a string which no other one does. */
  private static List<Variation<Rewrite>> separators(
      SigningRules rules,
      List<Variation<SigningRules>> profiles,
      List<Variation<Rewrite>> strings) {
    Set<List<Part>> known = new HashSet<>();
    profiles.forEach(one -> known.add(one.first().stringToSign()));
    strings.stream()
        .flatMap(one -> one.forms().stream())
        .forEach(form -> form.apply(rules.stringToSign()).ifPresent(known::add));
    return Stream.of(
            SeparatorDeviations.of(rules),
            DigestDeviations.within(rules),
            SignedTimestampDeviations.lone(rules),
            SignedHostDeviations.of(rules),
            HeaderNameDeviations.of(rules),
            BodyDeviations.behindQuery(),
            ContentDeviations.of(rules))
        .flatMap(List::stream)
        .filter(one -> one.first().apply(rules.stringToSign()).filter(known::add).isPresent())
        .sorted(Comparator.comparing(Variation::about, Deviation.COMMONEST_FIRST))
        .toList();
  }

  private static <T> List<Variation<T>> sorted(Shelf<T> shelf) {
    return shelf.toList().stream()
        .sorted(Comparator.comparing(Variation::about, Deviation.COMMONEST_FIRST))
        .toList();
  }
}
