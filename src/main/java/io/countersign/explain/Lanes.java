package io.countersign.explain;

import io.countersign.message.OctetBuffer;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
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

  private final List<Step<Supplier<MacFunction>>> functions = new ArrayList<>();
  private final List<Step<TextForm>> texts = new ArrayList<>();

  /** A step as it should be, or as a deviation has it. */
  private record Step<T>(List<Deviation> deviations, T value, int length) {}

  Lanes(SignerCatalogue catalogue, SigningRules rules, Credentials credentials) {
    Procedure due = Procedure.of(rules);
    byte[] dueKey = DeviatingSigner.dueKey(rules, credentials);
    List<Step<byte[]>> keys = new ArrayList<>();
    keys.add(new Step<>(List.of(), dueKey, 0));
    for (Variation<KeyStep> key : catalogue.keys()) {
      for (KeyStep form : key.forms()) {
        form.key(dueKey, credentials)
            .ifPresent(bytes -> keys.add(new Step<>(List.of(key.about()), bytes, 0)));
      }
    }
    boolean isMac = rules.proof() instanceof Proof.Mac;
    for (Step<MacStep> mac : macs(catalogue, due)) {
      int length = isMac ? length(mac.value(), dueKey, credentials) : -1;
      for (Step<byte[]> key : keys) {
        functions.add(
            new Step<>(
                joined(mac.deviations(), key.deviations()),
                once(() -> mac.value().keyed(key.value(), credentials)),
                length));
      }
    }
    texts.add(new Step<>(List.of(), due.text(), 0));
    for (Variation<TextForm> text : catalogue.texts()) {
      text.forms().forEach(form -> texts.add(new Step<>(List.of(text.about()), form, 0)));
    }
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
  Map<Integer, List<Lane>> of(String signature) {
    Map<Integer, List<Lane>> lanes = new HashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Step<TextForm> text : texts) {
      Optional<Claim> claim = text.value().claim().apply(signature);
      boolean isNew =
          claim.isPresent() && claims.stream().noneMatch(one -> one.isSameAs(claim.get()));
      if (isNew) {
        // Of two forms that coincide in this text, only the first can be told; the due one leads.
        claims.add(claim.get());
        functions.stream()
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
