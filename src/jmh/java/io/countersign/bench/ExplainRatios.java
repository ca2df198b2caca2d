package io.countersign.bench;

import io.countersign.explain.Explainer;
import io.countersign.explain.Searched;
import io.countersign.message.HttpRequest;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;

/**
 * Hypotheses beside bare MACs, as the table of docs/performance.md. A machine that does other work
 * at the same time is not equally fast from minute to minute; so short rounds of both take turns in
 * one process, what is counted is the processor time of this thread, and the median round is shown.
 */
public final class ExplainRatios {
  private static final long WARM_UP_NANOS = 6_000_000_000L;
  private static final int ROUNDS = 11;

  private ExplainRatios() {}

  /** @param args the schemes to measure, as in {@link Sample#NAMES}; none for all */
  public static void main(String[] args) {
    System.out.println(
        "| scheme | bytes | hypotheses | MACs | hypotheses/s | bare MACs/s | ratio |"
            + " MACs/s of the search | lowest and highest ratio |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    for (String name : args.length == 0 ? Sample.NAMES : List.of(args)) {
      System.out.println(row(name, new Sample(name)));
    }
  }

  private static String row(String name, Sample sample) {
    Explainer explainer = sample.explainer();
    HttpRequest foreign = sample.signedByStranger();
    byte[] string = sample.stringToSign();
    Mac mac = sample.mac();
    Searched searched = Sample.search(explainer, foreign).searched();
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      Sample.search(explainer, foreign);
      computed(mac, string, searched.macs());
    }
    int searches = (int) Math.max(1, 400_000 / searched.hypotheses());
    Round[] rounds = new Round[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = round(searches, searched.hypotheses(), () -> Sample.search(explainer, foreign),
          () -> computed(mac, string, searched.hypotheses()));
    }
    Round[] sorted = rounds.clone();
    java.util.Arrays.sort(sorted, java.util.Comparator.comparingDouble(Round::ratio));
    Round median = sorted[ROUNDS / 2];
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %,d | %,.0f | %,.0f | **%.2f** | %,.0f | %.2f to %.2f |",
        name,
        string.length,
        searched.hypotheses(),
        searched.macs(),
        median.hypotheses(),
        median.macs(),
        median.ratio(),
        median.hypotheses() * searched.macs() / searched.hypotheses(),
        sorted[0].ratio(),
        sorted[ROUNDS - 1].ratio());
  }

  /** Rates per second of processor time. */
  private record Round(double hypotheses, double macs) {
    double ratio() {
      return hypotheses / macs;
    }
  }

  private static Round round(int searches, long each, Runnable search, Runnable macs) {
    return new Round(
        1e9 * searches * each / ProcessorTime.of(searches, search),
        1e9 * searches * each / ProcessorTime.of(searches, macs));
  }

  private static int computed(Mac mac, byte[] string, long count) {
    int sum = 0;
    for (long i = 0; i < count; i++) {
      sum += mac.doFinal(string)[0];
    }
    return sum;
  }
}
