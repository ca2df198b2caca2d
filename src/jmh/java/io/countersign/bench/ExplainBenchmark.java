package io.countersign.bench;

import io.countersign.explain.Explainer;
import io.countersign.explain.Searched;
import io.countersign.message.HttpRequest;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A search that finds nothing, in hypotheses a second, and the MACs a second that this machine
 * computes over strings of the same length. {@link ExplainRatios} compares the two more steadily.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExplainBenchmark {
  @Param({
    "ticketevolution/documented",
    "rmtrack/documented",
    "ticketmatic/documented",
    "hoshinplan/documented",
    "hoshinplan/deployed"
  })
  public String scheme = "";

  private Explainer explainer;
  private HttpRequest foreign;
  private Mac mac;
  private byte[] string;

  /** What JMH divides by the time, beside the searches. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counted {
    public long hypotheses;
    public long macs;

    @Setup(Level.Iteration)
    public void clear() {
      hypotheses = 0;
      macs = 0;
    }
  }

  @Setup
  public void prepare() {
    Sample sample = new Sample(scheme);
    explainer = sample.explainer();
    foreign = sample.signedByStranger();
    mac = sample.mac();
    string = sample.stringToSign();
  }

  @Benchmark
  public Searched search(Counted counted) {
    Searched searched = Sample.search(explainer, foreign).searched();
    counted.hypotheses += searched.hypotheses();
    counted.macs += searched.macs();
    return searched;
  }

  @Benchmark
  public byte[] bareMac() {
    return mac.doFinal(string);
  }
}
