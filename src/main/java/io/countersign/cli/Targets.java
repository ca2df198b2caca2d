package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.target.ClockOffset;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.EndpointOptions;
import io.countersign.target.EndpointTarget;
import io.countersign.target.Rate;
import io.countersign.target.Target;
import io.countersign.target.TargetInfo;
import io.countersign.target.adapter.AdapterTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the target that the options name, and finds out what to do with it. */
final class Targets {
  private static final Duration NOTEWORTHY = Duration.ofSeconds(5);

  private Targets() {}

  /**
   * @throws InputException if an option is wrong
   * @throws UnreachableException if the target does not answer
   */
  static Target of(TargetOptions options, Environment environment) {
    String command = options.adapter();
    String url = options.endpoint();
    if (command != null) {
      return adapter(command, options.timeout(), environment.clock());
    }
    return url == null ? EmbeddedTarget.reference() : endpoint(url, options, environment);
  }

  /** What the options name, before it is known whether it is there. */
  static TargetInfo info(TargetOptions options) {
    String command = options.adapter();
    String url = options.endpoint();
    if (command != null) {
      return new TargetInfo(TargetInfo.Kind.ADAPTER, command);
    }
    return url == null
        ? EmbeddedTarget.reference().info()
        : new TargetInfo(TargetInfo.Kind.ENDPOINT, settings(url).base().toString());
  }

  /**
   * @throws InputException if it is no URL of a server
   */
  static EndpointOptions settings(String url) {
    return EndpointOptions.of(url, "countersign/" + Version.text());
  }

  private static Target adapter(String command, Duration timeout, InstantSource clock) {
    AdapterTarget.Greeting greeting = AdapterTarget.start(command, timeout, clock);
    if (greeting instanceof AdapterTarget.Greeting.Ready ready) {
      return ready.target();
    }
    throw new UnreachableException(
        new TargetInfo(TargetInfo.Kind.ADAPTER, command),
        ((AdapterTarget.Greeting.Unusable) greeting).what());
  }

  private static Target endpoint(String url, TargetOptions options, Environment environment) {
    EndpointOptions settings = settings(url).withTimeout(options.timeout());
    Rate rate = options.rate();
    if (rate != null) {
      settings = settings.withRate(rate);
    }
    if (options.authority() != null) {
      settings = settings.withAuthority(options.authority());
    }
    EndpointTarget target =
        EndpointTarget.of(options.writes() ? settings.withWrites() : settings, environment.clock());
    Optional<String> obstacle = target.reach(Optional.ofNullable(options.path()));
    if (obstacle.isPresent()) {
      target.close();
      throw new UnreachableException(
          target.info(), target.info().name() + " cannot be asked: " + obstacle.get());
    }
    return target;
  }

  /**
   * To be asked before a server is.
   *
   * @throws InputException if what is asked for makes no sense for one
   */
  static void requireSuited(TargetOptions options, ClockOptions clock, List<String> asked) {
    long named = asked.stream().distinct().count();
    if (options.endpoint() != null && named != 1) {
      throw InputException.of(
          "a server speaks one scheme, and " + (named == 0 ? "none is" : named + " are") + " named",
          "name the one that it is said to speak");
    }
    if (options.endpoint() != null && clock.isGiven()) {
      throw InputException.of(
          "--at cannot set the clock of a server", "leave it out: the server's time is measured");
    }
  }

  /**
   * The schemes to run: those asked for, or all that make sense for the target.
   *
   * @throws UnreachableException if the target knows none of them
   */
  static List<String> schemes(Target target, List<String> asked, List<String> all) {
    List<String> wanted = asked.isEmpty() ? all : asked;
    if (!(target instanceof AdapterTarget adapter)) {
      return wanted;
    }
    List<String> known = new ArrayList<>(wanted);
    known.retainAll(adapter.schemes());
    if (known.isEmpty()) {
      // Not the fault of the command line: there is just nothing that could be judged.
      throw new UnreachableException(
          target.info(),
          "the adapter knows none of the schemes "
              + String.join(", ", wanted)
              + "; its hello names "
              + adapter.schemesInWords());
    }
    return asked.isEmpty() ? known : asked;
  }

  /** The clock of the run: a server's own time, where there is a server. */
  static Clock clock(Target target, ClockOptions clock) {
    // Rather a moment behind than ahead: a server may refuse what comes from its future.
    return offset(target)
        .map(found -> Clock.offset(clock.clock(), found.ahead().minus(found.uncertainty())))
        .orElse(clock.clock());
  }

  /** A clock that is far off, in words to follow a diagnosis. */
  static String clockWords(Target target) {
    return offset(target)
        .filter(Targets::isNoteworthy)
        .map(ClockOffset::ahead)
        .map(
            ahead ->
                "; the server's clock is "
                    + ServerClock.apart(ahead.abs())
                    + " "
                    + (ahead.isNegative() ? "behind" : "ahead of")
                    + " this machine's, which was allowed for")
        .orElse("");
  }

  /** What was measured of a server's clock, in a sentence for the reports. */
  static String clockSettled(ClockOffset found) {
    return String.format(
        Locale.ROOT,
        "the server's clock is %s %s this machine's, give or take %.1f s",
        ServerClock.apart(found.ahead().abs()),
        found.ahead().isNegative() ? "behind" : "ahead of",
        found.uncertainty().toMillis() / 1e3);
  }

  /** Whether a person would want to hear of it. */
  static boolean isNoteworthy(ClockOffset found) {
    return found.ahead().abs().compareTo(NOTEWORTHY) > 0;
  }

  /** What was measured; nothing of who is no server. */
  static Optional<ClockOffset> offset(Target target) {
    return target instanceof EndpointTarget server ? server.clockOffset() : Optional.empty();
  }
}
