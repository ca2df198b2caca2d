package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.document.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SupervisorTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  /** Says that it was started, then does as it is told. */
  private Supervisor supervisor(String script, Duration timeout) {
    String command = "echo started >>'" + starts() + "'; " + script;
    return Supervisor.of(List.of("sh", "-c", command), timeout, new Quotes());
  }

  private Path starts() {
    return folder.resolve("starts");
  }

  private int started() throws IOException {
    return Files.exists(starts()) ? Files.readAllLines(starts()).size() : 0;
  }

  @Test
  void ask_startsOneProcessForAllQuestions() throws Exception {
    String echo = "while read -r line; do echo \"$line\"; done";
    try (Supervisor supervisor = supervisor(echo, LONG)) {
      assertThat(started()).isZero();

      for (int i = 1; i <= 3; i++) {
        Fields answer = supervisor.ask("hello", Protocol::hello);
        assertThat(answer.text("op")).isEqualTo("hello");
      }
      assertThat(started()).isEqualTo(1);
    }
  }

  @Test
  void ask_startsItAgainAfterACrash() throws Exception {
    String once = "read -r line; echo \"$line\"; exit 3";
    try (Supervisor supervisor = supervisor(once, LONG)) {
      int answered = 0;
      for (int i = 0; i < 6; i++) {
        answered += isAnswered(supervisor) ? 1 : 0;
      }

      assertThat(answered).isEqualTo(3);
      assertThat(started()).isEqualTo(3);
    }
  }

  /** What a process keeps of its greeting, it has to be told by each. */
  @Test
  void ask_greetsAgainWhoeverWasStartedAgain() throws Exception {
    String script =
        "while read -r line; do echo \"$line\" >>'%s'; case $line in *hello*) echo '%s';; "
            + "*\"second\"*) exit 3;; *) echo '{\"id\":2}';; esac; done";
    String hello = "{\"id\":1,\"name\":\"a\",\"schemes\":[\"b\"],\"ops\":[\"sign\"]}";
    Path heard = folder.resolve("heard");
    try (Supervisor supervisor = supervisor(script.formatted(heard, hello), LONG)) {
      supervisor.know(Hello.read(supervisor.ask("hello", Protocol::hello), new Quotes()));
      supervisor.ask("first", id -> id + " first");
      assertThat(fault(supervisor, "second")).contains("ended with status 3");
      supervisor.ask("third", id -> id + " third");
    }

    assertThat(Files.readAllLines(heard))
        .containsExactly(Protocol.hello(1), "2 first", "3 second", Protocol.hello(1), "2 third");
  }

  @Test
  void ask_doesNotTrustAnotherThanItKnew() throws Exception {
    // It offers what the file says, which changes with its end.
    String script =
        "read -r line; echo \"$(cat offers)\"; read -r line; sed -i s/sign/send/ offers; exit 3";
    Files.writeString(
        folder.resolve("offers"),
        "{\"id\":1,\"name\":\"a\",\"schemes\":[\"b\"],\"ops\":[\"sign\"]}\n");
    try (Supervisor supervisor = supervisor("cd '" + folder + "'; " + script, LONG)) {
      supervisor.know(Hello.read(supervisor.ask("hello", Protocol::hello), new Quotes()));
      assertThat(fault(supervisor, "second")).contains("ended with status 3");
      assertThat(fault(supervisor, "third"))
          .isEqualTo(
              "the adapter was started again, and its hello offers something else than before");
    }
  }

  private static String fault(Supervisor supervisor, String op) {
    return catchThrowableOfType(
            AdapterException.class, () -> supervisor.ask(op, id -> id + " " + op))
        .getMessage();
  }

  private static boolean isAnswered(Supervisor supervisor) throws InterruptedException {
    try {
      supervisor.ask("hello", Protocol::hello);
      Thread.sleep(300); // until it has ended
      return true;
    } catch (AdapterException e) {
      assertThat(e).hasMessageContaining("ended with status 3 before it was asked hello");
      return false;
    }
  }

  @Test
  void ask_givesUpForGoodAndSaysWhy() throws Exception {
    try (Supervisor supervisor = supervisor("echo broken >&2; exit 3", LONG)) {
      for (int i = 0; i < 24; i++) {
        assertThat(fault(supervisor)).contains("ended with status 3").contains("'broken'");
      }
      assertThat(started()).isEqualTo(24);

      String last = fault(supervisor);

      assertThat(last)
          .startsWith("the adapter is not started again after 24 faults, of which the last: the")
          .contains("ended with status 3");
      assertThat(fault(supervisor)).isEqualTo(last);
      assertThat(started()).isEqualTo(24);
    }
  }

  @Test
  void ask_givesUpSoonerOnSilence() throws Exception {
    try (Supervisor supervisor = supervisor("sleep 300", Duration.ofMillis(100))) {
      for (int i = 0; i < 8; i++) {
        assertThat(fault(supervisor)).contains("gave no answer within 0.1 s");
      }
      long begun = System.nanoTime();
      for (int i = 0; i < 1000; i++) {
        assertThat(fault(supervisor)).contains("is not started again after 8 faults");
      }

      assertThat(started()).isLessThanOrEqualTo(8);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void close_leavesNothingToAsk() throws Exception {
    Supervisor supervisor = supervisor("sleep 300", LONG);
    supervisor.close();

    assertThat(fault(supervisor)).isEqualTo("the run was interrupted");
  }

  /** What is started from there on would be nobody's, and outlive us. */
  @Test
  void ask_startsNothingOnceOurProcessIsEnding() throws Exception {
    try (Supervisor supervisor = supervisor("while read -r line; do echo \"$line\"; done", LONG)) {
      supervisor.abort();

      assertThat(fault(supervisor)).isEqualTo("the run was interrupted");
      assertThat(fault(supervisor)).isEqualTo("the run was interrupted");
    }
    assertThat(started()).isZero();
  }

  @Test
  void ask_startsNothingInPlaceOfWhatOurEndEnded() throws Exception {
    try (Supervisor supervisor = supervisor("read -r line; sleep 300", LONG)) {
      CompletableFuture<String> open = CompletableFuture.supplyAsync(() -> fault(supervisor));
      while (started() == 0) {
        Thread.sleep(20);
      }
      supervisor.abort();

      assertThat(open.get(60, TimeUnit.SECONDS)).isEqualTo("the run was interrupted");
      assertThat(fault(supervisor)).isEqualTo("the run was interrupted");
    }
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void ask_endsWithItsThread() throws Exception {
    try (Supervisor supervisor = supervisor("sleep 300", LONG)) {
      Thread.currentThread().interrupt();

      assertThat(fault(supervisor)).isEqualTo("the run was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static String fault(Supervisor supervisor) {
    return catchThrowableOfType(
            AdapterException.class, () -> supervisor.ask("hello", Protocol::hello))
        .getMessage();
  }
}
