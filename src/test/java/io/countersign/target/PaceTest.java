package io.countersign.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  // Close to where readings of the nanosecond clock wrap around.
  private final long start = Long.MAX_VALUE - 1;
  private final AtomicLong time = new AtomicLong(start);

  private Pace pace(Optional<Rate> rate) {
    return new Pace(rate, time::get, time::addAndGet);
  }

  private long millis() {
    return Duration.ofNanos(time.get() - start).toMillis();
  }

  @Test
  void turns_comeAtTheRate_theFirstAtOnce() {
    Pace pace = pace(Optional.of(new Rate(10)));
    pace.await();
    assertThat(millis()).isZero();
    pace.await();
    pace.await();
    assertThat(millis()).isEqualTo(200);
  }

  @Test
  void idleTime_isNotSavedUp() {
    Pace pace = pace(Optional.of(new Rate(10)));
    time.addAndGet(Duration.ofSeconds(5).toNanos());
    pace.await();
    pace.await();
    assertThat(millis()).isEqualTo(5100);
  }

  @Test
  void hold_makesEveryoneWait_evenWithoutARate() {
    Pace pace = pace(Optional.empty());
    pace.await();
    pace.hold(Duration.ofSeconds(3));
    pace.await();
    pace.await();
    assertThat(millis()).isEqualTo(3000);
  }

  @Test
  void rate_isReadAsWritten() {
    assertThat(Rate.parse("10/s")).isEqualTo(new Rate(10));
    assertThat(Rate.parse("0.5/s")).isEqualTo(new Rate(0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "/s",
        "0/s",
        "-1/s",
        "ten/s",
        "NaN/s",
        "Infinity/s",
        "10d/s",
        "0x1p3/s",
        "1e3/s",
        " 1/s",
        "5/m"
      })
  void whatIsNoRate_isRefused(String text) {
    assertThatThrownBy(() -> Rate.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("10/s");
  }
}
