package io.countersign.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;

/** JSON written again in the ways of common serialisers; a text that is no JSON stays as it is. */
final class JsonTexts {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonTexts() {}

  static String compact(String json) {
    return written(json, new MinimalPrettyPrinter());
  }

  /** {@code {"a": 1, "b": 2}}. */
  static String spaced(String json) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            new Separators(
                "",
                ':',
                Separators.Spacing.AFTER,
                ',',
                Separators.Spacing.AFTER,
                "",
                ',',
                Separators.Spacing.AFTER,
                ""));
    printer.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
    printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    return written(json, printer);
  }

  static String indented(String json, String indent) {
    DefaultIndenter indenter = new DefaultIndenter(indent, "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withRootSeparator("")
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return written(json, printer);
  }

  static String unicodeEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return escaped.toString();
  }

  static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /**
   * With the keys of every object in the order of their names, and each name and value as it
   * stands; one whose keys are in that order stays as it is.
   */
  static String sorted(String json, String comma, String colon) {
    String sorted = SortedJson.write(json, comma, colon, true);
    return sorted.equals(SortedJson.write(json, comma, colon, false)) ? json : sorted;
  }

  private static String written(String json, PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonParser parser = FACTORY.createParser(json);
        JsonGenerator generator = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEventExact(parser);
      }
    } catch (IOException e) {
      return json;
    }
    return text.toString();
  }
}
