package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.message.RequestUrl;
import io.countersign.target.Rate;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** What is under test, and how politely. */
final class TargetOptions implements OptionGroup {
  private final OptionSpec adapter =
      Options.value(
              "--adapter",
              "COMMAND",
              String.class,
              "An implementation under test: a program that speaks the adapter protocol"
                  + " (docs/adapters.md). Split into words as a shell would, run without one.")
          .build();

  private final OptionSpec endpoint =
      Options.value(
              "--endpoint",
              "URL",
              String.class,
              "A server under test: a vendor's sandbox, a staging server, a gateway.")
          .build();

  private final OptionSpec timeout =
      Options.value(
              "--timeout",
              "DURATION",
              Duration.class,
              "How long to wait for an answer, as in 10s or 500ms. Default: 10s.")
          .converters(new DurationConverter())
          .initialValue(Duration.ofSeconds(10))
          .build();

  private final OptionSpec rate =
      Options.value(
              "--rate",
              "N/s",
              Rate.class,
              "At most so many requests to the endpoint in a second, as in 2/s or 0.5/s. Default:"
                  + " 10/s, and no limit on this machine.")
          .converters(new RateConverter())
          .build();

  private final OptionSpec path =
      Options.value(
              "--path",
              "PATH",
              String.class,
              "The path to call at the endpoint, instead of the scheme's own.")
          .build();

  private final OptionSpec authority =
      Options.value(
              "--cacert",
              "FILE",
              Path.class,
              "A certificate authority to trust besides the usual ones (PEM).")
          .build();

  private final OptionSpec writes =
      Options.flag(
          "--allow-writes",
          "Also send POST, PUT, PATCH and DELETE to the endpoint. Without it only safe methods go"
              + " out, and what was left out is listed as skipped.");

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(adapter)
        .addOption(endpoint)
        .addOption(timeout)
        .addOption(rate)
        .addOption(path)
        .addOption(authority)
        .addOption(writes);
  }

  @Nullable String adapter() {
    return adapter.getValue();
  }

  @Nullable String endpoint() {
    return endpoint.getValue();
  }

  Duration timeout() {
    return timeout.getValue();
  }

  @Nullable Rate rate() {
    return rate.getValue();
  }

  @Nullable String path() {
    return path.getValue();
  }

  @Nullable Path authority() {
    return authority.getValue();
  }

  boolean writes() {
    return writes.getValue();
  }

  /** Whether it is our own signer, verifier and vendor that are tried. */
  boolean isEmbedded() {
    return adapter() == null && endpoint() == null;
  }

  /**
   * @throws InputException if options do not go together
   */
  void check() {
    if (adapter() != null && endpoint() != null) {
      throw InputException.of(
          "--adapter and --endpoint are both given", "put one of them under test at a time");
    }
    boolean forEndpoint = rate() != null || path() != null || authority() != null || writes();
    if (endpoint() == null && forEndpoint) {
      throw InputException.of(
          "--rate, --path, --cacert and --allow-writes are about an endpoint",
          "give --endpoint URL, or leave them out");
    }
    String called = path();
    if (called != null && !called.startsWith("/")) {
      throw InputException.of(
          "the path '" + called + "' does not begin with /", "write it from there");
    }
    if (called != null) {
      requireSendable(called);
    }
    if (endpoint() != null) {
      Targets.settings(endpoint());
    }
  }

  private static void requireSendable(String called) {
    try {
      RequestUrl.parse("http://localhost" + called);
    } catch (InputException e) {
      throw InputException.of(
          "the path '" + called + "' cannot be sent",
          "percent-encode white space, and leave out what follows a #");
    }
  }

  /** Reads 10s, 500ms, 2m, or ISO 8601. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    /** Further than that nobody waits, and sockets count milliseconds in 32 bits. */
    private static final Duration LONGEST = Duration.ofHours(24);

    @Override
    public Duration convert(String text) {
      try {
        Duration duration =
            text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse(text.startsWith("P") ? text : "PT" + text);
        if (duration.compareTo(LONGEST) > 0) {
          throw new TypeConversionException("'" + text + "' is too long; give at most 24h");
        }
        if (duration.compareTo(Duration.ZERO) > 0) {
          return duration;
        }
        throw new TypeConversionException("'" + text + "' is too short; give more than 0s");
      } catch (DateTimeException | NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException(
          "'" + text + "' is no duration; write it as in 10s, 500ms or 2m");
    }
  }

  private static final class RateConverter implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      try {
        return Rate.parse(text);
      } catch (InputException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
