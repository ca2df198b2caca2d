package io.countersign.scheme;

import static io.countersign.scheme.TimestampFormat.ISO_8601_BASIC;
import static io.countersign.scheme.TimestampFormat.ISO_8601_MILLIS;
import static io.countersign.scheme.TimestampFormat.ISO_8601_OFFSET;
import static io.countersign.scheme.TimestampFormat.ISO_8601_WITHOUT_ZONE;
import static io.countersign.scheme.TimestampFormat.ISO_8601_Z;
import static io.countersign.scheme.TimestampFormat.RFC_1123;
import static io.countersign.scheme.TimestampFormat.RFC_2822;
import static io.countersign.scheme.TimestampFormat.UNIX_MILLIS;
import static io.countersign.scheme.TimestampFormat.UNIX_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampFormatTest {
  private static final Instant TIME = Instant.parse("2014-09-03T07:03:00.987Z");

  @Test
  void format_writesUtcInFixedWidth() {
    assertThat(ISO_8601_WITHOUT_ZONE.format(TIME)).isEqualTo("2014-09-03T07:03:00");
    assertThat(ISO_8601_OFFSET.format(TIME)).isEqualTo("2014-09-03T07:03:00+00:00");
    assertThat(ISO_8601_Z.format(TIME)).isEqualTo("2014-09-03T07:03:00Z");
    assertThat(ISO_8601_MILLIS.format(TIME)).isEqualTo("2014-09-03T07:03:00.987Z");
    assertThat(ISO_8601_MILLIS.format(TIME.minusMillis(980))).isEqualTo("2014-09-03T07:03:00.007Z");
    assertThat(ISO_8601_BASIC.format(TIME)).isEqualTo("20140903T070300Z");
    assertThat(RFC_2822.format(TIME)).isEqualTo("Wed, 03 Sep 2014 07:03:00 +0000");
    assertThat(RFC_1123.format(TIME)).isEqualTo("Wed, 03 Sep 2014 07:03:00 GMT");
    assertThat(UNIX_SECONDS.format(TIME)).isEqualTo("1409727780");
    assertThat(UNIX_MILLIS.format(TIME)).isEqualTo("1409727780987");
  }

  @Property
  void parse_undoesFormat(
      @ForAll TimestampFormat format,
      @ForAll @InstantRange(min = "1970-01-01T00:00:00Z", max = "2999-12-31T23:59:59Z")
          Instant time) {
    assertThat(format.parse(format.format(time))).contains(time.truncatedTo(format.precision()));
  }

  @ParameterizedTest
  @EnumSource
  void parse_refusesWhatOnlyResemblesATime(TimestampFormat format) {
    String text = format.format(TIME);

    for (String other :
        new String[] {
          "", " ", "now", " " + text, text + " ", text + "\n", "+" + text, "-1", "0x10"
        }) {
      assertThat(format.parse(other)).as("'%s'", other).isEmpty();
    }
  }

  @Test
  void parse_refusesTheOtherFormats() {
    for (TimestampFormat writer : TimestampFormat.values()) {
      for (TimestampFormat reader : TimestampFormat.values()) {
        boolean alike =
            // Seconds are milliseconds of January 1970.
            writer == UNIX_SECONDS && reader == UNIX_MILLIS || isZoned(writer) && isZoned(reader);
        assertThat(reader.parse(writer.format(TIME)).isPresent())
            .as("%s read as %s", writer, reader)
            .isEqualTo(alike || writer == reader);
      }
    }
  }

  private static boolean isZoned(TimestampFormat format) {
    return format == ISO_8601_OFFSET || format == ISO_8601_Z || format == ISO_8601_MILLIS;
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, true", "2023-02-29, false", "2000-02-29, true", "1900-02-29, false",
    "2024-02-30, false", "2024-04-31, false", "2024-12-31, true", "2024-13-01, false",
    "2024-00-10, false", "2024-01-00, false", "2024-1-01, false", "2024-01-1, false",
  })
  void parse_knowsTheCalendar(String date, boolean exists) {
    assertThat(ISO_8601_WITHOUT_ZONE.parse(date + "T00:00:00").isPresent()).isEqualTo(exists);
    assertThat(ISO_8601_Z.parse(date + "T00:00:00Z").isPresent()).isEqualTo(exists);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T24:00:00",
        "T23:60:00",
        "T23:59:60",
        "T7:03:00",
        "T07:3:00",
        "T07:03:0",
        "T07:03",
        "T07:03:00.",
        "T07:03:00,5",
        "t07:03:00",
        " 07:03:00",
        "T070300",
        "T07:03:00.1234567890",
      })
  void parse_knowsTheClock(String time) {
    assertThat(ISO_8601_WITHOUT_ZONE.parse("2014-09-03" + time)).isEmpty();
    assertThat(ISO_8601_Z.parse("2014-09-03" + time + "Z")).isEmpty();
  }

  @Test
  void parse_withoutZone_takesNeitherZoneNorFraction() {
    for (String end : new String[] {"Z", "+00:00", ".5", " UTC"}) {
      assertThat(ISO_8601_WITHOUT_ZONE.parse("2014-09-03T07:03:00" + end)).as(end).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2014-09-03T07:03:00Z, 2014-09-03T07:03:00Z",
    "2014-09-03T09:03:00+02:00, 2014-09-03T07:03:00Z",
    "2014-09-03T02:03:00-05:00, 2014-09-03T07:03:00Z",
    "2014-09-03T12:33:00+05:30, 2014-09-03T07:03:00Z",
    "2014-09-03T07:03:00.5Z, 2014-09-03T07:03:00.5Z",
    "2014-09-03T07:03:00.123456789+00:00, 2014-09-03T07:03:00.123456789Z",
  })
  void parse_withOffset_takesAnyOffsetAndFractions(String text, String time) {
    assertThat(ISO_8601_OFFSET.parse(text)).contains(Instant.parse(time));
    assertThat(ISO_8601_Z.parse(text)).contains(Instant.parse(time));
    assertThat(ISO_8601_MILLIS.parse(text)).contains(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "z",
        "+02",
        "+0200",
        "+2:00",
        "+02:00:00",
        "+19:00",
        "+02:60",
        " 00:00",
        "GMT"
      })
  void parse_withOffset_takesNoOtherOffset(String offset) {
    assertThat(ISO_8601_OFFSET.parse("2014-09-03T07:03:00" + offset)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+0000, 2014-09-03T07:03:00Z",
    "-0000, 2014-09-03T07:03:00Z",
    "+0200, 2014-09-03T05:03:00Z",
    "-0730, 2014-09-03T14:33:00Z",
  })
  void parse_asInMail_takesAnyOffset(String offset, Instant time) {
    assertThat(RFC_2822.parse("Wed, 03 Sep 2014 07:03:00 " + offset)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " GMT", " Z", " +00:00", " +000", " 0000", " +1900", "+0000"})
  void parse_asInMail_takesNoOtherZone(String zone) {
    assertThat(RFC_2822.parse("Wed, 03 Sep 2014 07:03:00" + zone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20140903T070300",
        "20140903T070300z",
        "20140903t070300Z",
        "20140903 070300Z",
        "20140903T070300.5Z",
        "20140903T070300+0000",
        "2014-09-03T070300Z",
        "20140903T07:03:00Z",
        "20140903T240000Z",
        "20140231T070300Z",
      })
  void parse_withoutSeparators_takesNothingElse(String text) {
    assertThat(ISO_8601_BASIC.parse("20140903T070300Z")).isPresent();
    assertThat(ISO_8601_BASIC.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 03 Sep 2014 07:03:00 GMT", // it was a Wednesday
        "Wed, 3 Sep 2014 07:03:00 GMT",
        "Wed,03 Sep 2014 07:03:00 GMT",
        "wed, 03 Sep 2014 07:03:00 GMT",
        "Wed, 03 sep 2014 07:03:00 GMT",
        "Wed, 03 Sept 2014 07:03:00 GMT",
        "Mi, 03 Sep 2014 07:03:00 GMT",
        "Wed, 03 Sep 14 07:03:00 GMT",
        "Wed, 03 Sep 2014 07:03:00 UTC",
        "Wed, 03 Sep 2014 07:03:00 +0000",
        "Wed, 03 Sep 2014 07:03:00",
        "Wed, 03 Sep 2014 24:00:00 GMT",
        "Wed, 03-Sep-2014 07:03:00 GMT",
        "03 Sep 2014 07:03:00 GMT",
        "Wed Sep  3 07:03:00 2014",
        ", 03 Sep 2014 07:03:00 GMT",
        ", 01 Sep 2014 07:03:00 GMT", // a Monday, the first of the names
        "Wed, 01  2014 07:03:00 GMT", // January, the first of the names, would fit
      })
  void parse_rfc1123_isOfFixedWidthAndItsWeekdayFits(String text) {
    assertThat(RFC_1123.parse("Wed, 03 Sep 2014 07:03:00 GMT"))
        .contains(TIME.truncatedTo(ChronoUnit.SECONDS));
    assertThat(RFC_1123.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "1.0",
        "1e3",
        "\u0661",
        "99999999999999999999",
        "9223372036854775807",
        "1411492980000",
        "100000000000"
      })
  void parse_unixSeconds_isPlainDecimalOfATime(String text) {
    assertThat(UNIX_SECONDS.parse(text)).isEmpty();
  }

  @Test
  void parse_unix_countsFromTheEpoch() {
    assertThat(UNIX_SECONDS.parse("0")).contains(Instant.EPOCH);
    assertThat(UNIX_SECONDS.parse("99999999999")).contains(Instant.ofEpochSecond(99_999_999_999L));
    assertThat(UNIX_MILLIS.parse("99999999999999")).isPresent();
    assertThat(UNIX_MILLIS.parse("999999999999999")).isEmpty();
    assertThat(UNIX_MILLIS.parse("1499827319559")).contains(Instant.ofEpochMilli(1499827319559L));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "UNIX_.*")
  void parse_refusesEachBeginningOfATime(TimestampFormat format) {
    String text = format.format(TIME);
    for (int end = 0; end < text.length(); end++) {
      String beginning = text.substring(0, end);
      assertThat(format.parse(beginning)).as("'%s'", beginning).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+12014-09-03T07:03:00",
        "-2014-09-03T07:03:00",
        "014-09-03T07:03:00",
        "-09-03T07:03:00",
      })
  void parse_takesAYearOfFourDigits(String text) {
    assertThat(ISO_8601_WITHOUT_ZONE.parse(text)).isEmpty();
    assertThat(ISO_8601_Z.parse(text + "Z")).isEmpty();
  }
}
