package io.countersign.cli;

import io.countersign.message.Octets;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.signing.KeyedMac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scheme that a command is going to ask for, and wakes the library that makes hashes,
 * while the command line is still being parsed: most of it is to load classes, and there are two
 * cores nearly everywhere.
 */
final class HeadStart implements Function<Path, Scheme> {
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
  @Override
  public Scheme apply(Path folder) {
    Scheme ahead = reading == null ? null : reading.result(folder);
    // What is wrong with one is found once more, and thrown where it is asked for.
    return ahead == null ? Schemes.read(folder) : ahead;
  }

  /** A bare thread, since what the library has for tasks is more classes than this task. */
  private static final class Reading extends Thread {
    private final Path folder;
    private @Nullable Scheme scheme;
    private boolean over;

    Reading(Path folder) {
      super("head start");
      this.folder = folder;
      setDaemon(true);
    }

    @Override
    public void run() {
      Scheme read = null;
      try {
        read = Schemes.read(folder);
      } catch (RuntimeException e) {
        // The command meets it again, and says it.
      } finally {
        end(read);
      }
      wakeHashes();
    }

    /** The first hash of a process loads what the Java library makes hashes of. */
    private static void wakeHashes() {
      byte[] any = {0};
      KeyedMac.of(Algorithm.HMAC_SHA256, any).compute(Octets.of(any));
    }

    private synchronized void end(@Nullable Scheme result) {
      scheme = result;
      over = true;
      notifyAll();
    }

    /** The scheme, if it is the one in this folder and nothing is wrong with it. */
    synchronized @Nullable Scheme result(Path wanted) {
      try {
        while (wanted.equals(folder) && !over) {
          wait();
        }
        return wanted.equals(folder) ? scheme : null;
      } catch (InterruptedException e) {
        currentThread().interrupt();
        return null;
      }
    }
  }
}
