package io.countersign.cli;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.signing.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scheme that a command is going to ask for while the command line is still being parsed:
 * both take as long, most of it to load classes, and there are two cores nearly everywhere.
 */
final class HeadStart {
  private final @Nullable Path folder;
  private final FutureTask<Scheme> reading;

  private HeadStart(@Nullable Path folder) {
    this.folder = folder;
    this.reading = new FutureTask<>(() -> Schemes.read(folder));
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
        HeadStart start = new HeadStart(builtIn.resolve(args[i]));
        Thread thread = new Thread(start::run, "head start");
        thread.setDaemon(true);
        thread.start();
        return start;
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

  private void run() {
    reading.run();
    try {
      // What signs a request is made of many classes, too.
      Scheme scheme = reading.get();
      Signer.of(scheme.rules(Profile.DOCUMENTED), Credentials.examples(scheme))
          .sign(HttpRequest.get("http://localhost/"), Instant.EPOCH);
    } catch (ExecutionException | InterruptedException | RuntimeException e) {
      // The command meets it again, and says it.
    }
  }

  /** The scheme in a folder, which may have been read already. */
  Scheme scheme(Path wanted) {
    if (!wanted.equals(folder)) {
      return Schemes.read(wanted);
    }
    try {
      return reading.get();
    } catch (ExecutionException | InterruptedException e) {
      // Once more, and whatever is wrong is thrown where it is asked for.
      return Schemes.read(wanted);
    }
  }
}
