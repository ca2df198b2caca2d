package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a result that cannot be written. */
class DesertedTest {
  @TempDir private Path folder;

  /**
   * @param out where its standard output goes, in words of a shell
   */
  private String helpTo(String out) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", "-c", "\"$@\" " + out + "; echo \"status $?\"", "sh");
    shell
        .command()
        .addAll(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--help"));
    shell.environment().put("LC_ALL", "C");
    Process process = shell.directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** As of {@code countersign schemes show SCHEME | head -1}. */
  @Test
  void readerThatHasLeft_isNobodysConcern() throws IOException, InterruptedException {
    // A pipe that has been opened at both ends, and closed again where it is read.
    String pipe = "3<>pipe 4>pipe 3<&- >&4";
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();

    assertThat(helpTo(pipe)).isEqualTo("status 141\n");
  }

  @Test
  void fullDisk_isSaid() throws IOException, InterruptedException {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs a disk that is always full");

    assertThat(helpTo(">/dev/full"))
        .isEqualTo(
            "countersign: cannot write to standard output; look whether its disk is full\nstatus 2\n");
  }
}
