package io.countersign.suite;

import static io.countersign.suite.Fixtures.derived;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DerivedFeatureTest {
  /** A server may have nothing else, and is asked no other way without leave. */
  @Test
  void unsignedMethods_thatChangeNothing_areTriedAtTheFirstResource() {
    String url =
        "\"https://apps.ticketmatic.com/api/1/countersign/events?simplefilter=upcoming&limit=2\"";
    assertThat(derived("ticketmatic"))
        .contains("Given a HEAD request for " + url, "Given a OPTIONS request for " + url)
        .contains("Given a PUT request for \"https://apps.ticketmatic.com/any/call\"");
  }

  /** What begins the header of several fields cannot go without spoiling the header. */
  @Test
  void fieldLeftOut_hasItsReasonOnlyWhereThatCanBeTold() {
    assertThat(derived(TestSchemes.further(), "stripe"))
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
    assertThat(derived("ticketmatic"))
        .contains("\"timestamp\" is removed\n    Then it is rejected as missing-timestamp\n");
  }

  @Test
  void wrongForms_areThoseThatTheEncodingIsNot() {
    assertThat(derived("ticketmatic"))
        .contains("When its signature is written in upper case\n    Then it is rejected as malf")
        .contains("When its signature is written in base64\n")
        .doesNotContain("When its signature is written in hex\n");
    assertThat(derived("ticketevolution"))
        .contains("When its signature is written in hex\n    Then it is rejected as malformed")
        .contains("When its signature is written in base64url\n")
        .doesNotContain("When its signature is written in base64\n");
  }

  @Test
  void siblingAlgorithm_isNeverTheSchemesOwn() {
    assertThat(derived("rmtrack")).contains("HMAC-SHA256").doesNotContain("HMAC-SHA1 ");
    assertThat(derived("ticketevolution")).contains("HMAC-SHA1 ").doesNotContain("HMAC-SHA256");
  }

  @Test
  void openResource_isAskedForUnsigned() {
    assertThat(derived("ticketmatic"))
        .contains("@ticketmatic/open-resources @endpoint")
        .contains("Given a call of the resource \"server time\"\n    And an unsigned request");
    assertThat(derived("rmtrack")).doesNotContain("open-resources");
  }

  @Test
  void everyNegative_hasItsControl() {
    for (String scheme :
        List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic")) {
      for (String scenario : derived(scheme).split("\n\n")) {
        if (scenario.contains("Then it is rejected")) {
          assertThat(scenario).contains("a signed request that is accepted\n");
        }
      }
    }
  }

  @Test
  void everyScenario_namesARequirementAndWhoIsUnderTest() {
    String feature = derived("ticketmatic");
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
