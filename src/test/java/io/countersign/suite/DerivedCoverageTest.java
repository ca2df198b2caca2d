package io.countersign.suite;

import static io.countersign.suite.Fixtures.derived;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.GuideScheme;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the parts that the signature covers, and from those that it leaves open. */
final class DerivedCoverageTest {
  private static final Pattern COVERAGE = Pattern.compile("/((?:covers|leaves)-\\S+)");

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
        COVERAGE
            .matcher(derived(scheme))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(found).containsExactlyInAnyOrder(ids.split(" "));
  }

  @Test
  void coveredPart_mustMatter_openPartMayNot() {
    assertThat(derived("rmtrack"))
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

  /** Not all that signs a body signs that of a POST. */
  @Test
  void longBody_isSentWithAMethodWhoseBodyIsSigned(@TempDir Path folder) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(GuideScheme.ID)).resolve("scheme.yaml"),
        TestSchemes.ofTheGuide()
            .replace("{order: by-name}", "{order: by-name, body-instead-for: [PATCH]}")
            .replace("  - body\n", "  - text: end\n"));

    assertThat(derived(folder, GuideScheme.ID))
        .contains(
            "    Given a PATCH request for \"https://api.acme-freight.example/v1/parcels/long\""
                + " with the body \"0123456789abcdef\" repeated 4500 times\n");
  }

  @Test
  void method_isChangedToAnother() {
    assertThat(derived(TestSchemes.further(), "pusher"))
        .contains("covers the method: its method is changed to \"HEAD\"")
        .contains("covers the method: its method is changed to \"GET\"")
        .doesNotContain("its method is changed to \"POST\"");
  }

  @Test
  void body_isChangedAlsoWhereNoResourceHasOne() {
    assertThat(derived(TestSchemes.further(), "slack"))
        .contains(
            "Given a POST request for \"https://app.example/webhook-collect\" with the body"
                + " \"{\\\"a\\\":1}\"\n");
  }
}
