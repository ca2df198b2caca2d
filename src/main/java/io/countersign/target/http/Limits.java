package io.countersign.target.http;

import java.time.Duration;

/**
 * How much a client puts up with.
 *
 * @param timeout for the whole of a request, from connecting to the answer's last byte; looking up
 *     the host's name may take as long again
 * @param kept how many bytes of a body are kept
 * @param most how many bytes of a body are read; one that is longer is a fault
 * @param connections how many there are at once
 */
public record Limits(Duration timeout, int kept, int most, int connections) {
  /** 10 s, 64 KiB, 1 MiB and 32 connections. */
  public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 64 << 10, 1 << 20, 32);

  public Limits withTimeout(Duration other) {
    return new Limits(other, kept, most, connections);
  }
}
