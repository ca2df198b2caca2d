package io.countersign.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What to say of what cannot be read. */
public final class Unreadable {
  private Unreadable() {}

  /**
   * @param what is looked for, as in {@code request file}
   * @param name as it was given
   * @param remedy what would be right
   */
  public static InputException because(
      IOException failure, String what, String name, String remedy) {
    if (name.isEmpty()) {
      return InputException.of("the name of the " + what + " is empty", remedy);
    }
    if (failure instanceof NoSuchFileException) {
      return InputException.of("there is no " + what + " " + name, remedy);
    }
    if (Files.isDirectory(Path.of(name))) {
      return InputException.of("the " + what + " " + name + " is a folder", remedy);
    }
    return InputException.of("cannot read the " + what + " " + name + reason(failure), remedy);
  }

  /** The same of a folder whose entries cannot be listed. */
  public static InputException ofFolder(IOException failure, String name, String remedy) {
    return InputException.of("cannot list the folder " + name + reason(failure), remedy);
  }

  private static String reason(IOException failure) {
    return failure instanceof AccessDeniedException ? ": permission denied" : "";
  }
}
