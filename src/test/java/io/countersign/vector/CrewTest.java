package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CrewTest {
  private static final TextPosition START = new TextPosition(0, 0);
  private static final VectorCheck.Sizes SIZES = Written.SMALL;
  private static final byte[] VECTOR =
      ("{\"id\": \"" + "x".repeat(90) + "\"},").getBytes(StandardCharsets.UTF_8);

  /** More than any test reads: vectors without end, each of them counted in bytes. */
  private static final class Endless extends InputStream {
    private final AtomicLong given = new AtomicLong();

    @Override
    public int read() {
      return VECTOR[(int) (given.getAndIncrement() % VECTOR.length)];
    }
  }

  @Test
  void check_readsNoFurtherThanThereIsRoom() throws InterruptedException {
    Endless endless = new Endless();
    AtomicLong told = new AtomicLong();
    AtomicInteger results = new AtomicInteger();
    Crew crew =
        new Crew(
            SIZES,
            () -> batch -> result(batch.length()),
            checked -> {
              assertThat(endless.given.get() - told.get())
                  .isLessThanOrEqualTo((SIZES.batches() + 1L) * SIZES.batch());
              told.addAndGet(checked.passed());
              if (results.incrementAndGet() == 1_000) {
                throw new IllegalStateException("enough");
              }
            });

    assertThatThrownBy(() -> crew.check(batches(endless), START)).hasMessage("enough");
    assertNobodyIsLeft();
  }

  @Test
  void check_readsNoFurtherThanThereIsMemory() {
    Endless endless = new Endless();
    AtomicLong told = new AtomicLong();
    VectorCheck.Sizes tight = new VectorCheck.Sizes(2, 600, 1 << 14, 100, 1_000, 2);
    Crew crew =
        new Crew(
            tight,
            () -> batch -> result(batch.length()),
            checked -> {
              assertThat(endless.given.get() - told.get()).isLessThanOrEqualTo(4 * 600);
              if (told.addAndGet(checked.passed()) > 100_000) {
                throw new IllegalStateException("enough");
              }
            });

    assertThatThrownBy(() -> crew.check(batches(endless), START)).hasMessage("enough");
  }

  @Test
  void check_tellsInOrder_whoeverIsReadyFirst() {
    AtomicInteger made = new AtomicInteger();
    List<Long> told = new ArrayList<>();
    Crew crew =
        new Crew(
            SIZES,
            () -> {
              Random random = new Random(made.incrementAndGet());
              return batch -> {
                for (int i = random.nextInt(20); i > 0; i--) {
                  Thread.yield();
                }
                return result(number(batch));
              };
            },
            checked -> told.add(checked.passed()));
    StringBuilder vectors = new StringBuilder("{\"id\": 1}");
    for (int i = 2; i <= 3_000; i++) {
      vectors.append(",{\"id\": ").append(i).append('}');
    }
    crew.check(batches(stream(vectors.toString())), START);

    assertThat(told).hasSizeGreaterThan(10).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void check_passesOnWhatAThreadThrew_afterWhatCameBefore() throws InterruptedException {
    AtomicInteger told = new AtomicInteger();
    Crew crew =
        new Crew(
            SIZES,
            () ->
                batch -> {
                  if (number(batch) > 1_000) {
                    throw new IllegalStateException("a defect");
                  }
                  return result(1);
                },
            checked -> told.incrementAndGet());
    StringBuilder vectors = new StringBuilder("{\"id\": 1}");
    for (int i = 2; i <= 3_000; i++) {
      vectors.append(",{\"id\": ").append(i).append('}');
    }

    assertThatThrownBy(() -> crew.check(batches(stream(vectors.toString())), START))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a defect");
    assertThat(told.get()).isPositive();
    assertNobodyIsLeft();
  }

  @Test
  void check_leavesWhatItDidNotTell() throws IOException {
    AtomicInteger told = new AtomicInteger();
    Crew crew =
        new Crew(
            SIZES,
            () -> batch -> number(batch) > 100 ? Optional.empty() : result(1),
            checked -> told.incrementAndGet());
    StringBuilder vectors = new StringBuilder("{\"id\": 1}");
    for (int i = 2; i <= 3_000; i++) {
      vectors.append(",\n{\"id\": ").append(i).append('}');
    }
    Crew.Progress progress = crew.check(batches(stream(vectors.toString())), START);
    String rest = new String(progress.rest().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(rest).startsWith(",\n{\"id\": ");
    assertThat(vectors.toString()).endsWith(rest);
    assertThat(progress.end()).isEqualTo(new TextPosition(0, told.get()));
  }

  @Test
  void check_readsToTheEnd_whereAStreamFails() {
    InputStream failing =
        new InputStream() {
          private final InputStream first = stream("{\"id\": 1}" + ",{\"id\": 2}".repeat(500));

          @Override
          public int read() throws IOException {
            int octet = first.read();
            if (octet < 0) {
              throw new IOException("torn");
            }
            return octet;
          }
        };
    AtomicInteger told = new AtomicInteger();
    Crew crew = new Crew(SIZES, () -> batch -> result(1), checked -> told.incrementAndGet());
    Crew.Progress progress = crew.check(batches(failing), START);

    assertThat(told.get()).isPositive();
    assertThatThrownBy(() -> progress.rest().readAllBytes()).hasMessage("torn");
  }

  private static Batches batches(InputStream in) {
    return new Batches(in, SIZES.batch(), SIZES.largest());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<BatchCheck.Result> result(long passed) {
    return Optional.of(
        new BatchCheck.Result(new Checked(passed, List.of()), new TextPosition(0, 1)));
  }

  /** The number of a batch's first vector. */
  private static int number(Batch batch) {
    String text = new String(batch.bytes(), 0, batch.documentLength(), StandardCharsets.UTF_8);
    return Integer.parseInt(text.replaceAll("(?s)\\D*(\\d+).*", "$1"));
  }

  /** A thread whose work is over may take a moment to end. */
  private static void assertNobodyIsLeft() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("vectors")) {
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }
}
