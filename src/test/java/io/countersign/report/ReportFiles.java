package io.countersign.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.scheme.Redactor;
import io.countersign.suite.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run left in its reports folder. */
record ReportFiles(Path folder) {
  private static final Pattern EMBEDDED = Pattern.compile("d\\('([^']+)','([^']*)'\\)");
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReportFiles write(Path folder, RunResult run, Redactor redactor) {
    Reports.write(run, redactor, folder, "0.1.0");
    return new ReportFiles(folder);
  }

  String text(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  JsonNode json(String name) throws IOException {
    return JSON.readTree(text(name));
  }

  /** The results that Allure would read. */
  List<JsonNode> allureResults() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("allure-results"))) {
      return files
          .filter(file -> file.toString().endsWith("-result.json"))
          .sorted()
          .map(this::parse)
          .toList();
    }
  }

  private JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The data inside the page, decoded, by name. */
  Map<String, String> pageData() throws IOException {
    Map<String, String> data = new TreeMap<>();
    Matcher matcher = EMBEDDED.matcher(text("index.html"));
    while (matcher.find()) {
      byte[] bytes = Base64.getDecoder().decode(matcher.group(2));
      data.put(matcher.group(1), new String(bytes, StandardCharsets.UTF_8));
    }
    return data;
  }

  /** Everything that was written, and what stands encoded inside it, by name. */
  Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    pageData().forEach((name, text) -> all.put("index.html: " + name, text));
    return all;
  }
}
