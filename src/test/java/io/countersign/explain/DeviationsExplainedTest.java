package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.signing.SignedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a deviating signer made is explained by its deviation. */
class DeviationsExplainedTest {
  private static final int PAIRS = 300;

  /** What is told here is what is found, and not how fast this machine is. */
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  @TestFactory
  Stream<DynamicTest> explain_namesEveryDeviationFirst() {
    return explained(Examples.cases());
  }

  /** What is hashed can be wrong in every way in which it could be if it were signed itself. */
  @TestFactory
  Stream<DynamicTest> explain_namesEveryDeviationOfAHashFirst() {
    return explained(Examples.hashing());
  }

  /** A key that is derived wrongly is told from the signature alone. */
  @TestFactory
  Stream<DynamicTest> explain_namesEveryDeviationOfADerivedKeyFirst() {
    Set<Affects> ofKeysAndDays = EnumSet.of(Affects.KEY, Affects.DERIVATION, Affects.TIMESTAMP);
    return explained(Examples.deriving(), one -> ofKeysAndDays.contains(one.affects()));
  }

  /** One that is sent shows what it is of; the signature shows whether it was signed so. */
  @TestFactory
  Stream<DynamicTest> explain_namesEveryDeviationOfASentDigestFirst() {
    return explained(Examples.sendingDigests(), one -> one.id().startsWith("sent-digest-"));
  }

  private static Stream<DynamicTest> explained(List<Examples.Case> cases) {
    return explained(cases, one -> true);
  }

  private static Stream<DynamicTest> explained(
      List<Examples.Case> cases, Predicate<Deviation> which) {
    return cases.stream()
        .flatMap(
            one -> {
              SignerCatalogue catalogue = SignerCatalogue.of(one.scheme(), one.profile());
              return catalogue.deviations().stream()
                  .filter(which)
                  .map(
                      deviation ->
                          dynamicTest(
                              one + " " + deviation, () -> explained(one, catalogue, deviation)));
            });
  }

  /** Not every deviation shows in every situation; in one of them it must. */
  private static void explained(Examples.Case one, SignerCatalogue catalogue, Deviation deviation) {
    List<String> others = new ArrayList<>();
    for (Examples.Situation situation : Examples.situations(one.scheme())) {
      Optional<Seen> seen = seen(one, catalogue, List.of(deviation), situation);
      if (seen.isPresent()) {
        if (catalogue.equivalence(deviation).isPresent()) {
          if (!isHttp(situation)) {
            continue;
          }
          assertThat(seen.get().diagnosis())
              .as(catalogue.equivalence(deviation).get())
              .isInstanceOf(Diagnosis.Accepted.class);
        } else if (seen.get().isExplainedBy(deviation)) {
          assertThat(deviation.title()).endsWith(".");
          assertThat(deviation.fix()).endsWith(".");
          return;
        }
        others.add(seen.get().toString());
      }
    }
    assertThat(catalogue.equivalence(deviation)).as(others.toString()).isPresent();
  }

  /** A request target is ASCII (RFC 9112, section 3.2); people's files may hold others. */
  private static boolean isHttp(Examples.Situation situation) {
    return situation.request().target().chars().allMatch(c -> c < 0x80);
  }

  /** Whether two deviations can happen to one signer: most steps cannot be replaced twice. */
  private static boolean areCompatible(SignerCatalogue catalogue, List<Deviation> pair) {
    Affects step = pair.get(0).affects();
    boolean exclusive = step != Affects.PLACEMENT && step != Affects.STRING_TO_SIGN;
    if (pair.get(0).equals(pair.get(1)) || step == pair.get(1).affects() && exclusive) {
      return false;
    }
    try {
      catalogue.procedure(pair);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  @Test
  void explain_namesRandomPairsOrSomethingShorter() {
    Random random = new Random(4242);
    List<Examples.Case> cases = Examples.cases();
    List<SignerCatalogue> catalogues =
        cases.stream().map(one -> SignerCatalogue.of(one.scheme(), one.profile())).toList();
    List<String> unexplained = new ArrayList<>();
    int rejected = 0;
    while (rejected < PAIRS) {
      int at = random.nextInt(cases.size());
      List<Deviation> all = catalogues.get(at).deviations();
      List<Deviation> pair =
          List.of(all.get(random.nextInt(all.size())), all.get(random.nextInt(all.size())));
      List<Examples.Situation> situations = Examples.situations(cases.get(at).scheme());
      Examples.Situation situation = situations.get(random.nextInt(situations.size()));
      if (areCompatible(catalogues.get(at), pair)) {
        Optional<Seen> seen = seen(cases.get(at), catalogues.get(at), pair, situation);
        if (seen.isPresent() && seen.get().diagnosis() instanceof Diagnosis.Rejected diagnosis) {
          rejected++;
          boolean isExplained =
              diagnosis.explanations().stream().anyMatch(one -> one.deviations().size() <= 2);
          if (!isExplained && isEachExplained(cases.get(at), catalogues.get(at), pair, situation)) {
            unexplained.add(cases.get(at) + " " + pair + " " + seen.get().request().url());
          }
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  /** What is not found alone, as another order of very many parameters, is not found in company. */
  private static boolean isEachExplained(
      Examples.Case one,
      SignerCatalogue catalogue,
      List<Deviation> pair,
      Examples.Situation situation) {
    return pair.stream()
        .flatMap(each -> seen(one, catalogue, List.of(each), situation).stream())
        .map(Seen::diagnosis)
        .noneMatch(
            each ->
                each instanceof Diagnosis.Rejected rejected && rejected.explanations().isEmpty());
  }

  /** What came of a deviating signer's request; nothing where the deviation cannot happen. */
  private static Optional<Seen> seen(
      Examples.Case one,
      SignerCatalogue catalogue,
      List<Deviation> deviations,
      Examples.Situation situation) {
    try {
      SignedRequest signed =
          DeviatingSigner.of(
                  catalogue, one.scheme(), one.profile(), situation.credentials(), deviations)
              .sign(situation.request(), situation.time());
      Diagnosis diagnosis =
          Explainer.of(catalogue, one.scheme(), one.profile(), situation.credentials())
              .withBudget(ENOUGH)
              .explain(signed.request(), situation.time());
      return Optional.of(new Seen(signed.request(), signed.stringToSign(), diagnosis));
    } catch (InputException e) {
      // The secret is not one that this can happen to.
      return Optional.empty();
    }
  }

  private record Seen(HttpRequest request, Octets stringToSign, Diagnosis diagnosis) {
    boolean isExplainedBy(Deviation deviation) {
      if (!(diagnosis instanceof Diagnosis.Rejected rejected)
          || rejected.explanations().isEmpty()) {
        return false;
      }
      Explanation first = rejected.explanations().get(0);
      return first.deviations().size() == 1
          && first.deviations().get(0).id().equals(deviation.id())
          && first.stringToSign().map(stringToSign::equals).orElse(true);
    }

    @Override
    public String toString() {
      return diagnosis instanceof Diagnosis.Rejected rejected
          ? rejected.reason()
              + " "
              + rejected.explanations().stream().map(Explanation::deviations).toList()
          : "accepted";
    }
  }
}
