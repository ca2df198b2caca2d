package io.countersign.scheme;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timestamps are written and read as the Java library's formatters, told to be strict, do it. */
final class TimestampOracleTest {
  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter RFC = strict("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

  private static final List<String> ZONES =
      List.of("Z", "+00:00", "-00:00", "+18:00", "-17:59", "+05:30", "-18:01");

  private static final Map<TimestampFormat, DateTimeFormatter> WRITERS =
      new EnumMap<>(
          Map.of(
              TimestampFormat.ISO_8601_WITHOUT_ZONE,
              ISO,
              TimestampFormat.ISO_8601_OFFSET,
              strict("uuuu-MM-dd'T'HH:mm:ss'+00:00'"),
              TimestampFormat.ISO_8601_Z,
              strict("uuuu-MM-dd'T'HH:mm:ss'Z'"),
              TimestampFormat.ISO_8601_MILLIS,
              strict("uuuu-MM-dd'T'HH:mm:ss'.000Z'"),
              TimestampFormat.ISO_8601_BASIC,
              strict("uuuuMMdd'T'HHmmss'Z'"),
              TimestampFormat.RFC_2822,
              strict("EEE, dd MMM uuuu HH:mm:ss '+0000'"),
              TimestampFormat.RFC_1123,
              RFC));

  // A year of four digits exactly: a pattern's uuuu reads more.
  private static final DateTimeFormatter READ_ISO =
      strict(
          new DateTimeFormatterBuilder().appendValue(YEAR, 4).appendPattern("-MM-dd'T'HH:mm:ss"));
  private static final DateTimeFormatter READ_OFFSET =
      strict(
          new DateTimeFormatterBuilder()
              .append(READ_ISO)
              .optionalStart()
              .appendFraction(NANO_OF_SECOND, 1, 9, true)
              .optionalEnd()
              .appendOffset("+HH:MM", "Z"));
  private static final DateTimeFormatter READ_RFC =
      strict(
          new DateTimeFormatterBuilder()
              .appendPattern("EEE, dd MMM ")
              .appendValue(YEAR, 4)
              .appendPattern(" HH:mm:ss 'GMT'"));
  private static final DateTimeFormatter READ_MAIL =
      strict(
          new DateTimeFormatterBuilder()
              .appendPattern("EEE, dd MMM ")
              .appendValue(YEAR, 4)
              .appendPattern(" HH:mm:ss ")
              .appendOffset("+HHMM", "+0000"));
  private static final DateTimeFormatter READ_BASIC =
      strict(new DateTimeFormatterBuilder().appendValue(YEAR, 4).appendPattern("MMdd'T'HHmmss'Z'"));

  private static DateTimeFormatter strict(String pattern) {
    return strict(new DateTimeFormatterBuilder().appendPattern(pattern));
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  @Test
  void everyDayOfFourDigitYears_isWrittenAndReadAsTheLibraryDoes() {
    Random random = new Random(1);
    for (LocalDate day = LocalDate.of(0, 1, 1); day.getYear() <= 9999; day = step(day, random)) {
      assertIsWrittenAndRead(day.atTime(random.nextInt(24), random.nextInt(60), 59));
    }
  }

  /** Each of the days around the ends of February and the year, and one in ten of the others. */
  private static LocalDate step(LocalDate day, Random random) {
    int ordinal = day.getDayOfYear();
    boolean edge = ordinal >= 56 && ordinal <= 62 || ordinal >= 363 || ordinal <= 2;
    return day.plusDays(edge || random.nextInt(10) == 0 ? 1 : 3);
  }

  @Property
  void everySecondOfTheCalendar_isWrittenAsTheLibraryDoes(
      @ForAll @LongRange(min = -31_557_014_135_596_800L, max = 31_556_889_832_780_799L)
          long second) {
    assertIsWritten(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }

  private static void assertIsWrittenAndRead(LocalDateTime time) {
    assertIsWritten(time);
    Instant instant = time.toInstant(ZoneOffset.UTC);
    for (TimestampFormat format : WRITERS.keySet()) {
      String text = format.format(instant);
      if (!format.parse(text).equals(Optional.of(instant))) {
        assertThat(format.parse(text)).as("%s: %s", format, text).contains(instant);
      }
    }
  }

  private static void assertIsWritten(LocalDateTime time) {
    Instant instant = time.toInstant(ZoneOffset.UTC);
    WRITERS.forEach(
        (format, writer) -> {
          if (!format.format(instant).equals(writer.format(time))) {
            assertThat(format.format(instant)).as("%s", format).isEqualTo(writer.format(time));
          }
        });
  }

  /** One, two or three characters of a right text are changed, doubled or left out. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "UNIX_.*")
  void textsThatAreNearlyRight_areReadAsTheLibraryDoes(TimestampFormat format) {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      String text = changed(right(format, random), random);
      Optional<Instant> expected = expected(format, text);
      read += expected.isPresent() ? 1 : 0;
      if (!format.parse(text).equals(expected)) {
        assertThat(format.parse(text)).as("%s: '%s'", format, text).isEqualTo(expected);
      }
    }
    assertThat(read).as("texts that are still right").isBetween(2_000, 50_000);
  }

  private static String right(TimestampFormat format, Random random) {
    String text = format.format(Instant.ofEpochSecond(random.nextLong(253_402_300_800L)));
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    String fraction = random.nextBoolean() ? "" : "." + random.nextInt(1_000_000_000);
    return switch (format) {
      case ISO_8601_OFFSET, ISO_8601_Z, ISO_8601_MILLIS -> text.substring(0, 19) + fraction + zone;
      case RFC_2822 -> text.replace("+0000", zone.replace(":", ""));
      default -> text;
    };
  }

  private static String changed(String text, Random random) {
    String other = "0123456789:-+.TZ ,GMarJunWed\u0661";
    StringBuilder changed = new StringBuilder(text);
    for (int times = random.nextInt(4); times > 0 && !changed.isEmpty(); times--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(6)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, changed.charAt(at));
        default -> changed.setCharAt(at, other.charAt(random.nextInt(other.length())));
      }
    }
    return changed.toString();
  }

  private static Optional<Instant> expected(TimestampFormat format, String text) {
    try {
      return Optional.of(
          switch (format) {
            case ISO_8601_WITHOUT_ZONE ->
                LocalDateTime.parse(text, READ_ISO).toInstant(ZoneOffset.UTC);
            case RFC_1123 -> LocalDateTime.parse(text, READ_RFC).toInstant(ZoneOffset.UTC);
            case RFC_2822 -> OffsetDateTime.parse(text, READ_MAIL).toInstant();
            case ISO_8601_BASIC -> LocalDateTime.parse(text, READ_BASIC).toInstant(ZoneOffset.UTC);
            default -> OffsetDateTime.parse(text, READ_OFFSET).toInstant();
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
