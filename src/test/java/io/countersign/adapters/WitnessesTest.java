package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.target.Call;
import io.countersign.vector.Expectation;
import io.countersign.vector.TestVector;
import io.countersign.vector.VectorFile;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Independent witnesses: programs in four languages that share no code with the product sign what
 * it signs and judge what it judges, and have to come to the same. Bash is left out, since it
 * starts openssl for every request.
 */
class WitnessesTest {
  private static final long SEED = Long.getLong("countersign.witness.seed", 1);

  /** For each scheme, and twice for the one whose profiles differ. */
  private static final int REQUESTS = Integer.getInteger("countersign.witness.requests", 500);

  private static final String ACCEPTED = "accepted";

  private final List<String> disagreements = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(value = Example.class, mode = EnumSource.Mode.EXCLUDE, names = "BASH")
  void generatedRequests_areSignedAndJudgedAlikeByAnother(Example example) {
    try (Witness witness = Witness.of(example, Profile.DOCUMENTED)) {
      for (String id : Certification.ALL) {
        compare(witness, TestSchemes.builtIn(id), Profile.DOCUMENTED);
      }
    }
    try (Witness witness = Witness.of(example, Profile.DEPLOYED)) {
      for (String id : Certification.ALL) {
        if (TestSchemes.builtIn(id).hasDeployedProfile()) {
          compare(witness, TestSchemes.builtIn(id), Profile.DEPLOYED);
        }
      }
    }
    assertAgreed();
  }

  /** The first few say enough: where one thing is wrong, hundreds of requests show it. */
  private void assertAgreed() {
    assertThat(disagreements.stream().limit(5))
        .as("the first of " + disagreements.size() + " disagreements")
        .isEmpty();
  }

  private void compare(Witness witness, Scheme scheme, Profile profile) {
    int accepted = 0;
    for (int number = 0; number < REQUESTS; number++) {
      Call call = GeneratedCall.of(scheme, profile, SEED, number);
      Call sent = with(call, sign(call));
      String what = "generated request " + number;
      compareSigned(witness, what, call, sent.request());
      compareVerdicts(witness, what + ", signed", sent, ACCEPTED);
      Call tampered = Tampering.of(sent, SEED, number);
      compareAcceptance(witness, what + ", tampered with", tampered);
      accepted += isAccepted(verdict(tampered)) ? 1 : 0;
    }
    assertThat(accepted)
        .as("both verdicts are frequent among what was tampered with, under " + scheme.id())
        .isBetween(REQUESTS / 20, REQUESTS - REQUESTS / 20);
  }

  @ParameterizedTest
  @EnumSource(value = Example.class, mode = EnumSource.Mode.EXCLUDE, names = "BASH")
  void vectors_areConfirmedByAnother(Example example) throws IOException {
    List<TestVector> vectors = vectors();
    for (Profile profile : Profile.values()) {
      try (Witness witness = Witness.of(example, profile)) {
        vectors.stream()
            .filter(vector -> vector.profile() == profile)
            .forEach(vector -> compare(witness, vector));
      }
    }
    assertAgreed();
    assertThat(vectors).hasSizeGreaterThan(300);
  }

  private void compare(Witness witness, TestVector vector) {
    Call call =
        new Call(
            vector.scheme(),
            vector.profile(),
            vector.credentials(),
            vector.time(),
            vector.request());
    String what = "vector " + vector.id();
    vector.check().forEach(mismatch -> disagreements.add(what + ": " + mismatch));
    if (vector.expectation() instanceof Expectation.Signed) {
      // What ours makes is what the vector promises, as was just seen.
      compareSigned(witness, what, call, sign(call));
    } else {
      compareVerdicts(
          witness,
          what,
          call,
          vector.expectation() instanceof Expectation.Rejected rejected
              ? "rejected as " + rejected.reason()
              : ACCEPTED);
    }
  }

  private static List<TestVector> vectors() throws IOException {
    Schemes schemes = Schemes.in(List.of(TestSchemes.features()));
    List<TestVector> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TestSchemes.home().resolve("vectors"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        VectorFile.read(file, schemes, Profile.DOCUMENTED, all::add);
      }
    }
    return all;
  }

  private void compareSigned(Witness witness, String what, Call call, HttpRequest ours) {
    String theirs = witness.sign(call);
    if (!theirs.equals(Witness.written(ours))) {
      disagree(witness, what, call, Witness.written(ours), theirs);
    }
  }

  /** Ours has to be as expected as well as the witness's. */
  private void compareVerdicts(Witness witness, String what, Call call, String expected) {
    String theirs = witness.verdict(call);
    if (!theirs.equals(expected) || !verdict(call).equals(expected)) {
      disagree(witness, what, call, verdict(call), theirs);
    }
  }

  /** A reason may be in a verifier's own words; whether there is one may not. */
  private void compareAcceptance(Witness witness, String what, Call call) {
    String theirs = witness.verdict(call);
    boolean refused = theirs.startsWith("rejected");
    if (isAccepted(theirs) != isAccepted(verdict(call)) || isAccepted(theirs) == refused) {
      disagree(witness, what, call, verdict(call), theirs);
    }
  }

  private static boolean isAccepted(String verdict) {
    return verdict.equals(ACCEPTED);
  }

  private void disagree(Witness witness, String what, Call call, String ours, String theirs) {
    disagreements.add(
        "%s, %s, %s of seed %d, at %s: %s%n  ours: %s%n  %s: %s%n"
            .formatted(
                call.scheme().id(),
                call.profile(),
                what,
                SEED,
                call.time(),
                Witness.written(call.request()),
                ours,
                witness.name(),
                theirs));
  }

  private static HttpRequest sign(Call call) {
    return Signer.of(call.scheme().rules(call.profile()), call.credentials())
        .sign(call.request(), call.time())
        .request();
  }

  private static String verdict(Call call) {
    Verdict verdict =
        Verifier.of(call.scheme(), call.profile(), call.credentials())
            .verify(call.request(), call.time());
    return verdict instanceof Verdict.Rejected rejected
        ? "rejected as " + rejected.reason()
        : ACCEPTED;
  }

  private static Call with(Call call, HttpRequest request) {
    return new Call(call.scheme(), call.profile(), call.credentials(), call.time(), request);
  }
}
