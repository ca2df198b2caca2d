package io.countersign.document;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

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
    return new Reading(source, LazyYaml.FACTORY, text).whole();
  }

  public static Node readJson(String source, String text) {
    return new Reading(source, JSON, text).whole();
  }

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(64 << 20).build())
          // What stands at a syntax error may be a secret: it is not repeated.
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(1).build())
          .build();

  /** Keeps the YAML classes unloaded where only JSON is read. */
  private static final class LazyYaml {
    // Words such as no and on are text: a country, a key. True and false alone are booleans.
    static final JsonFactory FACTORY =
        YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    static boolean isAlias(JsonParser parser) throws IOException {
      return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }
  }

  /** One document being read. */
  private static final class Reading {
    private final String source;
    private final JsonFactory factory;
    private final String text;

    Reading(String source, JsonFactory factory, String text) {
      this.source = source;
      this.factory = factory;
      this.text = text;
    }

    Node whole() {
      try (JsonParser parser = factory.createParser(text)) {
        JsonToken first = parser.nextToken();
        if (first == null) {
          throw InputException.at(
              Mark.startOf(source), "the document is empty", "it needs at least one field");
        }
        Node node = value(parser);
        if (parser.nextToken() != null) {
          throw InputException.at(
              mark(parser), "something follows the end of the document", "remove it");
        }
        return node;
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
        throw InputException.at(
            new Mark(source, line, column),
            "this is not well formed: " + firstLine(e.getOriginalMessage()),
            "correct the syntax there");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Node value(JsonParser parser) throws IOException {
      Mark mark = mark(parser);
      switch (parser.currentToken()) {
        case START_OBJECT:
          return mapping(parser, mark);
        case START_ARRAY:
          List<Node> items = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
          }
          return new Node.Sequence(items, mark);
        case VALUE_STRING:
          requireNoAlias(parser, mark);
          return new Node.Scalar(parser.getText(), Node.Scalar.Type.TEXT, mark);
        case VALUE_NULL:
          return new Node.Scalar("", Node.Scalar.Type.NULL, mark);
        case VALUE_TRUE:
          return new Node.Scalar("true", Node.Scalar.Type.BOOLEAN, mark);
        case VALUE_FALSE:
          return new Node.Scalar("false", Node.Scalar.Type.BOOLEAN, mark);
        default:
          return new Node.Scalar(parser.getText(), Node.Scalar.Type.NUMBER, mark);
      }
    }

    private Node mapping(JsonParser parser, Mark mark) throws IOException {
      LinkedHashMap<String, Node.Mapping.Field> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Mark nameMark = mark(parser);
        String name = parser.currentName();
        parser.nextToken();
        Node value = value(parser);
        if (fields.put(name, new Node.Mapping.Field(nameMark, value)) != null) {
          throw InputException.at(
              nameMark, "the key '" + name + "' stands here twice", "keep one of the two");
        }
      }
      return new Node.Mapping(fields, mark);
    }

    /** The parser gives an alias as text, its name: not what the writer meant. */
    private void requireNoAlias(JsonParser parser, Mark mark) throws IOException {
      if (factory != JSON && LazyYaml.isAlias(parser)) {
        throw InputException.at(
            mark, "an alias (*" + parser.getText() + ") is not followed here", "write it out");
      }
    }

    private Mark mark(JsonParser parser) {
      var location = parser.currentTokenLocation();
      return new Mark(source, location.getLineNr(), location.getColumnNr());
    }

    private static String firstLine(String message) {
      int end = message.indexOf('\n');
      return end < 0 ? message : message.substring(0, end);
    }
  }
}
