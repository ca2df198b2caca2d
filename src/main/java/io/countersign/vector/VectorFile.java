package io.countersign.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.document.JsonNodes;
import io.countersign.document.Mark;
import io.countersign.document.Node;
import io.countersign.document.Suggestion;
import io.countersign.document.Unreadable;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A file of test vectors, read as a stream by one thread: however many there are, only one is in
 * memory at a time. What is wrong with a file is said here, and only here; {@link VectorCheck} is
 * the quicker way through a big one.
 */
public final class VectorFile {
  private static final String SCHEME = "scheme";
  private static final String SOURCE = "source";
  private static final String VECTORS = "vectors";

  private final Path file;
  private final String name;
  private final BiFunction<String, Mark, Scheme> schemes;

  VectorFile(Path file, BiFunction<String, Mark, Scheme> schemes) {
    this.file = file;
    this.name = file.toString();
    this.schemes = schemes;
  }

  /**
   * Reads a file and hands over one vector after the other.
   *
   * @return whether it is a vector file; no for a JSON Schema, which is published beside them and
   *     so comes along when a shell names every file of a folder
   * @param schemes where the file's scheme is looked up
   * @param otherwise the profile of vectors that name none
   * @throws InputException if the file is missing, is not of the form of a vector file, or has no
   *     vector; those before the place of the mistake have been handed over by then
   */
  public static boolean read(
      Path file, Schemes schemes, Profile otherwise, Consumer<TestVector> each) {
    VectorFile vectors = new VectorFile(file, schemes::scheme);
    return vectors.open(in -> vectors.read(in, new EachVector(otherwise, 0, each)));
  }

  /** Something done with the file's bytes. */
  @FunctionalInterface
  interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  /** Something done with the list of vectors. */
  @FunctionalInterface
  interface Vectors {
    /**
     * @param parser behind the bracket that opens the list
     * @return whether it is now at the bracket that closes it; no to leave it at that
     */
    boolean read(JsonParser parser, JsonNodes nodes, Scheme scheme) throws IOException;
  }

  /**
   * Opens the file from its beginning.
   *
   * @throws InputException if it cannot be read, or is not UTF-8
   */
  <T> T open(Reading<T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.read(in);
    } catch (CharacterCodingException e) {
      throw InputException.at(Mark.startOf(name), "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw Unreadable.because(e, "file", name, "give the path of an existing file");
    }
  }

  /** Reads what the file says around its vectors; the result is that of the public method. */
  boolean read(InputStream in, Vectors vectors) throws IOException {
    return parse(in, (parser, nodes) -> readAll(parser, nodes, vectors));
  }

  @FunctionalInterface
  private interface Parsing<T> {
    T parse(JsonParser parser, JsonNodes nodes) throws IOException;
  }

  private <T> T parse(InputStream in, Parsing<T> parsing) throws IOException {
    try (var characters = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        JsonParser parser = JsonNodes.FACTORY.createParser(characters)) {
      JsonNodes nodes = new JsonNodes(name, parser);
      try {
        return parsing.parse(parser, nodes);
      } catch (JsonProcessingException e) {
        throw nodes.malformed(e);
      }
    }
  }

  private boolean readAll(JsonParser parser, JsonNodes nodes, Vectors vectors) throws IOException {
    requireStart(parser, nodes, JsonToken.START_OBJECT, "a vector file is an object");
    Set<String> seen = new HashSet<>();
    Node scheme = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Mark mark = nodes.mark();
      if (!seen.add(key)) {
        throw InputException.at(mark, "the key '" + key + "' stands here twice", "keep one");
      }
      if (key.equals(VECTORS)) {
        Node named = scheme == null ? schemeBehind() : scheme;
        requireStart(parser, nodes, JsonToken.START_ARRAY, "'vectors' is a list");
        if (!vectors.read(parser, nodes, scheme(named))) {
          return true;
        }
      } else if (key.equals(SCHEME) || key.equals(SOURCE)) {
        parser.nextToken();
        Node value = nodes.value();
        Fields.textOf(value, key);
        scheme = key.equals(SCHEME) ? value : scheme;
      } else if (isSchema(key, parser)) {
        return false;
      } else {
        throw InputException.at(
            mark,
            "unknown key '" + key + "' in a vector file",
            Suggestion.of(key, SCHEME, SOURCE, VECTORS));
      }
    }
    requireComplete(parser, nodes, seen);
    return true;
  }

  private Scheme scheme(Node named) {
    return schemes.apply(Fields.textOf(named, SCHEME), named.mark());
  }

  private static boolean isSchema(String key, JsonParser parser) throws IOException {
    return key.equals("$schema")
        && parser.nextToken() == JsonToken.VALUE_STRING
        && parser.getText().contains("json-schema.org/");
  }

  private void requireComplete(JsonParser parser, JsonNodes nodes, Set<String> seen)
      throws IOException {
    for (String key : List.of(SCHEME, VECTORS)) {
      if (!seen.contains(key)) {
        throw InputException.at(
            Mark.startOf(name), "a vector file lacks the field '" + key + "'", "add it");
      }
    }
    if (parser.nextToken() != null) {
      throw InputException.at(
          nodes.mark(), "something follows the end of the document", "remove it");
    }
  }

  /** The keys of an object have no order: a scheme that stands behind its vectors is looked up. */
  private Node schemeBehind() {
    return open(in -> parse(in, this::schemeBehind));
  }

  private Node schemeBehind(JsonParser parser, JsonNodes nodes) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(SCHEME);
      parser.nextToken();
      if (found) {
        return nodes.value();
      }
      parser.skipChildren();
    }
    throw InputException.at(Mark.startOf(name), "a vector file lacks the field 'scheme'", "add it");
  }

  private static void requireStart(
      JsonParser parser, JsonNodes nodes, JsonToken wanted, String rule) throws IOException {
    JsonToken token = parser.nextToken();
    if (token != wanted) {
      throw InputException.at(
          nodes.mark(),
          rule + ", and here is " + (token == null ? "nothing" : nodes.value().kind()),
          "see the JSON Schema beside the published vectors");
    }
  }
}
