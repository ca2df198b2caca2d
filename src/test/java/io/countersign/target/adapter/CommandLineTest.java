package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.document.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void split_keepsWhatIsQuoted() {
    assertThat(CommandLine.split("python3 'my adapter.py' --name=\"a \\\"b\\\" c\" d\\ e"))
        .containsExactly("python3", "my adapter.py", "--name=a \"b\" c", "d e");
  }

  @Test
  void split_expandsNothing() {
    assertThat(CommandLine.split("run $HOME ~ *.py a|b #c")).hasSize(6).contains("$HOME", "*.py");
  }

  /** None of these has anything that a shell would expand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b  c",
        " a\tb ",
        "a\\\nb",
        "a \\\n b",
        "\"a\\\nb\"",
        "'a\\\nb'",
        "'a\nb'",
        "''",
        "a '' b",
        "a\"\"b",
        "'a'\"b\"c",
        "\\a\\b",
        "\"\\a\\$\\`\\\"\\\\\"",
        "'\\a\\$\\\\'",
        "a\\'b",
        "\"it's\"",
        "'say \"hi\"'",
        "a\\\\ b",
        "--x='1 2'3",
        "trailing\\",
        "\u00e9t\u00e9 '\u00a0' \u3000x",
        "a\u000bb"
      })
  void split_doesWhatAShellDoes(String command) throws Exception {
    assertThat(CommandLine.split(command)).isEqualTo(splitByShell(command));
  }

  @Test
  void split_doesWhatAShellDoesWithAnything() throws Exception {
    Random random = new Random(7);
    List<String> commands = new ArrayList<>();
    while (commands.size() < 60) {
      StringBuilder command = new StringBuilder("x");
      for (int i = 0; i < 12; i++) {
        command.append("ab \t\\\\'\"".charAt(random.nextInt(8)));
      }
      if (isSplit(command.toString())) {
        commands.add(command.toString());
      }
    }
    for (String command : commands) {
      assertThat(CommandLine.split(command)).as(command).isEqualTo(splitByShell(command));
    }
  }

  private static boolean isSplit(String command) {
    try {
      return !CommandLine.split(command).isEmpty();
    } catch (InputException e) {
      return false;
    }
  }

  private static List<String> splitByShell(String command)
      throws IOException, InterruptedException {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "needs /bin/sh to compare with");
    Process process =
        new ProcessBuilder(shell.toString(), "-c", "printf '%s\\0' " + command)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    String[] words = out.split("\0", -1);
    return Arrays.asList(words).subList(0, words.length - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a 'b", "a \"b", "a \"b\\\"", "a\0b"})
  void split_refusesWhatIsNoCommand(String command) {
    assertThatExceptionOfType(InputException.class).isThrownBy(() -> CommandLine.split(command));
  }
}
