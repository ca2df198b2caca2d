package io.countersign.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prints results as JSON. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private Json() {}

  /** Something that writes one value. */
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  /** One value on one line, for programs that read line by line. */
  static void line(PrintStream out, Value value) {
    print(out, value, false);
  }

  /** One value on many lines, for results that people read, too. */
  static void pretty(PrintStream out, Value value) {
    print(out, value, true);
  }

  private static void print(PrintStream out, Value value, boolean pretty) {
    try (JsonGenerator json = stream(out)) {
      if (pretty) {
        json.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      value.write(json);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a result that is written as it comes; closing it leaves the stream open. */
  static JsonGenerator stream(PrintStream out) {
    try {
      return FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
