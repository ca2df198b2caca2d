package io.countersign.document;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw InputException.of("there is no file " + file, "give the path of an existing file");
    } catch (CharacterCodingException e) {
      throw InputException.at(
          Mark.startOf(file.toString()), "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw InputException.of(
          "cannot read " + file + " (" + e.getClass().getSimpleName() + ")",
          "give a file that can be read");
    }
  }

  public static Node readYaml(String source, String text) {
    return new YamlDocument(source, text).read();
  }

  public static Node readJson(String source, String text) {
    return new JsonDocument(source, text).read();
  }
}
