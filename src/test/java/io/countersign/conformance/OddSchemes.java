package io.countersign.conformance;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scheme of docs/schemes.md in ways that its guide does not need, and a description can. */
public final class OddSchemes {
  private static final Map<String, UnaryOperator<String>> CHANGES =
      Stream.of(
              Map.of("as the guide has it", UnaryOperator.<String>identity()),
              OddCarriers.CHANGES,
              OddDigests.CHANGES,
              OddKeys.CHANGES,
              OddServices.CHANGES,
              OddStrings.CHANGES,
              OddTimes.CHANGES)
          .flatMap(changes -> changes.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private OddSchemes() {}

  static List<String> names() {
    return CHANGES.keySet().stream().sorted().toList();
  }

  /** Writes the scheme's folder below another. */
  public static void write(String name, Path folder) throws IOException {
    Path scheme = Files.createDirectories(folder.resolve(GuideScheme.ID));
    Files.writeString(
        scheme.resolve("scheme.yaml"), CHANGES.get(name).apply(TestSchemes.ofTheGuide()));
  }
}
