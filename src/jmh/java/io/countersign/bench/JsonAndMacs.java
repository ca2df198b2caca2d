package io.countersign.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The floor under a check of vectors, in a process of its own: the tokens of the file, read by
 * Jackson, and one bare MAC for each vector. No request is made of it, nothing is composed, found
 * or compared.
 */
public final class JsonAndMacs {
  private JsonAndMacs() {}

  /** @param args a file of {@link GeneratedVectors} */
  public static void main(String[] args) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(args[0]));
        JsonParser parser = new JsonFactory().createParser(in)) {
      System.out.println(read(parser, new GeneratedVectors()) + " read");
    }
  }

  private static int read(JsonParser parser, GeneratedVectors vectors) throws IOException {
    Runnable mac = vectors.macsKeyedAnew();
    int count = 0;
    int depth = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT -> depth++;
        case END_OBJECT -> {
          depth--;
          if (depth == 1) {
            mac.run();
            count++;
          }
        }
        // The parser puts off to read a text until somebody asks for it.
        case VALUE_STRING -> parser.getTextLength();
        default -> {
          // Names and brackets are read with the token.
        }
      }
    }
    return count;
  }
}
