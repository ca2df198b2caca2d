package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "certify",
        "sign",
        "verify",
        "explain",
        "serve",
        "vectors check",
        "schemes",
        "schemes show",
        "selftest"
      })
  void help_hasEverythingThatAManualWould(String command) {
    Run run = Run.of((command + " --help").split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Usage: countersign " + command, "Options:", "Exit status:", "Examples:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_breaksNoLabel() {
    assertThat(Run.of("certify", "--help").out())
        .contains("[--only=ID,...]...", "[--skip=ID,...]...");
  }

  @Test
  void help_listsTheCommands() {
    assertThat(Run.of("--help").out())
        .contains("  sign ", "  verify ", "  explain ", "  serve ")
        .contains("  vectors ", "  schemes ", "  completion");
  }

  @Test
  void version_isOneLine() {
    assertThat(Run.of("--version").out()).matches("countersign \\S+\n");
  }

  @Test
  void completion_knowsTheSchemes() {
    assertThat(Run.of("completion", "bash").out()).contains("rmtrack", "--credentials");
    assertThat(Run.of("completion", "zsh").out()).startsWith("autoload -Uz compinit");
    assertThat(Run.of("generate-completion").status()).isZero();
  }
}
