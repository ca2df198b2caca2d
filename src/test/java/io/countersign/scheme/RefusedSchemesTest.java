package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every complaint about a scheme file says where, what, and what would be right. */
final class RefusedSchemesTest {
  @TempDir private Path root;

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(
      resources = "/refused-schemes.csv",
      encoding = "UTF-8",
      delimiter = '|',
      quoteCharacter = '`')
  void load_refuses(String original, String replacement, String message) {
    assertThat(AcmeScheme.GOOD).contains(lines(original));
    AcmeScheme.assertRefused(
        root, AcmeScheme.GOOD.replace(lines(original), lines(replacement)), message);
  }

  private static String lines(String row) {
    return row.replace("⏎", "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "query, parameter sig, 'query: {omit: [sig]}'",
    "'query: {omit: [signature]}', parameter sig, 'query: {omit: [sig]}'",
    "target, parameter sig, 'target: {before: sig}'",
    "'target: {before: signature}', parameter sig, 'target: {before: sig}'"
  })
  void signatureInTheQueryThatItSigns_isRefused(String part, String carrier, String right) {
    AcmeScheme.assertRefused(
        root,
        inQuery(part),
        "10:5: the signature would sign itself: it is sent in the "
            + carrier
            + "; write '"
            + right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query: {omit: [sig]}",
        "target: {before: sig}",
        "target: {before: at}",
        "header: X-Auth"
      })
  void signatureBesideWhatItSigns_isTaken(String part) {
    assertThat(AcmeScheme.load(root, inQuery(part)).rules(Profile.DOCUMENTED).sent()).hasSize(2);
  }

  /** Another name under which the signature is accepted carries it as well. */
  @Test
  void signatureInAnotherHeaderThatItSigns_isRefused() {
    AcmeScheme.assertRefused(
        root,
        AcmeScheme.GOOD
            .replace("- method", "- header: x-sig")
            .replace("header: X-Auth,", "header: X-Auth, or: [X-Sig],"),
        "10:5: the signature would sign itself: it is sent in the header x-sig");
  }

  @Test
  void shortestWindow_isTaken() {
    assertThat(
            AcmeScheme.load(root, AcmeScheme.GOOD.replace("PT5M", "PT1S"))
                .rules(Profile.DOCUMENTED)
                .timestamp()
                .orElseThrow()
                .maxAge())
        .contains(Duration.ofSeconds(1));
  }

  private static String inQuery(String part) {
    return AcmeScheme.GOOD
        .replace("- method", "- " + part)
        .replace("header: X-Date", "query: at")
        .replace("header: X-Auth, value: \"Acme ", "query: sig, value: \"");
  }

  @Test
  void timestampWithoutARule_isRefused() {
    String text =
        AcmeScheme.GOOD
            .replace("timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}\n", "")
            .replace("  - {header: X-Date, value: \"{timestamp}\"}\n", "");

    AcmeScheme.assertRefused(
        root,
        text,
        "10:3: the string to sign has a timestamp and the scheme does not say its format;"
            + " add 'timestamp: {format: …}'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "a=b", "a&b", "'=b'", "'&b'"})
  void parameterThatWouldNotArrive_isRefused(String name) {
    AcmeScheme.assertRefused(
        root,
        AcmeScheme.GOOD.replace("header: X-Date", "query: " + name),
        "14:13: '" + name.replace("'", "") + "' is no name of a parameter");
  }
}
