package io.countersign.target.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A process and all that it started. A process whose parent has ended is nobody's descendant any
 * more, so each inherits a mark in its environment; where the system shows environments, as Linux
 * does, it is found by that.
 */
final class Family {
  /** Begins the names of the variables that hold credentials; a child is told those it needs. */
  private static final String OURS = "COUNTERSIGN_";

  private static final String MARK = "COUNTERSIGN_ADAPTER";
  private static final Path PROCESSES = Path.of("/proc");

  /** One may start another while we look. */
  private static final int ROUNDS = 5;

  private final Process head;
  private final String mark;

  private Family(Process head, String mark) {
    this.head = head;
    this.mark = mark;
  }

  /** Starts the process, without our own variables. */
  static Family start(ProcessBuilder builder) throws IOException {
    String id = UUID.randomUUID().toString();
    builder.environment().keySet().removeIf(name -> name.startsWith(OURS));
    builder.environment().put(MARK, id);
    return new Family(builder.start(), MARK + "=" + id);
  }

  Process head() {
    return head;
  }

  /** The process and its descendants, as far as they can still be told. */
  Set<ProcessHandle> members() {
    Set<ProcessHandle> members = new LinkedHashSet<>();
    members.add(head.toHandle());
    head.descendants().forEach(members::add);
    addMarked(members);
    return members;
  }

  /** Ends them all at once, and those that were known before. */
  void kill(Set<ProcessHandle> known) {
    known.forEach(ProcessHandle::destroyForcibly);
    for (int i = 0; i < ROUNDS; i++) {
      Set<ProcessHandle> left = members();
      left.removeIf(process -> !process.isAlive());
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void addMarked(Set<ProcessHandle> members) {
    if (!Files.isReadable(PROCESSES.resolve("self/environ"))) {
      return;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
      for (Path process : processes) {
        if (isMarked(process)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
              .ifPresent(members::add);
        }
      }
    } catch (IOException | NumberFormatException e) {
      // What the system does not show is not found.
    }
  }

  private boolean isMarked(Path process) {
    try {
      byte[] variables = Files.readAllBytes(process.resolve("environ"));
      return new String(variables, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // another user's, or ended
    }
  }
}
