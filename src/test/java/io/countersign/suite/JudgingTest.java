package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.VerifierUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's clock goes on by itself; slack's is five minutes off at most, to either side. */
final class JudgingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"PT0S", "PT19S", "PT-19S", "PT4M41S", "PT5M19S", "PT-4M-41S", "PT-5M-19S"})
  void whatIsCloseToABoundary_isNotTriedAtAServer(Duration age) {
    assertThatThrownBy(() -> server().requireClearOfBoundary(age))
        .isInstanceOf(SkippedException.class)
        .hasMessageContaining("too close to a boundary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT20S", "PT-20S", "PT4M40S", "PT5M20S", "PT-4M-40S", "PT-5M-20S"})
  void whatIsFarFromEach_is(Duration age) {
    assertThatCode(() -> server().requireClearOfBoundary(age)).doesNotThrowAnyException();
  }

  @Test
  void whatIsAskedLater_isNotAskedOfAServer() {
    HttpRequest request =
        new HttpRequest(
            "GET", RequestUrl.parse("https://app.example/"), Headers.NONE, Octets.EMPTY);
    assertThatThrownBy(() -> server().judge(request, Duration.ofSeconds(1)))
        .isInstanceOf(SkippedException.class)
        .hasMessage("the clock of the target cannot be set");
  }

  private static Judging server() {
    RunContext run =
        RunContext.of(
            new Server(), Profile.DOCUMENTED, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), 1);
    Setting setting =
        new Setting(run, Fixtures.subject(TestSchemes.further(), "slack"), Role.ENDPOINT);
    return new Judging(run, setting, Role.ENDPOINT);
  }

  private record Server() implements Target, VerifierUnderTest {
    @Override
    public TargetInfo info() {
      return new TargetInfo(TargetInfo.Kind.ENDPOINT, "server");
    }

    @Override
    public Optional<VerifierUnderTest> endpoint() {
      return Optional.of(this);
    }

    @Override
    public Judged judge(Call call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasSettableClock() {
      return false;
    }

    @Override
    public void close() {}
  }
}
