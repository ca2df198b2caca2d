package io.countersign.suite;

import static io.countersign.suite.Fixtures.derived;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from how a scheme writes the time, and from how long a signature is good for. */
final class DerivedFreshnessTest {
  private static final Pattern MOVE = Pattern.compile("When its timestamp is moved back by (.*) a");

  /**
   * Pages name ISO 8601 and not its forms: who reads more of them than the example is not accused.
   */
  @ParameterizedTest
  @CsvSource({
    "ticketmatic,with Z,other-iso-8601-forms",
    "ticketmatic,with milliseconds,other-iso-8601-forms",
    "hoshinplan,without separators,other-iso-8601-forms",
    "rmtrack,with Z,timestamp-form",
  })
  void otherFormOfIso8601_isARequirementOfItsOwn_whereThatIsTheStandard(
      String scheme, String written, String requirement) {
    assertThat(derived(scheme))
        .contains(
            "@%s/%s @verifier\n  Scenario: A timestamp that is written as ISO 8601 %s is refused"
                .formatted(scheme, requirement, written));
    assertThat(derived(scheme))
        .contains(
            "@%s/timestamp-form @verifier\n  Scenario: A timestamp that is written in Unix seconds"
                .formatted(scheme));
    assertThat(Fixtures.subject(scheme).isRecorded(scheme + "/" + requirement, Profile.DOCUMENTED))
        .isTrue();
  }

  /** At a server with a clock of its own, nothing near the boundary can be tried. */
  @ParameterizedTest
  @CsvSource({"ticketmatic,15:00,45:00", "hoshinplan,2:30,7:30"})
  void window_isTriedFarFromItsBoundary(String scheme, String within, String beyond) {
    assertThat(derived(scheme))
        .contains("When it was signed " + within + " ago\n    Then it is accepted")
        .contains("When it was signed " + beyond + " ago\n    Then it is rejected as expired");
  }

  @ParameterizedTest
  @CsvSource({"ticketmatic,29:59,30:00,30:01", "hoshinplan,4:59,5:00,5:01"})
  void window_isTriedAtItsBoundary(String scheme, String before, String at, String behind) {
    String feature = derived(scheme);
    assertThat(feature)
        .contains("When it was signed " + before + " ago\n    Then it is accepted")
        .contains("When it was signed " + at + " ago\n    Then it is accepted")
        .contains("When it was signed " + behind + " ago\n    Then it is rejected as expired");
  }

  @ParameterizedTest
  @CsvSource({"ticketmatic,30:01", "hoshinplan,5:01"})
  void window_endsForWhatWasAcceptedToo(String scheme, String behind) {
    assertThat(derived(scheme))
        .contains(
            """
                Given a signed request that is accepted
                When it is shown once more %s later
                Then it is rejected as expired-timestamp
            """
                .formatted(behind));
  }

  /** In a short window the age alone would be a reason to refuse what is moved far back. */
  @ParameterizedTest
  @CsvSource({
    "PT4M,1 second:59 seconds",
    "PT1M,1 second:30 seconds",
    "PT5S,1 second:2 seconds",
    "PT1S,1 second"
  })
  void timestamp_isMovedWithinTheWindow(String window, String moves, @TempDir Path folder)
      throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, "slack", "chat")
        .edit("scheme.yaml", text -> text.replace("max-age: PT5M", "max-age: " + window));
    assertThat(MOVE.matcher(derived(folder, "chat")).results().map(match -> match.group(1)))
        .containsExactly(moves.split(":"));
  }

  @Test
  void nothingExpires_whereThereIsNoWindow() {
    assertThat(derived("rmtrack")).doesNotContain("timestamp-window").contains("future-timestamp");
    assertThat(derived("ticketevolution")).doesNotContain("timestamp");
  }

  @Test
  void future_isTheProfiles() {
    SchemeUnderTest subject = Fixtures.subject("hoshinplan");
    String ahead = "When it was signed 0:01 in the future\n    Then it is ";
    assertThat(DerivedFeature.of(subject, Profile.DOCUMENTED)).contains(ahead + "accepted");
    assertThat(DerivedFeature.of(subject, Profile.DEPLOYED))
        .contains(ahead + "rejected as future-timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "PT4M, 2:00 3:59 4:00 | 4:01 6:00 1442:00",
    "PT20S, 0:10 0:19 0:20 | 0:21 0:30 1440:10",
    "PT2S, 0:01 0:02 | 0:03 1440:01",
    "PT1S, 0:01 | 0:02 1440:00",
  })
  void future_isTriedAtItsBoundary_whereSomeOfItIsTaken(
      String ahead, String times, @TempDir Path folder) throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, "slack", "chat")
        .edit("scheme.yaml", text -> text.replace("future: PT5M}", "future: " + ahead + "}"));
    String derived = derived(folder, "chat");

    assertThat(ahead(derived, "accepted")).isEqualTo(times.split(" \\| ")[0]);
    assertThat(ahead(derived, "rejected as future-timestamp")).isEqualTo(times.split(" \\| ")[1]);
  }

  /** Who looks at the time of day alone takes the last; it is never within the window. */
  @ParameterizedTest
  @CsvSource({
    "PT30M, 15:00 29:59 30:00 | 30:01 45:00 1455:00",
    "PT23H, 690:00 1379:59 1380:00 | 1380:01 2070:00 2130:00",
    "PT72H, 2160:00 4319:59 4320:00 | 4320:01 6480:00 7920:00",
  })
  void age_isTriedDaysBeyondTheWindow_atATimeOfDayWithinIt(
      String window, String times, @TempDir Path folder) throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, "slack", "chat")
        .edit("scheme.yaml", text -> text.replace("max-age: PT5M", "max-age: " + window));
    String derived = derived(folder, "chat");

    assertThat(ago(derived, "accepted")).isEqualTo(times.split(" \\| ")[0]);
    assertThat(ago(derived, "rejected as expired-timestamp")).isEqualTo(times.split(" \\| ")[1]);
  }

  /** Where a plus sign would stand raw in a URL, the other offset has to do. */
  @Test
  void offsets_areRead_whereTheFormHasThem() {
    String written = "When it is signed with the time written as ISO 8601 with the offset %s\n";
    String accepted = written + "    Then it is accepted\n";
    assertThat(derived("hoshinplan"))
        .contains(accepted.formatted("+02:00"), accepted.formatted("-05:00"));
    assertThat(derived("ticketmatic"))
        .contains(written.formatted("+02:00"))
        .doesNotContain(accepted.formatted("+02:00"));
  }

  private static String ago(String derived, String verdict) {
    return times(derived, "When it was signed (\\S+) ago\n +Then it is " + verdict);
  }

  private static String ahead(String derived, String verdict) {
    return times(derived, "When it was signed (\\S+) in the future\n +Then it is " + verdict);
  }

  private static String times(String derived, String sentences) {
    return Pattern.compile(sentences)
        .matcher(derived)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.joining(" "));
  }

  /** A request with a blank in its target is no HTTP, whatever its timestamp. */
  @Test
  void timestampsWithABlank_areLeftOutWhereTheyTravelRaw() {
    SchemeUnderTest subject = Fixtures.subject("hoshinplan");
    assertThat(DerivedFeature.of(subject, Profile.DOCUMENTED)).contains("written as RFC 1123");
    assertThat(DerivedFeature.of(subject, Profile.DEPLOYED))
        .doesNotContain("written as RFC 1123")
        .contains("written in Unix seconds");
  }
}
