package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementsTest {
  private static final String GOOD =
      """
      requirements:
        - id: rmtrack/one
          level: must
          says: >-
            It does
            one thing.
          document: authentication
          section: First
        - id: rmtrack/two
          level: should
          says: It stores nothing.
          document: authentication
          section: Second
          disposition: untestable
          because: Nobody can look.
      """;

  @TempDir private Path temp;

  private Requirements read(String text) throws IOException {
    Files.writeString(temp.resolve("requirements.yaml"), text);
    return Requirements.of(scheme());
  }

  private Scheme scheme() {
    Scheme scheme = Fixtures.subject("rmtrack").scheme();
    return new Scheme(
        scheme.id(),
        scheme.title(),
        scheme.summary(),
        scheme.documents(),
        scheme.credentialFields(),
        scheme.rules(),
        scheme.service(),
        temp);
  }

  @Test
  void of_readsThemInOrder() throws IOException {
    Requirements requirements = read(GOOD);
    assertThat(List.copyOf(requirements.all()))
        .containsExactly(
            new Requirement(
                "rmtrack/one",
                Level.MUST,
                "It does one thing.",
                "authentication",
                "First",
                Disposition.TESTED,
                ""),
            new Requirement(
                "rmtrack/two",
                Level.SHOULD,
                "It stores nothing.",
                "authentication",
                "Second",
                Disposition.UNTESTABLE,
                "Nobody can look."));
    assertThat(requirements.find("rmtrack/two")).isPresent();
    assertThat(requirements.find("rmtrack/three")).isEmpty();
  }

  @Test
  void erratumPrinting_isTheErratumThatListsTheSignature() throws IOException {
    Requirements requirements =
        read(
            GOOD.replace(
                "disposition: untestable",
                "disposition: erratum\n    prints: [c2lnbmF0dXJl, c2lnbmF0dXJlcw]"));

    assertThat(requirements.erratumPrinting("c2lnbmF0dXJlcw").map(Requirement::id))
        .contains("rmtrack/two");
    assertThat(requirements.erratumPrinting("c2ln")).isEmpty();
  }

  @Test
  void of_signaturesPrintedOfWhatIsNoErratum_areRefused() {
    assertThatThrownBy(() -> read(GOOD + "    prints: [c2lnbmF0dXJl]\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("requirements.yaml:16:13: 'prints' is for signatures of an example")
        .hasMessageContaining("whose disposition is erratum");
  }

  @ParameterizedTest
  @CsvSource({
    "secret-trimmed, rmtrack/two",
    "secret-in-quotes, rmtrack/one",
    "secret-hashed, rmtrack/two",
    "final-newline-added, rmtrack/one",
    "hmac-sha256-used, rmtrack/one",
    "hmac-md5-used, rmtrack/one",
    "hmac-md5, ",
    "the-secret-hashed, "
  })
  void brokenBy_isTheOneThatSaysSo_theClosestFirst(String deviation, String requirement)
      throws IOException {
    Requirements requirements =
        read(
            GOOD.replace(
                    "section: First",
                    "section: First\n    broken-by: [secret-in-*, final-newline-added, hmac-*-used]")
                .replace("section: Second", "section: Second\n    broken-by: [secret-*]"));

    assertThat(requirements.brokenBy(deviation).map(Requirement::id))
        .isEqualTo(Optional.ofNullable(requirement));
    assertThat(requirements.erratumBrokenBy(deviation)).isEmpty();
  }

  /** An id is closer than any pattern, however long. */
  @Test
  void brokenBy_anId_isClosest() throws IOException {
    Requirements requirements =
        read(
            GOOD.replace("section: First", "section: First\n    broken-by: [a-b-c]")
                .replace("section: Second", "section: Second\n    broken-by: [a*-*b*-*c*]"));

    assertThat(requirements.brokenBy("a-b-c").map(Requirement::id)).contains("rmtrack/one");
    assertThat(requirements.brokenBy("a-bb-c").map(Requirement::id)).contains("rmtrack/two");
  }

  @Test
  void erratumBrokenBy_isAnErratum_andIsNotWhatIsBrokenOtherwise() throws IOException {
    Requirements requirements =
        read(
            GOOD.replace(
                "disposition: untestable",
                "disposition: erratum\n    broken-by: [signature-percent-encoded]"));

    assertThat(requirements.erratumBrokenBy("signature-percent-encoded").map(Requirement::id))
        .contains("rmtrack/two");
    assertThat(requirements.brokenBy("signature-percent-encoded")).isEmpty();
  }

  @Test
  void requireBrokenBy_whatNoSignerDoes_saysWhereAndWhatWasMeant() throws IOException {
    Requirements requirements =
        read(
            GOOD.replace(
                "section: First", "section: First\n    broken-by: [secret-*, secret-trimed]"));

    assertThatThrownBy(() -> requirements.requireBrokenBy(List.of("secret-trimmed")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "requirements.yaml:9:27: the scheme has no deviation 'secret-trimed'; did you mean"
                + " 'secret-trimmed'?");
    requirements.requireBrokenBy(List.of("secret-trimmed", "secret-trimed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secret-trimmed|:9:16|is a list",
        "[3]|:9:17|is text",
        "[Secret]|:9:17|'Secret' is no id of a deviation",
        "['*']|:9:17|'*' is no id of a deviation",
        "[a-b, a-b]|:9:22|'a-b' breaks rmtrack/one already"
      })
  void of_brokenByWhatIsNoId_saysWhere(String value, String place, String says) {
    String text = GOOD.replace("section: First", "section: First\n    broken-by: " + value);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("requirements.yaml" + place + ": ")
        .hasMessageContaining(says);
  }

  @Test
  void of_aFolderWithoutTheFile_isEmpty() {
    assertThat(Requirements.of(scheme()).all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: rmtrack/two|id: rmtrack/one|:9:5|rmtrack/one is here twice",
        "id: rmtrack/two|id: other/two|:9:9|'other/two' is no requirement id; write rmtrack/",
        "id: rmtrack/two|id: rmtrack/Two|:9:9|is no requirement id",
        "id: rmtrack/two|id: rmtrack/two-|:9:9|is no requirement id",
        "id: rmtrack/two|id: two|:9:9|is no requirement id",
        "level: should|level: shall|:10:12|should",
        "level: should|colour: red|:10:5|'colour'",
        "section: Second|section: [Second]|:13:14|section",
        "document: authentication|document: authentification|:7:15|no document 'authentification'",
        "because: Nobody can look.||:9:5|'because' is missing",
        "disposition: untestable||:9:5|says nothing of a tested requirement",
        "disposition: untestable|disposition: tested|:9:5|says nothing of a tested requirement",
        "disposition: untestable|disposition: forgotten|:14:18|untestable",
        "requirements:|requirement:|:1:1|'requirement'",
      })
  void of_aWrongFile_saysWhereAndWhatWouldBeRight(
      String right, String wrong, String place, String says) {
    String text = GOOD.replaceFirst(right, wrong == null ? "" : wrong);
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("requirements.yaml" + place + ": ")
        .hasMessageContaining(says);
  }
}
