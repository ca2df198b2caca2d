package io.countersign.document;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole documents into {@link Node}s. UTF-8 only; a repeated key is an error. */
public final class Documents {
  private Documents() {}

  /**
   * Reads a file, as JSON if its name ends so, else as YAML.
   *
   * @throws InputException if there is no such file, or it is not a document
   */
  public static Node read(Path file) {
    String text = readText(file);
    return file.toString().endsWith(".json")
        ? readJson(file.toString(), text)
        : readYaml(file.toString(), text);
  }

  /**
   * Reads a text file.
   *
   * @throws InputException if it cannot be read or is not UTF-8
   */
  public static String readText(Path file) {
    try {
      return withoutByteOrderMark(Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw InputException.at(
          Mark.startOf(file.toString()), "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw Unreadable.because(
          e, "file", file.toString(), "give the path of an existing file that can be read");
    }
  }

  /** Editors of some systems write one before UTF-8; it belongs to no document. */
  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  public static Node readYaml(String source, String text) {
    return new YamlDocument(source, text).read();
  }

  public static Node readJson(String source, String text) {
    return new JsonDocument(source, text).read();
  }
}
