package io.countersign.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on from the time of a run, which may be a given one, so that a report has one time. */
final class RunClock extends Clock {
  private final Instant started;
  private final ZoneId zone;
  private final long begun;

  private RunClock(Instant started, ZoneId zone, long begun) {
    this.started = started;
    this.zone = zone;
    this.begun = begun;
  }

  static RunClock startingAt(Instant time) {
    return new RunClock(time, ZoneOffset.UTC, System.nanoTime());
  }

  Instant started() {
    return started;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public Instant instant() {
    return started.plus(elapsed());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new RunClock(started, other, begun);
  }
}
