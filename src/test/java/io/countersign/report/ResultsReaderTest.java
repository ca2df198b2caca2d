package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.DefaultResultsVisitor;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.ResultsVisitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ResultsReaderTest {
  private static final int THREADS = 8;
  private static final int EACH = 20_000;

  private final Configuration configuration = ConfigurationBuilder.empty().build();
  private final Queue<String> stored = new ConcurrentLinkedQueue<>();

  /** Notes the names under which the page keeps its attachments. */
  private final ReportStorage storage =
      new ReportStorage() {
        @Override
        public void addDataJson(String name, Object data) {
          throw new AssertionError("no JSON is asked for");
        }

        @Override
        public void addDataBinary(String name, byte[] data) {
          throw new AssertionError("no bytes are asked for");
        }

        @Override
        public void addDataFile(String name, Path file) {
          stored.add(name);
        }
      };

  @Test
  @Timeout(60)
  void attachmentsVisitedByManyThreadsAtOnce_areAllOnThePage() {
    ResultsReader reader = new ResultsReader(Map.of(), ResultsReaderTest::visitByManyThreads);

    reader.readResults(configuration, new DefaultResultsVisitor(configuration), Path.of("."));
    reader.aggregate(configuration, List.of(), storage);

    assertThat(stored)
        .doesNotHaveDuplicates()
        .hasSize(THREADS * EACH)
        .contains("data/attachments/0-0.txt", "data/attachments/7-19999.txt");
  }

  @Test
  void attachmentOfTwoCases_isOnThePageOnce() {
    ResultsReader reader =
        new ResultsReader(
            Map.of(),
            (known, visitor, folder) -> {
              visitor.visitAttachmentFile(folder.resolve("same.txt"));
              visitor.visitAttachmentFile(folder.resolve("same.txt"));
            });

    reader.readResults(configuration, new DefaultResultsVisitor(configuration), Path.of("."));
    reader.aggregate(configuration, List.of(), storage);

    assertThat(stored).containsExactly("data/attachments/same.txt");
  }

  /** All of them begin together, as the generator's own reader may. */
  private static void visitByManyThreads(
      Configuration configuration, ResultsVisitor visitor, Path folder) {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> visits =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  thread ->
                      threads.submit(
                          () -> {
                            start.await(30, TimeUnit.SECONDS);
                            for (int i = 0; i < EACH; i++) {
                              visitor.visitAttachmentFile(
                                  folder.resolve(thread + "-" + i + ".txt"));
                            }
                            return null;
                          }))
              .toList();
      for (Future<?> visit : visits) {
        visit.get(30, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      throw new AssertionError("a thread failed", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
