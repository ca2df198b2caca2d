package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Signing and verifying beside the floor and beside peers, in turns as {@link ExplainRatios} does
 * it. Prints the table of docs/performance.md.
 */
public final class SigningRatios {
  private static final String DIFFERENT = "different";
  private static final int WARM_UPS = 24;
  private static final int ROUNDS = 41;
  private static final int TIMES = 15_000;

  private SigningRatios() {}

  /**
   * @param args {@code different} for a request of another resource each time and not for one
   *     request; then the schemes to measure, as in {@link Sample#NAMES}; none for all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>(List.of(args));
    boolean different = names.remove(DIFFERENT);
    System.out.println(
        "| scheme | what | time | bytes | of the floor's throughput | lowest and highest |");
    System.out.println("| --- | --- | ---: | ---: | ---: | --- |");
    for (String name : names.isEmpty() ? Sample.NAMES : names) {
      printFromItsOwnProcess(name, different);
    }
  }

  /** Prints the rows of one scheme. */
  public static final class One {
    private One() {}

    /** @param args the scheme, and whether requests are different */
    public static void main(String[] args) {
      print(args[0], Boolean.parseBoolean(args[1]));
    }
  }

  /**
   * As JMH does it: what the compiler saw of one scheme does not shape the code that it makes for
   * another, and who signs does so for one vendor in most processes.
   */
  private static void printFromItsOwnProcess(String name, boolean different)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                One.class.getName(),
                name,
                Boolean.toString(different))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measuring of " + name + " failed");
    }
  }

  private static void print(String name, boolean different) {
    Sample sample = new Sample(name);
    Signing signing = different ? Signing.ofDifferent(sample) : Signing.ofOne(sample);
    Peers peers = new Peers(sample);
    List<Work> works =
        List.of(
            new Work("floor", signing::floor),
            new Work("**sign**", signing::sign),
            new Work("**verify**", signing::verify),
            new Work("Commons Codec, MAC alone", peers::commonsCodecSigns),
            new Work("Commons Codec, MAC compared", peers::commonsCodecVerifies),
            new Work("Standard Webhooks, sign", peers::standardWebhooksSigns),
            new Work("Standard Webhooks, verify", peers::standardWebhooksVerifies),
            new Work("tomitribe, sign", peers::tomitribeSigns),
            new Work("tomitribe, verify", peers::tomitribeVerifies),
            new Work("AWS SDK, sign", peers::awsSigns));
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (Work work : works) {
        work.measure(round >= 0);
      }
    }
    works.forEach(work -> System.out.println(work.row(name, works.get(0))));
  }

  /** One thing measured round by round. */
  private static final class Work {
    private final String title;
    private final Supplier<Object> body;
    private final List<Double> nanos = new ArrayList<>();
    private double bytes;
    private int sum;

    Work(String title, Supplier<Object> body) {
      this.title = title;
      this.body = body;
    }

    void measure(boolean counts) {
      long allocated = Allocation.sofar();
      long time = ProcessorTime.of(TIMES, this::once);
      bytes = (double) (Allocation.sofar() - allocated) / TIMES;
      if (counts) {
        nanos.add((double) time / TIMES);
      }
    }

    /** Takes every result, so that none is left out as unused. */
    private void once() {
      sum += System.identityHashCode(body.get().getClass());
    }

    String row(String name, Work floor) {
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < nanos.size(); i++) {
        shares.add(floor.nanos.get(i) / nanos.get(i));
      }
      shares.sort(null);
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.0f ns | %.0f | %.0f %% | %.0f to %.0f %% |",
          name,
          title,
          median(nanos),
          bytes,
          100 * median(shares),
          100 * shares.get(0),
          100 * shares.get(shares.size() - 1));
    }

    private static double median(List<Double> values) {
      return values.stream().sorted().toList().get(values.size() / 2);
    }
  }
}
