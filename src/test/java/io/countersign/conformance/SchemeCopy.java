package io.countersign.conformance;

import io.countersign.document.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of a built-in scheme, to break. */
public record SchemeCopy(Path root, String id) {
  /** Copies a scheme's folder below another, under its own name. */
  public static SchemeCopy below(Path root, String id) {
    return below(Runs.FEATURES, root, id, id);
  }

  /** Copies a scheme from one folder below another, as a scheme of another name. */
  public static SchemeCopy below(Path from, Path root, String original, String id) {
    SchemeCopy copy = new SchemeCopy(root, id);
    try (Stream<Path> files = Files.list(from.resolve(original))) {
      Files.createDirectories(copy.folder());
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(
            copy.folder().resolve(file.getFileName()),
            text.replace("@" + original + "/", "@" + id + "/")
                .replace("@" + original + "\n", "@" + id + "\n")
                .replace("id: " + original + "/", "id: " + id + "/")
                .replace("scheme: " + original + "\n", "scheme: " + id + "\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  public Path folder() {
    return root.resolve(id);
  }

  public Path file(String name) {
    return folder().resolve(name);
  }

  /** The feature files. */
  public List<Path> features() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes away every written scenario that has a tag.
   *
   * @param tag with the blank behind it, so that another which begins like it is left
   * @return how many there were
   */
  public int takeScenariosAway(String tag) {
    int taken = 0;
    for (Path feature : features()) {
      StringBuilder kept = new StringBuilder();
      // A scenario begins with its tags.
      for (String block : Documents.readText(feature).split("(?m)^(?=  @)")) {
        boolean tagged = (block.lines().findFirst().orElse("") + " ").contains(tag);
        taken += tagged ? 1 : 0;
        kept.append(tagged ? "" : block);
      }
      write(feature.getFileName().toString(), kept.toString());
    }
    return taken;
  }

  /** Changes the text of a file, which must make a difference. */
  public SchemeCopy edit(String name, UnaryOperator<String> change) {
    try {
      String before = Files.readString(file(name));
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalStateException("the edit of " + name + " changes nothing");
      }
      Files.writeString(file(name), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public SchemeCopy write(String name, String text) {
    try {
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The text of a feature: its one scenario is named in line 5, and its steps are below that. */
  public String scenario(String tags, String name, String... steps) {
    return """
        @%s
        Feature: Extra

          %s
          Scenario: %s
            %s
        """
        .formatted(id, tags, name, String.join("\n    ", steps));
  }

  public SchemeCopy delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
