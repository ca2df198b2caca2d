package io.countersign.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Scheme;
import io.countersign.target.vendor.Judge;
import io.countersign.verify.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedTargetTest {
  private static final EmbeddedTarget TARGET = EmbeddedTarget.reference();

  @AfterAll
  static void close() {
    TARGET.close();
  }

  private static List<VerifierUnderTest> both(Target target) {
    return List.of(target.verifier().orElseThrow(), target.endpoint().orElseThrow());
  }

  private static Call at(Call call, Duration later) {
    return new Call(
        call.scheme(), call.profile(), call.credentials(), call.time().plus(later), call.request());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void whatTheSignerSigns_isAccepted_inProcessAndOnTheWire(String id) {
    Scheme scheme = Samples.scheme(id);
    Signed signed = TARGET.signer().orElseThrow().sign(Samples.call(id, Samples.first(scheme)));
    HttpRequest request = ((Signed.Done) signed).request();
    for (VerifierUnderTest verifier : both(TARGET)) {
      assertThat(verifier.judge(Samples.call(id, request))).isInstanceOf(Judged.Accepted.class);
    }
  }

  @Test
  void reasons_areTyped_inProcessAndOnTheWire() {
    HttpRequest unsorted =
        Samples.signedFirst("ticketevolution").withTarget("/v9/brokerages?page=2&per_page=1");
    for (VerifierUnderTest verifier : both(TARGET)) {
      Judged judged = verifier.judge(Samples.call("ticketevolution", unsorted));
      assertThat(judged).isInstanceOf(Judged.Rejected.class);
      assertThat(((Judged.Rejected) judged).reason()).isEqualTo("signature-mismatch");
    }
  }

  @Test
  void clock_isTheCalls_inProcessAndOnTheWire() {
    Call call = Samples.call("ticketmatic", Samples.signedFirst("ticketmatic"));
    for (VerifierUnderTest verifier : both(TARGET)) {
      assertThat(verifier.judge(at(call, Duration.ofMinutes(30))))
          .isInstanceOf(Judged.Accepted.class);
      Judged late = verifier.judge(at(call, Duration.ofMinutes(30).plusMillis(1)));
      assertThat(late).isInstanceOf(Judged.Rejected.class);
      assertThat(((Judged.Rejected) late).reason()).isEqualTo("expired-timestamp");
    }
  }

  @Test
  void callsAtOnce_eachHaveTheirOwnClockAndScheme() {
    List<String> ids = List.of("hoshinplan", "ticketmatic");
    VerifierUnderTest endpoint = TARGET.endpoint().orElseThrow();
    List<Call> calls = ids.stream().map(id -> Samples.call(id, Samples.signedFirst(id))).toList();
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .allMatch(
                    i -> {
                      Call call = calls.get(i % 2);
                      boolean fresh = i % 3 == 0;
                      Duration later = fresh ? Duration.ZERO : Duration.ofHours(1);
                      Judged judged = endpoint.judge(at(call, later));
                      return fresh
                          ? judged instanceof Judged.Accepted
                          : judged instanceof Judged.Rejected;
                    }))
        .isTrue();
  }

  @Test
  void brokenParts_canBePutInItsPlace() {
    Judge anyone = (client, request, now) -> new Verdict.Accepted(Octets.EMPTY);
    HttpRequest unsigned = Samples.first(Samples.scheme("rmtrack"));
    try (EmbeddedTarget broken =
        EmbeddedTarget.reference()
            .named("lets anyone in")
            .withSigner(call -> new Signed.Done(call.request()))
            .withJudge(anyone)) {
      Call call = Samples.call("rmtrack", unsigned);
      assertThat(broken.info())
          .isEqualTo(new TargetInfo(TargetInfo.Kind.EMBEDDED, "lets anyone in"));
      assertThat(broken.signer().orElseThrow().sign(call)).isEqualTo(new Signed.Done(unsigned));
      assertThat(broken.endpoint().orElseThrow().judge(call)).isInstanceOf(Judged.Accepted.class);
      assertThat(broken.verifier().orElseThrow().judge(call)).isInstanceOf(Judged.Rejected.class);
    }
  }
}
