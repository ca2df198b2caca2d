package io.countersign.target.adapter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the adapter's process. */
final class Child {
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Process process;
  private final OutputStream input;
  private final BoundedLines output;
  private final RecentText errors;

  private Child(Process process) {
    this.process = process;
    this.input = process.getOutputStream();
    this.output = BoundedLines.of(process.getInputStream());
    this.errors = RecentText.of(process.getErrorStream());
  }

  static Child start(List<String> command) throws AdapterException {
    try {
      return new Child(new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new AdapterException(
          "the adapter '" + command.get(0) + "' cannot be started: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getCause() instanceof IOException cause ? cause.getMessage() : e.getMessage();
  }

  /**
   * Sends a line and waits for one.
   *
   * @throws AdapterException if no line comes back in time
   */
  String ask(String line, Duration timeout) throws AdapterException {
    if (output.isAhead()) {
      throw new AdapterException(
          "the adapter wrote a line before it was asked: " + Quote.of(output.next(timeout)));
    }
    // A child that does not read would block us: it gets the time-out as well.
    Thread writer = new Thread(() -> write(line), "adapter-input");
    writer.setDaemon(true);
    writer.start();
    try {
      return output.next(timeout);
    } catch (AdapterException e) {
      throw new AdapterException(e.getMessage() + exit() + said());
    }
  }

  private void write(String line) {
    try {
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      // Its end shows on its output.
    }
  }

  private String exit() {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS)
          ? " with status " + process.exitValue()
          : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private String said() {
    String text = errors.text();
    return text.isEmpty() ? "" : "; its standard error ends: " + Quote.of(text);
  }

  /** Closes its input, waits a moment, and ends it with everything that it started. */
  void end() {
    List<ProcessHandle> family = process.descendants().toList();
    try {
      input.close();
      process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // It is gone already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill(family);
  }

  /** Ends it at once with everything that it started. */
  void kill() {
    kill(process.descendants().toList());
  }

  private void kill(List<ProcessHandle> family) {
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
