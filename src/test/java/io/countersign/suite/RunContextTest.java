package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Profile;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The signatures of a run, and so what they happen to contain, depend on its time. */
final class RunContextTest {
  private final RunContext run =
      RunContext.of(EmbeddedTarget.reference(), Profile.DOCUMENTED, new Ticking(), 1);

  private Instant time(RunContext context, Role role) {
    return new Setting(context, Fixtures.subject("rmtrack"), role).time();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLIENT")
  void cases_ofWhoIsToldTheTime_areAllOfOne(Role role) {
    Instant first = time(run, role);
    assertThat(time(run, role)).isEqualTo(first);
    assertThat(time(run.at(Fixtures.NOW), role)).isEqualTo(Fixtures.NOW);
  }

  /** It signs at the current time, whatever the run was told. */
  @Test
  void cases_ofAClient_areOfTheirOwnTime() {
    Instant first = time(run, Role.CLIENT);
    assertThat(time(run.at(Fixtures.NOW), Role.CLIENT)).isAfter(first);
  }

  /** A minute goes by whenever it is looked at. */
  private static final class Ticking extends Clock {
    private final AtomicLong minutes = new AtomicLong();

    @Override
    public Instant instant() {
      return Fixtures.NOW.plusSeconds(60 * minutes.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
