package io.countersign.steps;

import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.Unreadable;
import io.countersign.scheme.Profile;
import io.countersign.suite.DerivedFeature;
import io.countersign.suite.SchemeUnderTest;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParser;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.messages.GherkinMessagesFeatureParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A feature's text and where it comes from: a file of the scheme's folder, or derived from its
 * model.
 */
record FeatureText(URI uri, String text) {
  /**
   * The parser itself. Whoever parses by way of Cucumber's runtime has every library looked through
   * for parsers, once for each feature.
   */
  private static final FeatureParser PARSER = new GherkinMessagesFeatureParser();

  private static final Pattern PROBLEM = Pattern.compile("\\((\\d+:\\d+)\\): (.*)");

  /** All features of a scheme: those in its folder, and the derived one. */
  static List<FeatureText> of(SchemeUnderTest subject, Profile profile) {
    List<FeatureText> all = new ArrayList<>();
    for (Path file : files(subject.scheme().folder())) {
      all.add(new FeatureText(file.toUri(), Documents.readText(file)));
    }
    all.add(
        new FeatureText(
            Source.derived(subject.scheme().id()), DerivedFeature.of(subject, profile)));
    return all;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
    } catch (IOException e) {
      throw Unreadable.ofFolder(e, folder.toString(), "give a folder that can be read");
    }
  }

  /**
   * Parses the feature as it stands, for any role.
   *
   * @throws InputException if it is not Gherkin, or an outline names a column that is not there
   */
  Feature parse() {
    try (InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      Feature feature =
          PARSER
              .parse(uri, bytes, Ids.NEXT::generateId)
              .orElseThrow(
                  () ->
                      InputException.at(
                          Mark.startOf(name()),
                          "there is no feature here",
                          "begin with 'Feature:'"));
      Outlines.requireColumns(feature, name());
      return feature;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FeatureParserException e) {
      throw InputException.of(name() + ":" + first(e.getMessage()), "correct the feature there");
    }
  }

  /** Line, column and what is wrong there; all that follows comes of it. */
  private static String first(String problems) {
    Matcher problem = PROBLEM.matcher(problems);
    return problem.find() ? problem.group(1) + ": " + problem.group(2).strip() : " " + problems;
  }

  private String name() {
    return uri.getScheme().equals("file") ? Path.of(uri).toString() : uri.toString();
  }
}
