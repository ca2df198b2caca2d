package io.countersign.cli;

import io.countersign.document.InputException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is under test, and how politely. */
final class TargetOptions {
  @Option(
      names = "--adapter",
      paramLabel = "COMMAND",
      description =
          "An implementation under test: a program that speaks the adapter protocol"
              + " (docs/adapters.md). Split into words as a shell would, run without one.")
  private @Nullable String adapter;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A server under test: a vendor's sandbox, a staging server, a gateway.")
  private @Nullable String endpoint;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long to wait for an answer, as in 10s or 500ms. Default: 10s.")
  private Duration timeout = Duration.ofSeconds(10);

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = RateConverter.class,
      description =
          "At most so many requests to the endpoint in a second. Default: 10/s, and no limit on"
              + " this machine.")
  private @Nullable Integer rate;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path to call at the endpoint, instead of the scheme's own.")
  private @Nullable String path;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "A certificate authority to trust besides the usual ones (PEM).")
  private @Nullable Path authority;

  @Option(
      names = "--allow-writes",
      description =
          "Also send POST, PUT, PATCH and DELETE to the endpoint. Without it only safe methods go"
              + " out, and what was left out is listed as skipped.")
  private boolean writes;

  @Nullable String adapter() {
    return adapter;
  }

  @Nullable String endpoint() {
    return endpoint;
  }

  Duration timeout() {
    return timeout;
  }

  @Nullable Integer rate() {
    return rate;
  }

  @Nullable String path() {
    return path;
  }

  @Nullable Path authority() {
    return authority;
  }

  boolean writes() {
    return writes;
  }

  /**
   * @throws InputException if options do not go together
   */
  void check() {
    if (adapter != null && endpoint != null) {
      throw InputException.of(
          "--adapter and --endpoint are both given", "put one of them under test at a time");
    }
    boolean forEndpoint = rate != null || path != null || authority != null || writes;
    if (endpoint == null && forEndpoint) {
      throw InputException.of(
          "--rate, --path, --cacert and --allow-writes are about an endpoint",
          "give --endpoint URL, or leave them out");
    }
    if (path != null && !path.startsWith("/")) {
      throw InputException.of(
          "the path '" + path + "' does not begin with /", "write it from there");
    }
  }

  /** Reads 10s, 500ms, 2m, or ISO 8601. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        Duration duration =
            text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse(text.startsWith("P") ? text : "PT" + text);
        if (duration.compareTo(Duration.ZERO) > 0) {
          return duration;
        }
      } catch (DateTimeException | NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException(
          "'" + text + "' is no duration; write it as in 10s, 500ms or 2m");
    }
  }

  /** Reads 10/s. */
  static final class RateConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("[1-9][0-9]{0,5}/s")) {
        return Integer.valueOf(text.substring(0, text.length() - 2));
      }
      throw new TypeConversionException("'" + text + "' is no rate; write it as in 10/s");
    }
  }
}
