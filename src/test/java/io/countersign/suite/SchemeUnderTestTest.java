package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemeUnderTestTest {
  @TempDir private Path folder;

  /** Whoever writes requirements down has thought of what is unusual, or asks for it. */
  @Test
  void theUnusual_isTriedWhereNobodyWroteRequirements_andWhereTheyListIt() throws IOException {
    assertThat(Fixtures.subject(TestSchemes.further(), "slack").isTriedWithTheUnusual()).isTrue();
    assertThat(slack("valid-request").isTriedWithTheUnusual()).isFalse();
    assertThat(slack("unusual-requests").isTriedWithTheUnusual()).isTrue();
  }

  private SchemeUnderTest slack(String requirement) throws IOException {
    Path slack = Files.createDirectories(folder.resolve("slack"));
    Path scheme = TestSchemes.further().resolve("slack/scheme.yaml");
    Files.writeString(slack.resolve("scheme.yaml"), Files.readString(scheme));
    String document =
        Fixtures.subject(TestSchemes.further(), "slack").scheme().documents().get(0).id();
    Files.writeString(
        slack.resolve("requirements.yaml"),
        """
        requirements:
          - id: slack/%s
            level: silent
            says: It is tried.
            document: %s
            section: Not addressed
        """
            .formatted(requirement, document));
    return Fixtures.subject(folder, "slack");
  }
}
