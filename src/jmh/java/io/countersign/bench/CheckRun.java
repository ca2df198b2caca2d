package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code countersign vectors check}, or the floor under it, in a process of its own, with 256 MB
 * of heap.
 *
 * @param wall seconds by the clock
 * @param processor seconds of processor time, of all threads
 * @param resident megabytes of memory at most, as the system counts them; 0 where it does not say
 * @param heap megabytes of heap that were still in use after a collection, at most
 */
record CheckRun(double wall, double processor, long resident, long heap) {
  private static final String HEAP = "-Xmx256m";
  private static final Pattern COLLECTION = Pattern.compile("->(\\d+)M\\(");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  /** Checks a file in which every vector is right. */
  static CheckRun of(Path file, int vectors) throws IOException, InterruptedException {
    return of(
        log -> {
          ProcessBuilder check =
              new ProcessBuilder("./countersign", "vectors", "check", file.toString());
          check.environment().put("COUNTERSIGN_JAVA_OPTS", HEAP + " " + logging(log));
          return check;
        },
        vectors + " passed, 0 failed");
  }

  /** {@link JsonAndMacs}, with the options that the launcher gives to a check. */
  static CheckRun ofFloor(Path file, int vectors) throws IOException, InterruptedException {
    return of(
        log ->
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                logging(log),
                "-XX:+UseSerialGC",
                "-XX:FreqInlineSize=50",
                "-XX:InlineSmallCode=600",
                "-cp",
                System.getProperty("java.class.path"),
                JsonAndMacs.class.getName(),
                file.toString()),
        vectors + " read");
  }

  /** Without rotation: that would leave a second file behind. */
  private static String logging(Path log) {
    return "-Xlog:gc:file=" + log + "::filecount=0";
  }

  private static CheckRun of(Function<Path, ProcessBuilder> command, String says)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("vectors", ".gc");
    Path out = Files.createTempFile("vectors", ".out");
    try {
      ProcessBuilder builder = command.apply(log);
      builder.redirectErrorStream(true).redirectOutput(out.toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      Duration processor = Duration.ZERO;
      long resident = 0;
      do {
        // What is known of a process is known while it runs.
        processor = process.info().totalCpuDuration().orElse(processor);
        resident = Math.max(resident, resident(process.pid()));
        Thread.sleep(5);
      } while (process.isAlive());
      double wall = (System.nanoTime() - start) / 1e9;
      String said = Files.readString(out).strip();
      if (!said.equals(says)) {
        throw new IllegalStateException("it says: " + said);
      }
      return new CheckRun(wall, processor.toNanos() / 1e9, resident, heap(log));
    } finally {
      Files.deleteIfExists(log);
      Files.deleteIfExists(out);
    }
  }

  private static long resident(long process) {
    try {
      Matcher found =
          RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
      return found.find() ? Long.parseLong(found.group(1)) / 1024 : 0;
    } catch (IOException e) {
      return 0; // It has ended, or this is another system.
    }
  }

  private static long heap(Path log) throws IOException {
    return COLLECTION
        .matcher(Files.readString(log))
        .results()
        .mapToLong(hit -> Long.parseLong(hit.group(1)))
        .max()
        .orElse(0);
  }
}
