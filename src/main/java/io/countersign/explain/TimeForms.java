package io.countersign.explain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Timestamps written by patterns of the Java library. */
final class TimeForms {
  private static final long NANOS = 1_000_000_000L;

  private TimeForms() {}

  /** In UTC; what is read without a zone is UTC too. */
  static TimeForm pattern(String pattern) {
    return pattern(pattern, Locale.ENGLISH);
  }

  static TimeForm pattern(String pattern, Locale language) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, language);
    return new TimeForm(
        time -> formatter.format(time.atOffset(ZoneOffset.UTC)), text -> read(text, formatter));
  }

  /** In another zone, whose offset is written. */
  static TimeForm zoned(String pattern, ZoneOffset zone) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    return new TimeForm(
        time -> formatter.format(time.atOffset(zone)), text -> read(text, formatter));
  }

  /** A number that grows by so many a second. */
  static TimeForm number(long perSecond, int digits) {
    return new TimeForm(
        time ->
            Long.toString(time.getEpochSecond() * perSecond + time.getNano() * perSecond / NANOS),
        text ->
            text.matches("[0-9]{" + digits + "}")
                ? Optional.of(
                    Instant.ofEpochSecond(
                        Long.parseLong(text) / perSecond,
                        Long.parseLong(text) % perSecond * (NANOS / perSecond)))
                : Optional.empty());
  }

  /** Another form changed afterwards. */
  static TimeForm changed(
      TimeForm form, Function<String, String> change, Function<String, String> undo) {
    return new TimeForm(
        time -> change.apply(form.write().apply(time)),
        text -> {
          String undone = undo.apply(text);
          return change.apply(undone).equals(text) ? form.read().apply(undone) : Optional.empty();
        });
  }

  private static Optional<Instant> read(String text, DateTimeFormatter formatter) {
    try {
      TemporalAccessor parsed = formatter.parse(text);
      ZoneId zone = parsed.query(TemporalQueries.zone());
      return Optional.of(
          zone == null
              ? LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC)
              : parsed.isSupported(ChronoField.OFFSET_SECONDS)
                  ? OffsetDateTime.from(parsed).toInstant()
                  : LocalDateTime.from(parsed).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
