package io.countersign.target.adapter;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One life of the adapter's process. */
final class Child {
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final int MOST_EMPTY_LINES = 3;

  /** {@code error=2, No such file}, or from some Java on {@code error: 2 (No such file)}. */
  private static final Pattern NUMBERED =
      Pattern.compile("error(?:=\\d+, |: \\d+ \\()(.*?)\\)?$", Pattern.DOTALL);

  private final Family family;
  private final Process process;
  private final Quotes quotes;
  private final QueuedLines input;
  private final BoundedLines output;
  private final RecentText errors;

  private Child(Family family, Quotes quotes) {
    this.family = family;
    this.process = family.head();
    this.quotes = quotes;
    this.input = QueuedLines.to(process.getOutputStream());
    this.output = BoundedLines.of(process.getInputStream());
    this.errors = RecentText.of(process.getErrorStream());
  }

  static Child start(List<String> command, Quotes quotes) throws AdapterException {
    try {
      return new Child(Family.start(new ProcessBuilder(command)), quotes);
    } catch (IOException e) {
      throw new AdapterException(
          "the adapter "
              + quotes.line(command.get(0))
              + " cannot be started: "
              + reason(String.valueOf(e.getMessage())));
    }
  }

  /**
   * {@code No such file or directory}, without the number that goes before it.
   *
   * @param message the Java library's, which has had two forms
   */
  static String reason(String message) {
    Matcher numbered = NUMBERED.matcher(message);
    return numbered.find()
        ? numbered.group(1)
        : message.substring(message.lastIndexOf(": ") + 1).strip();
  }

  /**
   * Sends a line and waits for one.
   *
   * @param op what is asked, for the message
   * @throws AdapterException if no line comes back in time
   */
  String ask(String op, String line, Duration timeout) throws AdapterException {
    try {
      Optional<Heard> unasked = output.unasked();
      if (unasked.isPresent()) {
        throw wrong(unasked.get(), " before it was asked " + op, timeout);
      }
      input.add(line);
      Heard heard = output.next(timeout);
      if (heard.kind() != Heard.Kind.LINE) {
        throw wrong(heard, " when it was asked " + op, timeout);
      }
      return heard.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdapterException("the run was interrupted");
    }
  }

  /** What it wrote behind an empty line, which is how some begin a warning; empty where nothing. */
  String behindEmptyLine() throws AdapterException {
    try {
      for (int i = 0; i < MOST_EMPTY_LINES; i++) {
        Heard heard = output.next(GRACE);
        if (heard.kind() != Heard.Kind.LINE || !heard.text().isBlank()) {
          return heard.text();
        }
      }
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdapterException("the run was interrupted");
    }
  }

  private AdapterException wrong(Heard heard, String when, Duration timeout)
      throws InterruptedException {
    String text = heard.text();
    return switch (heard.kind()) {
      case LINE ->
          new AdapterException("the adapter wrote a line" + when + ": " + quotes.line(text));
      case NO_TEXT ->
          new AdapterException("the adapter wrote bytes that are not UTF-8: " + quotes.line(text));
      case SILENCE ->
          AdapterException.silence(
              "the adapter gave no answer within "
                  + seconds(timeout)
                  + " s"
                  + when
                  + exit()
                  + begun(text)
                  + said());
      case END -> new AdapterException("the adapter " + ending() + when + begun(text) + said());
      case ENDLESS_LINE ->
          new AdapterException(
              "the adapter wrote a line of more than "
                  + (BoundedLines.LONGEST_LINE >> 20)
                  + " MiB, which begins "
                  + quotes.beginning(text));
      case FLOOD ->
          new AdapterException(
              "the adapter flooded its output with lines that nobody asked for, such as "
                  + quotes.beginning(text));
    };
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? Long.toString(duration.toSeconds())
        : String.valueOf(duration.toMillis() / 1000.0);
  }

  private String ending() throws InterruptedException {
    return process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
        ? "ended with status " + process.exitValue()
        : "closed its output";
  }

  /** A child that has ended is silent for as long as another holds its output open. */
  private String exit() {
    return process.isAlive() ? "" : "; it has ended with status " + process.exitValue();
  }

  private String begun(String text) {
    return text.isEmpty() ? "" : "; it wrote no whole line, but " + quotes.beginning(text);
  }

  private String said() throws InterruptedException {
    if (!process.isAlive()) {
      errors.settle(GRACE);
    }
    String text = errors.text();
    return text.isEmpty() ? "" : "; its standard error ends " + quotes.end(text);
  }

  /** Closes its input, waits a moment, and ends it with everything that it started. */
  void end() {
    Set<ProcessHandle> members = family.members();
    input.end();
    try {
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.kill(members);
  }

  /** Ends it at once with everything that it started. */
  void kill() {
    family.kill(family.members());
    input.end();
  }
}
