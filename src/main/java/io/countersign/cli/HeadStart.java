package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scheme that a command is going to ask for, and wakes the library that makes digests,
 * while the command line is still being parsed: most of it is to load classes, and there are two
 * cores nearly everywhere. They are bare threads, since what the library has for tasks is more
 * classes than the tasks.
 */
final class HeadStart {
  private final @Nullable Reading reading;

  private HeadStart(@Nullable Reading reading) {
    this.reading = reading;
  }

  /** Nothing is read ahead. */
  static HeadStart none() {
    return new HeadStart(null);
  }

  /**
   * Begins, where one of the arguments names a built-in scheme.
   *
   * @param builtIn the folder of the built-in schemes
   */
  static HeadStart begin(Path builtIn, String... args) {
    for (int i = 1; i < args.length; i++) {
      if (isWord(args[i]) && Files.isDirectory(builtIn.resolve(args[i]))) {
        Reading reading = new Reading(builtIn.resolve(args[i]));
        reading.start();
        new Waking().start();
        return new HeadStart(reading);
      }
    }
    return none();
  }

  /** Only what every file system has as a name; the rest is looked at when it is asked for. */
  private static boolean isWord(String arg) {
    for (int i = 0; i < arg.length(); i++) {
      char c = arg.charAt(i);
      if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return !arg.isEmpty();
  }

  /** The scheme in a folder, which may have been read already. */
  Scheme scheme(Path folder) {
    Scheme ahead = reading == null ? null : reading.result(folder);
    // What is wrong with one is found once more, and thrown where it is asked for.
    return ahead == null ? Schemes.read(folder) : ahead;
  }

  /** The first digest of a process reads all that there is to know of security providers. */
  private static final class Waking extends Thread {
    Waking() {
      super("waking");
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        MessageDigest.getInstance("SHA-256").digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  private static final class Reading extends Thread {
    private final Path folder;
    private @Nullable Scheme scheme;

    Reading(Path folder) {
      super("head start");
      this.folder = folder;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        scheme = Schemes.read(folder);
      } catch (InputException e) {
        // The command meets it again.
      }
    }

    /** The scheme, if it is the one in this folder and nothing is wrong with it. */
    @Nullable Scheme result(Path wanted) {
      if (!wanted.equals(folder)) {
        return null;
      }
      try {
        join();
        return scheme;
      } catch (InterruptedException e) {
        currentThread().interrupt();
        return null;
      }
    }
  }
}
