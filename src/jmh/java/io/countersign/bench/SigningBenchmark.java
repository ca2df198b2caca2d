package io.countersign.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds for one request; with {@code -prof gc} also the bytes that it allocates. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SigningBenchmark {
  @Param({
    "ticketevolution/documented",
    "rmtrack/documented",
    "ticketmatic/documented",
    "hoshinplan/documented",
    "hoshinplan/deployed"
  })
  public String scheme = "";

  private Signing signing;
  private Peers peers;

  @Setup
  public void prepare() {
    Sample sample = new Sample(scheme);
    signing = Signing.ofOne(sample);
    peers = new Peers(sample);
  }

  @Benchmark
  public Object sign() {
    return signing.sign();
  }

  @Benchmark
  public Object verify() {
    return signing.verify();
  }

  @Benchmark
  public Object floor() {
    return signing.floor();
  }

  @Benchmark
  public Object commonsCodecSigns() {
    return peers.commonsCodecSigns();
  }

  @Benchmark
  public Object commonsCodecVerifies() {
    return peers.commonsCodecVerifies();
  }

  @Benchmark
  public Object standardWebhooksSigns() {
    return peers.standardWebhooksSigns();
  }

  @Benchmark
  public Object standardWebhooksVerifies() {
    return peers.standardWebhooksVerifies();
  }

  @Benchmark
  public Object tomitribeSigns() {
    return peers.tomitribeSigns();
  }

  @Benchmark
  public Object tomitribeVerifies() {
    return peers.tomitribeVerifies();
  }

  @Benchmark
  public Object awsSigns() {
    return peers.awsSigns();
  }
}
