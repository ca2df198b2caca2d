package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.GuideScheme;
import io.countersign.conformance.SchemeCopy;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DerivedFeatureTest {
  private static final Pattern COVERAGE = Pattern.compile("/((?:covers|leaves)-\\S+)");

  private static final Pattern MOVE = Pattern.compile("When its timestamp is moved back by (.*) a");

  private static String of(String scheme) {
    return DerivedFeature.of(Fixtures.subject(scheme), Profile.DOCUMENTED);
  }

  @ParameterizedTest
  @CsvSource({
    "ticketevolution,covers-method covers-host covers-path covers-query covers-body",
    "rmtrack,covers-method covers-path covers-timestamp"
        + " leaves-host-open leaves-query-open leaves-body-open",
    "hoshinplan,covers-path covers-query leaves-method-open leaves-host-open leaves-body-open",
    "ticketmatic,covers-timestamp covers-credential-accesskey covers-credential-account"
        + " leaves-method-open leaves-host-open leaves-path-open leaves-query-open"
        + " leaves-body-open",
    "ticketmatic-basic,leaves-method-open leaves-host-open leaves-path-open leaves-query-open"
        + " leaves-body-open",
  })
  void coverage_followsFromTheStringToSign(String scheme, String ids) {
    List<String> found =
        COVERAGE.matcher(of(scheme)).results().map(match -> match.group(1)).distinct().toList();
    assertThat(found).containsExactlyInAnyOrder(ids.split(" "));
  }

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
    assertThat(of(scheme))
        .contains(
            "@%s/%s @verifier\n  Scenario: A timestamp that is written as ISO 8601 %s is refused"
                .formatted(scheme, requirement, written));
    assertThat(of(scheme))
        .contains(
            "@%s/timestamp-form @verifier\n  Scenario: A timestamp that is written in Unix seconds"
                .formatted(scheme));
    assertThat(Fixtures.subject(scheme).isRecorded(scheme + "/" + requirement, Profile.DOCUMENTED))
        .isTrue();
  }

  @Test
  void coveredPart_mustMatter_openPartMayNot() {
    assertThat(of("rmtrack"))
        .contains(
            """
              @rmtrack/covers-method @verifier
              Scenario: The signature covers the method: its method is changed to "HEAD"
                Given a signed request that is accepted
                When its method is changed to "HEAD"
                Then it is rejected as signature-mismatch
            """)
        .contains("\n  @rmtrack/leaves-host-open @verifier\n")
        .contains(
            """
                Given a signed request that is accepted
                When its host is changed to "other.example.com"
                Then it is accepted
            """);
  }

  /** At a server with a clock of its own, nothing near the boundary can be tried. */
  @ParameterizedTest
  @CsvSource({"ticketmatic,15:00,45:00", "hoshinplan,2:30,7:30"})
  void window_isTriedFarFromItsBoundary(String scheme, String within, String beyond) {
    assertThat(of(scheme))
        .contains("When it was signed " + within + " ago\n    Then it is accepted")
        .contains("When it was signed " + beyond + " ago\n    Then it is rejected as expired");
  }

  @ParameterizedTest
  @CsvSource({"ticketmatic,29:59,30:00,30:01", "hoshinplan,4:59,5:00,5:01"})
  void window_isTriedAtItsBoundary(String scheme, String before, String at, String behind) {
    String feature = of(scheme);
    assertThat(feature)
        .contains("When it was signed " + before + " ago\n    Then it is accepted")
        .contains("When it was signed " + at + " ago\n    Then it is accepted")
        .contains("When it was signed " + behind + " ago\n    Then it is rejected as expired");
  }

  @ParameterizedTest
  @CsvSource({"ticketmatic,30:01", "hoshinplan,5:01"})
  void window_endsForWhatWasAcceptedToo(String scheme, String behind) {
    assertThat(of(scheme))
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
    assertThat(
            MOVE.matcher(DerivedFeature.of(Fixtures.subject(folder, "chat"), Profile.DOCUMENTED))
                .results()
                .map(match -> match.group(1)))
        .containsExactly(moves.split(":"));
  }

  /** Not all that signs a body signs that of a POST. */
  @Test
  void longBody_isSentWithAMethodWhoseBodyIsSigned(@TempDir Path folder) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(GuideScheme.ID)).resolve("scheme.yaml"),
        TestSchemes.ofTheGuide()
            .replace("{order: by-name}", "{order: by-name, body-instead-for: [PATCH]}")
            .replace("  - body\n", "  - text: end\n"));

    assertThat(DerivedFeature.of(Fixtures.subject(folder, GuideScheme.ID), Profile.DOCUMENTED))
        .contains(
            "    Given a PATCH request for \"https://api.acme-freight.example/v1/parcels/long\""
                + " with the body \"0123456789abcdef\" repeated 4500 times\n");
  }

  @Test
  void nothingExpires_whereThereIsNoWindow() {
    assertThat(of("rmtrack")).doesNotContain("timestamp-window").contains("future-timestamp");
    assertThat(of("ticketevolution")).doesNotContain("timestamp");
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
    String derived = DerivedFeature.of(Fixtures.subject(folder, "chat"), Profile.DOCUMENTED);

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
    String derived = DerivedFeature.of(Fixtures.subject(folder, "chat"), Profile.DOCUMENTED);

    assertThat(ago(derived, "accepted")).isEqualTo(times.split(" \\| ")[0]);
    assertThat(ago(derived, "rejected as expired-timestamp")).isEqualTo(times.split(" \\| ")[1]);
  }

  /** Where a plus sign would stand raw in a URL, the other offset has to do. */
  @Test
  void offsets_areRead_whereTheFormHasThem() {
    String written = "When it is signed with the time written as ISO 8601 with the offset %s\n";
    String accepted = written + "    Then it is accepted\n";
    assertThat(of("hoshinplan"))
        .contains(accepted.formatted("+02:00"), accepted.formatted("-05:00"));
    assertThat(of("ticketmatic"))
        .contains(written.formatted("+02:00"))
        .doesNotContain(accepted.formatted("+02:00"));
  }

  /** A server may have nothing else, and is asked no other way without leave. */
  @Test
  void unsignedMethods_thatChangeNothing_areTriedAtTheFirstResource() {
    String url =
        "\"https://apps.ticketmatic.com/api/1/countersign/events?simplefilter=upcoming&limit=2\"";
    assertThat(of("ticketmatic"))
        .contains("Given a HEAD request for " + url, "Given a OPTIONS request for " + url)
        .contains("Given a PUT request for \"https://apps.ticketmatic.com/any/call\"");
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

  /** Schemes that the built-in ones do not resemble. */
  private static String further(String scheme) {
    return DerivedFeature.of(Fixtures.subject(TestSchemes.further(), scheme), Profile.DOCUMENTED);
  }

  @Test
  void method_isChangedToAnother() {
    assertThat(further("pusher"))
        .contains("covers the method: its method is changed to \"HEAD\"")
        .contains("covers the method: its method is changed to \"GET\"")
        .doesNotContain("its method is changed to \"POST\"");
  }

  @Test
  void body_isChangedAlsoWhereNoResourceHasOne() {
    assertThat(further("slack"))
        .contains(
            "Given a POST request for \"https://app.example/webhook-collect\" with the body"
                + " \"{\\\"a\\\":1}\"\n");
  }

  /** What begins the header of several fields cannot go without spoiling the header. */
  @Test
  void fieldLeftOut_hasItsReasonOnlyWhereThatCanBeTold() {
    assertThat(further("stripe"))
        .contains(
            """
              Scenario: A timestamp that is left out is refused
                Given a signed request that is accepted
                When its field "timestamp" is removed
                Then it is rejected
            """)
        .contains(
            """
                When its signature is removed
                Then it is rejected as missing-signature
            """);
    assertThat(of("ticketmatic"))
        .contains("\"timestamp\" is removed\n    Then it is rejected as missing-timestamp\n");
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

  @Test
  void wrongForms_areThoseThatTheEncodingIsNot() {
    assertThat(of("ticketmatic"))
        .contains("When its signature is written in upper case\n    Then it is rejected as malf")
        .contains("When its signature is written in base64\n")
        .doesNotContain("When its signature is written in hex\n");
    assertThat(of("ticketevolution"))
        .contains("When its signature is written in hex\n    Then it is rejected as malformed")
        .contains("When its signature is written in base64url\n")
        .doesNotContain("When its signature is written in base64\n");
  }

  @Test
  void siblingAlgorithm_isNeverTheSchemesOwn() {
    assertThat(of("rmtrack")).contains("HMAC-SHA256").doesNotContain("HMAC-SHA1 ");
    assertThat(of("ticketevolution")).contains("HMAC-SHA1 ").doesNotContain("HMAC-SHA256");
  }

  @Test
  void openResource_isAskedForUnsigned() {
    assertThat(of("ticketmatic"))
        .contains("@ticketmatic/open-resources @endpoint")
        .contains("Given a call of the resource \"server time\"\n    And an unsigned request");
    assertThat(of("rmtrack")).doesNotContain("open-resources");
  }

  @Test
  void everyNegative_hasItsControl() {
    for (String scheme :
        List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic")) {
      for (String scenario : of(scheme).split("\n\n")) {
        if (scenario.contains("Then it is rejected")) {
          assertThat(scenario).contains("a signed request that is accepted\n");
        }
      }
    }
  }

  @Test
  void everyScenario_namesARequirementAndWhoIsUnderTest() {
    String feature = of("ticketmatic");
    long scenarios = Pattern.compile("(?m)^  Scenario: ").matcher(feature).results().count();
    List<String> tags =
        Pattern.compile("(?m)^  @ticketmatic/[a-z0-9-]+ @(signer|verifier|endpoint)( @fresh)?$")
            .matcher(feature)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(tags).hasSize((int) scenarios);
    assertThat(feature).startsWith("@ticketmatic @derived\nFeature: ");
  }

  @Test
  void quoted_isReadBackByTheSteps() {
    String text = "a \"b\" \\ \\n \t é\nnext\r \0 \0377 \u007f7 \u0085";
    String quoted = Gherkin.quoted(text);
    assertThat(quoted).startsWith("\"").endsWith("\"").doesNotContain("\n");
    assertThat(quoted.substring(1, quoted.length() - 1).translateEscapes()).isEqualTo(text);
  }
}
