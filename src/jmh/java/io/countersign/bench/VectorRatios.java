package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Checks of small and big vector files beside bare MACs, in turns as {@link ExplainRatios} does it,
 * and counted in processor time: that of a whole process for a check, from the start of its JVM to
 * its end.
 */
public final class VectorRatios {
  private static final int[] SIZES = {1_000, 100_000, 1_000_000};
  private static final int MACS = 200_000;

  private final GeneratedVectors vectors = new GeneratedVectors();
  private final List<Path> files = new ArrayList<>();
  private final List<List<CheckRun>> runs = new ArrayList<>();
  private final List<Double> once = new ArrayList<>();
  private final List<Double> anew = new ArrayList<>();

  private VectorRatios() {}

  /** @param args how many rounds; 3 if it is not said */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vectors");
    VectorRatios ratios = new VectorRatios();
    try {
      ratios.generate(folder);
      ratios.measure(args.length == 0 ? 3 : Integer.parseInt(args[0]));
      ratios.print();
    } finally {
      for (Path file : ratios.files) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    }
  }

  private void generate(Path folder) throws IOException {
    for (int size : SIZES) {
      Path file = folder.resolve(size + ".json");
      files.add(file);
      runs.add(new ArrayList<>());
      vectors.write(file, size);
    }
  }

  private void measure(int rounds) throws IOException, InterruptedException {
    // The launcher may have to build.
    new ProcessBuilder("./countersign", "--version").inheritIO().start().waitFor();
    for (int i = 0; i < 5; i++) {
      vectors.nanosKeyedOnce(MACS);
      vectors.nanosKeyedAnew(MACS);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < SIZES.length; i++) {
        once.add(vectors.nanosKeyedOnce(MACS));
        anew.add(vectors.nanosKeyedAnew(MACS));
        runs.get(i).add(CheckRun.of(files.get(i), SIZES[i]));
      }
    }
  }

  private void print() throws IOException {
    double bareOnce = median(once);
    double bareAnew = median(anew);
    System.out.printf(
        Locale.ROOT,
        "A bare MAC keyed once: %.0f ns (%,.0f/s); keyed for each message: %.0f ns (%,.0f/s).%n%n",
        bareOnce,
        1e9 / bareOnce,
        bareAnew,
        1e9 / bareAnew);
    System.out.println(
        "| vectors | file | wall | processor | growth | heap in use | resident | ns a vector |"
            + " vectors/s and core | share of MACs keyed once | keyed anew |");
    System.out.println(
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (int i = 0; i < SIZES.length; i++) {
      double processor = processor(i);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.1f MB | %.2f s | %.2f s | %s | %.0f MB | %.0f MB | %s%n",
          SIZES[i],
          Files.size(files.get(i)) / 1e6,
          of(i, CheckRun::wall),
          processor,
          i == 0 ? "" : "%.1f".formatted(processor / processor(i - 1)),
          of(i, run -> run.heap()),
          of(i, run -> run.resident()),
          rates(processor / SIZES[i] * 1e9, bareOnce, bareAnew));
    }
    int last = SIZES.length - 1;
    double further = (processor(last) - processor(last - 1)) / (SIZES[last] - SIZES[last - 1]);
    System.out.printf(
        Locale.ROOT,
        "| each beyond %,d | | | | | | | %s%n",
        SIZES[last - 1],
        rates(further * 1e9, bareOnce, bareAnew));
  }

  private static String rates(double nanos, double bareOnce, double bareAnew) {
    return String.format(
        Locale.ROOT,
        "%,.0f | %,.0f | %.2f | **%.2f** |",
        nanos,
        1e9 / nanos,
        bareOnce / nanos,
        bareAnew / nanos);
  }

  private double processor(int size) {
    return of(size, CheckRun::processor);
  }

  private double of(int size, ToDoubleFunction<CheckRun> what) {
    return median(runs.get(size).stream().map(what::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    double[] sorted =
        values.stream().sorted(Comparator.naturalOrder()).mapToDouble(value -> value).toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
