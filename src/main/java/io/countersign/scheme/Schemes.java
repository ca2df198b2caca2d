package io.countersign.scheme;

import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Suggestion;
import io.countersign.document.Unreadable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The schemes there are: every folder with a {@code scheme.yaml} in it below the given ones. A file
 * is read only when its scheme is asked for.
 */
public final class Schemes {
  private final Map<String, Path> folders;
  private final Function<Path, Scheme> reader;

  private Schemes(Map<String, Path> folders, Function<Path, Scheme> reader) {
    this.folders = folders;
    this.reader = reader;
  }

  /**
   * @param roots folders of schemes: the built-in ones, then a user's own
   * @throws InputException if a folder does not exist or holds no scheme, or two schemes share an
   *     id
   */
  public static Schemes in(List<Path> roots) {
    return in(roots, Schemes::read);
  }

  /**
   * The same with another way to come to a scheme than to read it now.
   *
   * @param reader gives the scheme in a folder
   */
  public static Schemes in(List<Path> roots, Function<Path, Scheme> reader) {
    Map<String, Path> folders = new TreeMap<>();
    for (Path root : roots) {
      List<Path> found = foldersBelow(root);
      if (found.isEmpty()) {
        throw InputException.of(
            "there is no scheme in " + root, "a scheme is a folder with a " + SchemeLoader.FILE);
      }
      for (Path folder : found) {
        Path other = folders.put(folder.getFileName().toString(), folder);
        if (other != null) {
          throw InputException.of(
              "the scheme " + folder.getFileName() + " is in " + other + " and in " + folder,
              "give yours another name");
        }
      }
    }
    return new Schemes(folders, reader);
  }

  /**
   * Reads one scheme.
   *
   * @param folder the scheme's folder, whose name is its id
   * @throws InputException if its file is wrong
   */
  public static Scheme read(Path folder) {
    return SchemeLoader.load(folder);
  }

  private static List<Path> foldersBelow(Path root) {
    if (!Files.isDirectory(root)) {
      throw InputException.of("there is no folder " + root, "give a folder of schemes");
    }
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry.resolve(SchemeLoader.FILE))) {
          folders.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw unreadable(e.getCause(), root);
    } catch (IOException e) {
      throw unreadable(e, root);
    }
    Collections.sort(folders);
    return folders;
  }

  private static InputException unreadable(IOException failure, Path root) {
    return Unreadable.ofFolder(failure, root.toString(), "give a folder of schemes");
  }

  /** Every id, sorted. */
  public List<String> ids() {
    return new ArrayList<>(folders.keySet());
  }

  /**
   * @throws InputException if there is no such scheme, or its file is wrong
   */
  public Scheme scheme(String id) {
    if (!folders.containsKey(id)) {
      throw InputException.of(missing(id), suggestion(id));
    }
    return reader.apply(folders.get(id));
  }

  /**
   * The same of a scheme that a file names.
   *
   * @param where the place of the name
   */
  public Scheme scheme(String id, Mark where) {
    if (!folders.containsKey(id)) {
      throw InputException.at(where, missing(id), suggestion(id));
    }
    return reader.apply(folders.get(id));
  }

  private static String missing(String id) {
    return "there is no scheme '" + id + "'";
  }

  private String suggestion(String id) {
    return Suggestion.of(id, folders.keySet().toArray(String[]::new));
  }
}
