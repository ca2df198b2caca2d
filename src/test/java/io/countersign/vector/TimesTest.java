package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @Property
  void parse_readsWhatInstantsWrite(
      @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second) {
    Instant time = Instant.ofEpochSecond(second);

    assertThat(parse(time.toString())).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2014-09-23T17:23:00Z",
        "2014-09-23T17:23:00.250Z",
        "2016-02-29T00:00:00Z",
        "2014-09-23T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void parse_takesWhatInstantTakes(String text) {
    assertThat(parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2014-09-23T17:23:00",
        "2014-09-23 17:23:00Z",
        "2014-02-29T17:23:00Z",
        "2014-13-01T17:23:00Z",
        "2014-00-01T17:23:00Z",
        "2014-09-00T17:23:00Z",
        "2014-09-23T25:00:00Z",
        "2014-09-23T17:60:00Z",
        "2014-09-23T17:23:61Z",
        "2014-09-23T17:23:0\u0660Z"
      })
  void parse_refusesWhatInstantRefuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> parse(text)).isInstanceOf(DateTimeException.class);
  }

  /** Files that say the same time say it in one way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2014-09-23T17:23:00+02:00",
        "2014-09-23T17:23:00+00:00",
        "2014-09-23T17:23:00z",
        "2014-09-23t17:23:00Z"
      })
  void parse_refusesOtherForms(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(DateTimeException.class);
  }

  /** Among other characters. */
  private static Instant parse(String text) {
    return Times.parse((" " + text + "1").toCharArray(), 1, text.length());
  }
}
