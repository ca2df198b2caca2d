package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a search goes on, by a clock that the test sets. */
final class SearchBudgetTest {
  private long nanos = 7;
  private final SearchBudget budget = new SearchBudget(Duration.ofMillis(5), () -> nanos);

  private long allowed(int hypotheses) {
    return IntStream.range(0, hypotheses).filter(i -> budget.next()).count();
  }

  @Test
  void next_isAllowedWhateverTheTimeBeforeTheBudgetBegins() {
    nanos += Duration.ofMinutes(1).toNanos();

    assertThat(allowed(1000)).isEqualTo(1000);
    budget.begin();
    assertThat(allowed(1000)).as("what was before does not count").isEqualTo(1000);
    assertThat(budget.searched().exhausted()).isTrue();
  }

  @Test
  void begin_countsOnce() {
    budget.begin();
    nanos += Duration.ofMillis(6).toNanos();
    budget.begin();

    assertThat(allowed(64)).isZero();
  }

  @Test
  void next_isAllowedUpToTheEndOfTheBudget() {
    budget.begin();
    nanos += Duration.ofMillis(5).toNanos();

    assertThat(allowed(1000)).isEqualTo(1000);
    assertThat(budget.isSpent()).isFalse();
    assertThat(budget.searched()).isEqualTo(new Searched(1000, 0, 5, true));
  }

  @Test
  void next_isRefusedForGoodOnceTheBudgetIsSpent() {
    budget.begin();
    allowed(100);
    nanos += Duration.ofMillis(5).toNanos() + 1;

    assertThat(allowed(64)).as("the clock is not read for each").isLessThan(64);
    assertThat(budget.isSpent()).isTrue();
    nanos = 7;
    assertThat(allowed(64)).isZero();
    assertThat(budget.searched().exhausted()).isFalse();
  }

  @Test
  void searched_countsTheMacsThatWereComputed() {
    allowed(3);
    budget.computed();

    assertThat(budget.searched()).isEqualTo(new Searched(3, 1, 0, true));
  }
}
