package io.countersign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.scheme.TimestampFormat;
import io.countersign.scheme.TimestampRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a signer remembers of one second never shows in another. */
final class SignerInUseTest {
  @Property(tries = 200)
  void signerInUse_signsAsANewOne(
      @ForAll("cases") SigningCase signing, @ForAll("seconds") List<Integer> millis) {
    Signer used = Signer.of(signing.rules(), signing.credentials());
    for (int later : millis) {
      Instant time = signing.time().plusMillis(later);
      Signer fresh = Signer.of(signing.rules(), signing.credentials());
      assertThat(used.sign(signing.request(), time)).isEqualTo(fresh.sign(signing.request(), time));
    }
    assertThat(used.signWithTimestamp(signing.request(), "no time", signing.time()))
        .isEqualTo(
            Signer.of(signing.rules(), signing.credentials())
                .signWithTimestamp(signing.request(), "no time", signing.time()));
  }

  @Provide
  Arbitrary<SigningCase> cases() {
    return SigningCase.all();
  }

  @Provide
  Arbitrary<List<Integer>> seconds() {
    return Arbitraries.of(0, 1, 999, 1000, 1001, 60_000).list().ofMaxSize(6);
  }

  @Test
  void timestampsFinerThanASecond_areWrittenForEachRequest() {
    Scheme scheme = TestSchemes.builtIn("hoshinplan");
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    TimestampRule rule = rules.timestamp().get();
    Signer signer =
        Signer.of(
            rules.withTimestamp(Optional.of(rule.withFormat(TimestampFormat.UNIX_MILLIS))),
            Credentials.examples(scheme));
    List<String> targets = new ArrayList<>();
    for (long milli : new long[] {1, 2, 2, 3}) {
      HttpRequest request = HttpRequest.get("https://h/p");
      targets.add(signer.sign(request, Instant.ofEpochMilli(milli)).request().target());
    }

    assertThat(targets.get(0)).contains("timestamp=1&");
    assertThat(targets.get(1)).contains("timestamp=2&").isEqualTo(targets.get(2));
    assertThat(targets.get(3)).contains("timestamp=3&");
  }
}
