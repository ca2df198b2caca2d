package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherTest {
  private static final Map<String, String> AS_IT_IS = Map.of();

  private Path folder;
  private Installation installation;
  private String link;

  @BeforeAll
  void install(@TempDir Path empty) throws IOException {
    folder = empty;
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher needs a POSIX shell");
    installation = Installation.in(folder);
    Path first = Files.createSymbolicLink(folder.resolve("first"), installation.launcher());
    link = Files.createSymbolicLink(folder.resolve("a link"), folder.relativize(first)).toString();
  }

  @BeforeEach
  void buildOnce() throws IOException, InterruptedException {
    installation.mavenThat(Installation.BUILD);
    installation.run(AS_IT_IS, link, "--version");
  }

  @Test
  void start_findsItsHomeThroughLinks_andDoesNotBuildAgain()
      throws IOException, InterruptedException {
    long builds = installation.builds();
    Run run = installation.run(AS_IT_IS, link, "schemes");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("rmtrack");
    assertThat(run.status()).isZero();
    assertThat(installation.builds()).isEqualTo(builds);
  }

  @Test
  void start_passesArgumentsAndStatusOn() throws IOException, InterruptedException {
    Run run = installation.run(AS_IT_IS, link, "schemes", "show", "a 'b' $c\\ \"é\" *");

    assertThat(run.err())
        .startsWith("countersign: there is no scheme 'a 'b' $c\\ \"é\" *'; one of ");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void start_takesNamesAsUtf8AlsoWithoutALocale() throws IOException, InterruptedException {
    Map<String, String> bare = Map.of("LC_ALL", "C", "COUNTERSIGN_TOKEN", "é");
    Path request = folder.resolve("é.http");
    Files.writeString(request, "GET https://example.com/ HTTP/1.1\n\n");
    Run run =
        installation.run(bare, link, "sign", "ticketevolution", "--request", folder + "/é.http");

    assertThat(run.err()).contains("lack secret;").doesNotContain("no request file");
  }

  @Test
  void start_withoutStandardInputReadsNothingFromIt() throws IOException, InterruptedException {
    String closed = "exec \"$0\" \"$@\" <&-";
    Run run =
        installation.run(
            AS_IT_IS, "/bin/sh", "-c", closed, link, "verify", "rmtrack", "--request", "-");

    assertThat(run.err()).contains("there is no request here");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void start_buildsAgainWhenASourceIsNewer_alsoWithTwoAtTheSameTime()
      throws IOException, InterruptedException {
    long builds = installation.builds();
    installation.touch();
    Installation.Started one = installation.start(AS_IT_IS, link, "--version");
    Installation.Started other = installation.start(AS_IT_IS, link, "--version");
    Run first = one.end();
    Run second = other.end();

    assertThat(first.out()).startsWith("countersign ").isEqualTo(second.out());
    assertThat(first.err() + second.err())
        .isEqualTo("countersign: building (first start, or the sources have changed)\n");
    assertThat(installation.builds()).isEqualTo(builds + 1);
  }

  @Test
  void start_showsWhyABuildFailed() throws IOException, InterruptedException {
    installation.mavenThat("echo 'there is an error in it'; exit 1");
    installation.touch();
    Run run = installation.run(AS_IT_IS, link, "--version");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is an error in it\n", "countersign: the build failed");
  }

  @Test
  void start_takesOverTheLockOfAStartThatWasKilled() throws IOException, InterruptedException {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path lock = installation.launcher().resolveSibling("target/launcher.lock");
    Files.createDirectories(lock);
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    installation.touch();

    assertThat(installation.run(AS_IT_IS, link, "--version").status()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void start_doesWithoutOptionsThatAJavaDoesNotKnow() throws IOException, InterruptedException {
    Path java = Files.createDirectories(folder.resolve("other/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\ncase \" $* \" in *\" -XX:G1Conc\"*) echo 'Unrecognized VM option' >&2; exit 1 ;; esac\n"
            + "exec '"
            + System.getProperty("java.home")
            + "/bin/java' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> other = Map.of("JAVA_HOME", folder.resolve("other").toString());
    Run first = installation.run(other, link, "schemes");
    Run second = installation.run(other, link, "schemes");

    assertThat(first.err()).startsWith("countersign: getting ready for Java ").hasLineCount(1);
    assertThat(first.out()).contains("rmtrack");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.status()).isZero();
  }

  @Test
  void start_tellsWhichOfTheTwoOutputsAPersonLooksAt() throws IOException, InterruptedException {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(
        Files.isExecutable(script) && Files.isDirectory(Path.of("/proc")), "needs a terminal");
    Path jdk = Files.createDirectories(folder.resolve("echo/bin")).getParent();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> echo = Map.of("JAVA_HOME", jdk.toString(), "LINK", link);
    String[] both = {"/usr/bin/script", "-qec", "\"$LINK\" help", "/dev/null"};
    String[] out = {"/usr/bin/script", "-qec", "\"$LINK\" help 2>/dev/null", "/dev/null"};

    assertThat(installation.run(echo, both).out())
        .contains("-Dcountersign.terminal=true -Dcountersign.watched=true ");
    assertThat(installation.run(echo, out).out())
        .contains("-Dcountersign.terminal=true -Dcountersign.watched=false ");
    assertThat(installation.run(echo, link, "help").out())
        .contains("-Dcountersign.terminal=false -Dcountersign.watched=false ");
  }

  @Test
  void start_survivesAnArchiveThatDoesNotFit() throws IOException, InterruptedException {
    Path state = installation.launcher().resolveSibling("target/launcher");
    try (var files = Files.newDirectoryStream(state, "*.jsa")) {
      for (Path archive : files) {
        Files.delete(archive);
        Files.writeString(archive, "stale");
      }
    }
    Run run = installation.run(AS_IT_IS, link, "--version");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    installation.touch();
  }

  @Test
  void start_refusesAnOldJavaAndAMissingOne() throws IOException, InterruptedException {
    Path old = Files.createDirectories(folder.resolve("old jdk/bin")).getParent();
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    Run refused = installation.run(Map.of("JAVA_HOME", old.toString()), link, "--version");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("needs a JDK 17 or newer", "is 11.0.2");

    Run missing = installation.run(Map.of("JAVA_HOME", folder.toString()), link, "--version");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no bin/java in it");
  }
}
