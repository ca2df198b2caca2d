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
 * Checks of small and big vector files beside bare MACs, and beside {@link JsonAndMacs}, in turns as
 * {@link ExplainRatios} does it, and counted in processor time: that of a whole process for a check,
 * from the start of its JVM to its end.
 */
public final class VectorRatios {
  private static final int[] SIZES = {1_000, 100_000, 1_000_000};
  private static final int MACS = 200_000;

  private final GeneratedVectors vectors = new GeneratedVectors();
  private final List<Path> files = new ArrayList<>();
  private final List<List<CheckRun>> runs = new ArrayList<>();
  private final List<List<CheckRun>> floors = new ArrayList<>();
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
      floors.add(new ArrayList<>());
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
        floors.get(i).add(CheckRun.ofFloor(files.get(i), SIZES[i]));
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
            + " vectors/s and core | share of MACs keyed once | keyed anew | of JSON and MACs alone |");
    System.out.println(
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (int i = 0; i < SIZES.length; i++) {
      double processor = processor(runs, i);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.1f MB | %.2f s | %.2f s | %s | %.0f MB | %.0f MB | %s%n",
          SIZES[i],
          Files.size(files.get(i)) / 1e6,
          of(runs.get(i), CheckRun::wall),
          processor,
          i == 0 ? "" : "%.1f".formatted(processor / processor(runs, i - 1)),
          of(runs.get(i), run -> run.heap()),
          of(runs.get(i), run -> run.resident()),
          rates(nanos(runs, i), nanos(floors, i), bareOnce, bareAnew));
    }
    String beyond = "%,d".formatted(SIZES[SIZES.length - 2]);
    System.out.printf(
        Locale.ROOT,
        "| each beyond %s | | | | | | | %s%n",
        beyond,
        rates(further(runs), further(floors), bareOnce, bareAnew));
    int last = SIZES.length - 1;
    System.out.printf(
        Locale.ROOT,
        "%nThe JSON of %,d vectors and a MAC for each, and nothing else: %.2f s, %,.0f ns a vector;"
            + " beyond %s: %,.0f ns. That is a share of MACs keyed anew of %.2f, and of %.2f.%n",
        SIZES[last],
        processor(floors, last),
        nanos(floors, last),
        beyond,
        further(floors),
        bareAnew / nanos(floors, last),
        bareAnew / further(floors));
  }

  private static String rates(double nanos, double floor, double bareOnce, double bareAnew) {
    return String.format(
        Locale.ROOT,
        "%,.0f | %,.0f | %.2f | **%.2f** | %.2f |",
        nanos,
        1e9 / nanos,
        bareOnce / nanos,
        bareAnew / nanos,
        floor / nanos);
  }

  /** Nanoseconds for each vector of the biggest file that the one before it does not have. */
  private double further(List<List<CheckRun>> all) {
    int last = SIZES.length - 1;
    double seconds = processor(all, last) - processor(all, last - 1);
    return seconds * 1e9 / (SIZES[last] - SIZES[last - 1]);
  }

  private double nanos(List<List<CheckRun>> all, int size) {
    return processor(all, size) / SIZES[size] * 1e9;
  }

  private double processor(List<List<CheckRun>> all, int size) {
    return of(all.get(size), CheckRun::processor);
  }

  private static double of(List<CheckRun> all, ToDoubleFunction<CheckRun> what) {
    return median(all.stream().map(what::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    double[] sorted =
        values.stream().sorted(Comparator.naturalOrder()).mapToDouble(value -> value).toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }
}
