package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the text of the product's sources, comments included. */
final class SourcesTest {
  private static final Pattern VENDOR =
      Pattern.compile("ticketmatic|ticket ?evolution|rmtrack|hoshinplan", Pattern.CASE_INSENSITIVE);

  @Test
  void sources_nameNoVendor() throws IOException {
    assertThat(found(VENDOR))
        .as("a scheme is data: Java that knows a vendor knows what a folder should say")
        .isEmpty();
  }

  @Test
  void sources_haveAtMost300Lines() throws IOException {
    Map<Path, Integer> tooLong = new TreeMap<>();
    for (Path file : sources("src/main/java")) {
      int lines = Files.readAllLines(file).size();
      if (lines > 300) {
        tooLong.put(file, lines);
      }
    }
    assertThat(tooLong).as("a class that needs more is two classes").isEmpty();
  }

  @Test
  void packages_areNullMarked() throws IOException {
    for (Path folder : folders()) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).as("a package says in a paragraph what it is for").isRegularFile();
      assertThat(info)
          .content()
          .as("null is never a value without saying so")
          .contains("@NullMarked");
      assertThat(info).content().contains("/**");
    }
  }

  private static List<Path> folders() throws IOException {
    return sources("src/main/java").stream().map(Path::getParent).distinct().toList();
  }

  private static Map<Path, String> found(Pattern pattern) throws IOException {
    Map<Path, String> found = new TreeMap<>();
    for (Path file : sources("src/main/java")) {
      String hits =
          pattern
              .matcher(Files.readString(file))
              .results()
              .map(hit -> hit.group())
              .distinct()
              .collect(Collectors.joining(", "));
      if (!hits.isEmpty()) {
        found.put(file, hits);
      }
    }
    return found;
  }

  private static List<Path> sources(String root) throws IOException {
    try (Stream<Path> files = Files.walk(TestSchemes.home().resolve(root))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
