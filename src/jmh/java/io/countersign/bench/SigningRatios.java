package io.countersign.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Signing and verifying beside the floor, in turns as {@link ExplainRatios} does it. */
public final class SigningRatios {
  private static final int WARM_UPS = 12;
  private static final int ROUNDS = 11;
  private static final int TIMES = 60_000;

  private final Total total = new Total();

  private SigningRatios() {}

  /** @param args the schemes to measure, as in {@link Sample#NAMES}; none for all */
  public static void main(String[] args) {
    SigningRatios ratios = new SigningRatios();
    System.out.println(
        "| scheme | floor | sign | verify | Commons Codec | tomitribe | sign / floor |"
            + " verify / floor |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (String name : args.length == 0 ? Sample.NAMES : List.of(args)) {
      System.out.println(ratios.row(name, new Signing(name)));
    }
  }

  private String row(String name, Signing signing) {
    List<Supplier<Object>> works =
        List.of(
            signing::floor,
            signing::sign,
            signing::verify,
            signing::commonsCodec,
            signing::tomitribe);
    double[][] nanos = new double[works.size()][ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int i = 0; i < works.size(); i++) {
        Supplier<Object> work = works.get(i);
        double each =
            (double) ProcessorTime.of(TIMES, () -> total.add(work.get())) / TIMES;
        if (round >= 0) {
          nanos[i][round] = each;
        }
      }
    }
    double[] medians = Arrays.stream(nanos).mapToDouble(SigningRatios::median).toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ns | %.0f ns | %.0f ns | %.0f ns | %.0f ns | %.2f | %.2f |",
        name,
        medians[0],
        medians[1],
        medians[2],
        medians[3],
        medians[4],
        medians[1] / medians[0],
        medians[2] / medians[0]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Takes every result, so that none is left out as unused. */
  private static final class Total {
    private int sum;

    void add(Object result) {
      sum += System.identityHashCode(result.getClass());
    }
  }
}
