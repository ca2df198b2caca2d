package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class LookupTest {
  /** That there is no such host was not found out. */
  @Test
  void lookup_thatTakesTooLong_isATimeOut() {
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService busy = Executors.newSingleThreadExecutor();
    try {
      busy.submit(
          () -> {
            end.await();
            return "";
          });
      Lookup lookup = new Lookup(Duration.ofMillis(1), busy);

      assertThat(Faults.of(catchThrowable(() -> lookup.resolve("127.0.0.1"))).kind())
          .isEqualTo(Reply.Fault.Kind.TIME_OUT);
    } finally {
      end.countDown();
      busy.shutdown();
    }
  }
}
