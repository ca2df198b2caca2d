package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One signer and one verifier, used by two threads at once. */
final class SharedUseTest {
  private static final int ROUNDS = 500;
  private static final Instant TIME = Instant.parse("2014-09-23T17:23:00Z");

  static final List<String> SCHEMES = TestSchemes.SIGNING;

  @ParameterizedTest
  @FieldSource("SCHEMES")
  void signerAndVerifier_mayBeSharedBetweenThreads(String id) throws Exception {
    Scheme scheme = TestSchemes.builtIn(id);
    Credentials credentials = Credentials.examples(scheme);
    Signer signer = Signer.of(scheme.rules(Profile.DOCUMENTED), credentials);
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, credentials);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> accepted =
          threads.invokeAll(
              List.of(
                  work(signer, verifier, start, "/a"), work(signer, verifier, start, "/b/longer")));
      for (Future<Integer> one : accepted) {
        assertThat(one.get()).isEqualTo(ROUNDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Integer> work(
      Signer signer, Verifier verifier, CyclicBarrier start, String path) {
    return () -> {
      start.await();
      int accepted = 0;
      for (int i = 0; i < ROUNDS; i++) {
        SignedRequest signed =
            signer.sign(HttpRequest.get("https://h" + path + "?i=" + i), TIME.plusSeconds(i % 60));
        Verdict verdict = verifier.verify(signed.request(), TIME.plusSeconds(60));
        accepted += verdict.equals(new Verdict.Accepted(signed.stringToSign())) ? 1 : 0;
      }
      return accepted;
    };
  }
}
