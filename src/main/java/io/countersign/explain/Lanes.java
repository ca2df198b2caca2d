package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every choice of key, MAC and encoding; what is keyed once is used for all searches. */
final class Lanes {
  /** The most deviations that one explanation may have. */
  static final int MOST = 3;

  private final SignerCatalogue catalogue;
  private final Credentials credentials;
  private final Procedure due;
  private final boolean isMac;
  private final boolean isDerived;
  private final byte[] dueSecret;
  private final List<Step<byte[]>> secrets = new ArrayList<>();
  private final List<Step<TextForm>> texts = new ArrayList<>();
  private final Map<Keyed, List<Step<Supplier<MacFunction>>>> functions = new HashMap<>();

  /** A step as it should be, or as a deviation has it. */
  private record Step<T>(List<Deviation> deviations, T value, int length) {}

  /** What a key is derived from besides the secret. */
  record Keyed(Credentials credentials, DerivationStep.Moment moment) {}

  Lanes(SignerCatalogue catalogue, SigningRules rules, Credentials credentials) {
    this.catalogue = catalogue;
    this.credentials = credentials;
    this.due = Procedure.of(rules);
    this.isMac = rules.proof() instanceof Proof.Mac;
    this.isDerived = rules.derivation().isPresent();
    this.dueSecret = DeviatingSigner.dueKey(rules, credentials);
    secrets.add(new Step<>(List.of(), dueSecret, 0));
    for (Variation<KeyStep> key : catalogue.keys()) {
      for (KeyStep form : key.forms()) {
        form.key(dueSecret, credentials)
            .ifPresent(bytes -> secrets.add(new Step<>(List.of(key.about()), bytes, 0)));
      }
    }
    texts.add(new Step<>(List.of(), due.text(), 0));
    for (Variation<TextForm> text : catalogue.texts()) {
      text.forms().forEach(form -> texts.add(new Step<>(List.of(text.about()), form, 0)));
    }
  }

  /** What the key of a reading is derived from; the same of all where none is derived. */
  Keyed keyed(Root root) {
    return isDerived
        ? new Keyed(root.credentials(), root.moment())
        : new Keyed(credentials, new DerivationStep.Moment("", ""));
  }

  private List<Step<Supplier<MacFunction>>> functions(Keyed keyed) {
    List<Step<Supplier<MacFunction>>> all = new ArrayList<>();
    for (Step<MacStep> mac : macs(catalogue, due)) {
      addAll(all, mac, new Step<>(List.of(), due.derivation(), 0), keyed);
    }
    // Whoever derives the key wrongly computes the right function with it: both are not tried.
    for (Step<DerivationStep> derivation : derivations(keyed)) {
      addAll(all, new Step<>(List.of(), due.mac(), 0), derivation, keyed);
    }
    return all;
  }

  private void addAll(
      List<Step<Supplier<MacFunction>>> all,
      Step<MacStep> mac,
      Step<DerivationStep> derivation,
      Keyed keyed) {
    int length = isMac ? length(mac.value(), dueSecret, keyed.credentials()) : -1;
    for (Step<byte[]> secret : secrets) {
      all.add(
          new Step<>(
              joined(mac.deviations(), joined(derivation.deviations(), secret.deviations())),
              once(
                  () ->
                      mac.value()
                          .keyed(
                              derivation
                                  .value()
                                  .key(secret.value(), keyed.credentials(), keyed.moment())
                                  .orElseThrow(),
                              keyed.credentials())),
              length));
    }
  }

  /** The ways to another key than the right one. */
  private List<Step<DerivationStep>> derivations(Keyed keyed) {
    List<Step<DerivationStep>> others = new ArrayList<>();
    byte[] right = key(due.derivation(), keyed).orElseThrow();
    for (Variation<DerivationStep> derivation : catalogue.derivations()) {
      for (DerivationStep form : derivation.forms()) {
        if (key(form, keyed).filter(key -> !Arrays.equals(key, right)).isPresent()) {
          others.add(new Step<>(List.of(derivation.about()), form, 0));
        }
      }
    }
    return others;
  }

  private Optional<byte[]> key(DerivationStep derivation, Keyed keyed) {
    return derivation.key(dueSecret, keyed.credentials(), keyed.moment());
  }

  private static List<Step<MacStep>> macs(SignerCatalogue catalogue, Procedure due) {
    List<Step<MacStep>> macs = new ArrayList<>();
    macs.add(new Step<>(List.of(), due.mac(), 0));
    for (Variation<MacStep> mac : catalogue.macs()) {
      mac.forms().forEach(form -> macs.add(new Step<>(List.of(mac.about()), form, 0)));
    }
    return macs;
  }

  /** The lanes by which a signature may have come, by how many deviations each takes. */
  Map<Integer, List<Lane>> of(String signature, Keyed keyed) {
    Map<Integer, List<Lane>> lanes = new HashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Step<TextForm> text : texts) {
      Optional<Claim> claim = text.value().claim().apply(signature);
      boolean isNew =
          claim.isPresent() && claims.stream().noneMatch(one -> one.isSameAs(claim.get()));
      if (isNew) {
        // Of two forms that coincide in this text, only the first can be told; the due one leads.
        claims.add(claim.get());
        functions.computeIfAbsent(keyed, this::functions).stream()
            .filter(one -> one.length() < 0 || claim.get().mayHaveLength(one.length()))
            .map(
                one ->
                    new Lane(
                        joined(one.deviations(), text.deviations()),
                        () -> one.value().get(),
                        claim.get()))
            .forEach(
                lane ->
                    lanes
                        .computeIfAbsent(lane.deviations().size(), size -> new ArrayList<>())
                        .add(lane));
      }
    }
    lanes.values().forEach(all -> all.sort(Comparator.comparingInt(Lane::rank)));
    return lanes;
  }

  private static int length(MacStep mac, byte[] key, Credentials credentials) {
    return mac.keyed(key, credentials).compute(new OctetBuffer().append("probe")).length;
  }

  private static List<Deviation> joined(List<Deviation> some, List<Deviation> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Supplier<MacFunction> once(Supplier<MacFunction> maker) {
    List<MacFunction> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) {
        made.add(maker.get());
      }
      return made.get(0);
    };
  }
}
