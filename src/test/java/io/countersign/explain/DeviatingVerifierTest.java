package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.countersign.verify.Verifier;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each deviating verifier says of some request what the reference verifier does not, but for those
 * of which it is known why nothing can tell them from it.
 */
class DeviatingVerifierTest {
  @TestFactory
  Stream<DynamicTest> verify_deviatesSomewhere() {
    return Examples.cases().stream()
        .flatMap(
            one -> {
              VerifierCatalogue catalogue = VerifierCatalogue.of(one.scheme(), one.profile());
              List<Probes.Probe> probes = Probes.of(one);
              Stream<DynamicTest> checks =
                  catalogue.deviations().stream()
                      .map(
                          deviation ->
                              test(
                                  one + " " + deviation,
                                  () -> deviates(one, catalogue, deviation, probes),
                                  catalogue.equivalence(deviation).isEmpty()));
              // What is equivalent in requests that HTTP allows, others may tell apart.
              Stream<DynamicTest> computing =
                  catalogue.shared().stream()
                      .map(
                          deviation ->
                              test(
                                  one + " " + deviation,
                                  () ->
                                      catalogue.equivalence(deviation).isPresent()
                                          || deviates(one, catalogue, deviation, probes),
                                  true));
              return Stream.concat(checks, computing);
            });
  }

  private static DynamicTest test(String what, BooleanSupplier deviates, boolean due) {
    return dynamicTest(what, () -> assertThat(deviates.getAsBoolean()).as(what).isEqualTo(due));
  }

  private static boolean deviates(
      Examples.Case one,
      VerifierCatalogue catalogue,
      Deviation deviation,
      List<Probes.Probe> probes) {
    DeviatingVerifier deviating = DeviatingVerifier.of(catalogue, deviation);
    return probes.stream()
        .anyMatch(
            probe ->
                deviating.verify(probe.credentials(), probe.request(), probe.now()).isAccepted()
                    != Verifier.of(one.scheme(), one.profile(), probe.credentials())
                        .verify(probe.request(), probe.now())
                        .isAccepted());
  }
}
