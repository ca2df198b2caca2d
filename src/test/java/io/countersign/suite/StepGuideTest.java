package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.scheme.CredentialSpelling;
import io.countersign.scheme.TestSchemes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who misspells a word of a step is sent to the guide, which has to have them all. */
final class StepGuideTest {
  @Test
  void guide_hasEveryWordOfTheSteps() {
    String guide =
        Documents.readText(TestSchemes.home().resolve("docs/schemes.md")).replaceAll("\\s+", " ");
    List<String> words =
        Stream.of(
                Stream.of(SignatureRewriting.values()).map(SignatureRewriting::words),
                Stream.of(TimestampWriting.values()).map(TimestampWriting::words),
                Stream.of(CredentialSpelling.values()).map(CredentialSpelling::words),
                Stream.of(PathChange.values()).map(PathChange::words))
            .flatMap(each -> each)
            .toList();

    assertThat(words).allSatisfy(word -> assertThat(guide).contains(word));
  }
}
