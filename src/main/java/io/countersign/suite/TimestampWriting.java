package io.countersign.suite;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Ways to write a time, of which a scheme wants at most one. */
public enum TimestampWriting {
  ISO_WITHOUT_ZONE("as ISO 8601 without a zone", pattern("uuuu-MM-dd'T'HH:mm:ss")),
  ISO_Z("as ISO 8601 with Z", pattern("uuuu-MM-dd'T'HH:mm:ss'Z'")),
  ISO_MILLISECONDS("as ISO 8601 with milliseconds", pattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")),
  ISO_AHEAD("as ISO 8601 with the offset +02:00", offset(2)),
  ISO_BEHIND("as ISO 8601 with the offset -05:00", offset(-5)),
  ISO_BLANK("with a blank for the T", pattern("uuuu-MM-dd HH:mm:ss")),
  ISO_BASIC("as ISO 8601 without separators", pattern("uuuuMMdd'T'HHmmss'Z'")),
  DATE_ONLY("as a date alone", pattern("uuuu-MM-dd")),
  TWELVE_HOURS("with a 12-hour clock", pattern("uuuu-MM-dd'T'hh:mm:ss a")),
  RFC_1123("as RFC 1123", pattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'")),
  RFC_1123_OFFSET("as RFC 1123 with an offset", pattern("EEE, dd MMM uuuu HH:mm:ss '+0000'")),
  RFC_1123_OTHER_OFFSET(
      "as RFC 1123 with the offset of another zone",
      time ->
          formatter("EEE, dd MMM uuuu HH:mm:ss '+0200'")
              .format(time.atOffset(ZoneOffset.ofHours(2)))),
  RFC_850("as RFC 850", pattern("EEEE, dd-MMM-uu HH:mm:ss 'GMT'")),
  UNIX_SECONDS("in Unix seconds", time -> Long.toString(time.getEpochSecond())),
  UNIX_MILLISECONDS("in Unix milliseconds", time -> Long.toString(time.toEpochMilli())),
  WORD("as the word now", time -> "now");

  private static final Set<TimestampWriting> ISO_8601 =
      Set.of(ISO_WITHOUT_ZONE, ISO_Z, ISO_MILLISECONDS, ISO_AHEAD, ISO_BEHIND, ISO_BASIC);

  private final String words;
  private final Function<Instant, String> writing;

  TimestampWriting(String words, Function<Instant, String> writing) {
    this.words = words;
    this.writing = writing;
  }

  /** As a step says it. */
  public String words() {
    return words;
  }

  /** Whether the standard has it, as it has the form of every scheme that asks for ISO 8601. */
  boolean isIso8601() {
    return ISO_8601.contains(this);
  }

  /** Whether it is the same standard's, in the time of another zone. */
  boolean isOffset() {
    return this == ISO_AHEAD || this == ISO_BEHIND;
  }

  public String write(Instant time) {
    return writing.apply(time);
  }

  private static Function<Instant, String> pattern(String pattern) {
    DateTimeFormatter formatter = formatter(pattern);
    return time -> formatter.format(time.atOffset(ZoneOffset.UTC));
  }

  private static Function<Instant, String> offset(int hours) {
    DateTimeFormatter formatter = formatter("uuuu-MM-dd'T'HH:mm:ssxxx");
    return time -> formatter.format(time.atOffset(ZoneOffset.ofHours(hours)));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
