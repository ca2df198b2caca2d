package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
