package io.countersign.cli;

import io.countersign.document.Visible;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command has around it. Given, never looked up, so that a test can give another.
 *
 * @param in standard input
 * @param out standard output: the result and nothing else; UTF-8
 * @param err standard error: everything else; UTF-8
 * @param variables the environment variables
 * @param clock of this machine
 * @param home the folder that Countersign is installed in, with {@code features} below it
 * @param terminal whether a person looks at standard output
 * @param watched whether a person looks at standard error
 * @param headStart what has been begun ahead of the command
 * @param deserted whether nobody reads standard output any more
 */
record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Clock clock,
    Path home,
    boolean terminal,
    boolean watched,
    HeadStart headStart,
    BooleanSupplier deserted) {

  /** The surroundings of this process. The launcher sets the properties. */
  static Environment ofProcess(String... args) {
    Path home = Path.of(System.getProperty("countersign.home", ""));
    Outlet out = new Outlet(FileDescriptor.out);
    return new Environment(
        System.in,
        stream(out),
        stream(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        Clock.systemUTC(),
        home,
        Boolean.getBoolean("countersign.terminal"),
        Boolean.getBoolean("countersign.watched"),
        HeadStart.begin(builtIn(home), args),
        out);
  }

  /** The folder of the built-in schemes. */
  Path builtIn() {
    return builtIn(home);
  }

  private static Path builtIn(Path home) {
    return home.resolve("features");
  }

  private static PrintStream stream(OutputStream raw) {
    var buffered = new BufferedOutputStream(raw, 1 << 13);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  /** Whether colour is wanted at all (no-color.org), before any option says otherwise. */
  boolean hasColor() {
    return terminal
        && variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !variables.getOrDefault("TERM", "").equals("dumb");
  }

  /** Says something to the person at once, on standard error. */
  void say(String message) {
    err.println("countersign: " + Visible.line(message));
    err.flush();
  }

  /** The same with more lines below it, which stand in so that none looks like a message. */
  void say(String message, List<String> more) {
    say(message);
    more.forEach(line -> err.println("  " + Visible.line(line)));
    err.flush();
  }

  /** Sends out everything that was printed; tells whether all of it arrived. */
  boolean flush() {
    err.flush();
    return !out.checkError();
  }
}
