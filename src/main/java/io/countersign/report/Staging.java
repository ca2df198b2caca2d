package io.countersign.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hidden folder inside the reports folder. Files are written there and moved to their place when
 * they are whole, so that whatever is in its place can be read, also after an interrupted run.
 */
final class Staging implements AutoCloseable {
  private final Path target;
  private final Path folder;
  private Optional<Task> disposal = Optional.empty();

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  static Staging in(Path target) throws IOException {
    createFolder(target);
    return new Staging(target, Files.createTempDirectory(target, ".countersign-"));
  }

  /** A file or folder that is not there yet. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** A new empty folder. */
  Path newFolder(String name) throws IOException {
    return Files.createDirectory(path(name));
  }

  /** Puts a file in its place, whatever was there before. */
  void publish(Path file) throws IOException {
    move(file, target.resolve(file.getFileName()));
  }

  /**
   * Puts the files of a folder in their place: the whole folder at once, where there is none or
   * nothing in it that is to stay.
   *
   * @param owned of a file's name, whether it can only be from an earlier run; such go
   * @return where these files are then, and no others
   */
  Path publishFolder(Path source, Predicate<String> owned) throws IOException {
    Path place = target.resolve(source.getFileName());
    if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(source, place, StandardCopyOption.ATOMIC_MOVE);
      return place;
    }
    Set<String> names = names(source);
    Set<String> there = names(place);
    boolean replaced = there.stream().allMatch(name -> names.contains(name) || owned.test(name));
    if (replaced && !Files.isSymbolicLink(place)) {
      Path old = path("replaced");
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(source, place, StandardCopyOption.ATOMIC_MOVE);
      // The disk takes its time for thousands of files.
      disposal = Optional.of(Task.begin("disposal", () -> delete(old)));
      return place;
    }
    Path copy = path("copy");
    for (String name : names) {
      Files.copy(source.resolve(name), copy);
      move(copy, place.resolve(name));
    }
    for (String name : there) {
      if (owned.test(name) && !names.contains(name)) {
        Files.delete(place.resolve(name));
      }
    }
    return source;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves a link to a folder alone. */
  private static void createFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (disposal.isPresent()) {
        disposal.get().end();
      }
    } catch (IOException e) {
      // What could not be deleted there is met again.
    }
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
