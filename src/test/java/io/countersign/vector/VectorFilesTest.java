package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector files, judged by two that share no code with the product: a schema and Python. */
final class VectorFilesTest {
  private static final Path VECTORS = TestSchemes.home().resolve("vectors");

  @ParameterizedTest
  @MethodSource("files")
  void vectorFile_isOfThePublishedSchema(Path file) throws IOException {
    assertThat(schema().validate(Files.readString(file), InputFormat.JSON)).isEmpty();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> vectors = Files.walk(VECTORS);
        Stream<Path> further = Files.walk(TestSchemes.further())) {
      return Stream.concat(vectors, further)
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.startsWith(VECTORS.resolve("schema")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scheme\":\"a\",\"source\":\"b\",\"vectors\":[]}",
        "{\"scheme\":\"a\",\"source\":\"b\",\"vectors\":[{\"id\":\"x\",\"op\":\"sign\"}]}",
        "{\"scheme\":\"a\",\"source\":\"b\",\"vectors\":[{\"id\":\"x\",\"op\":\"guess\"}]}",
        "{\"scheme\":\"a\",\"source\":\"b\",\"extra\":1,\"vectors\":[{\"id\":\"x\",\"op\":\"sign\","
            + "\"credentials\":{\"k\":\"v\"},\"time\":\"2014-09-23T17:23:00Z\",\"signature\":\"s\","
            + "\"request\":{\"method\":\"GET\",\"url\":\"https://h/\"}}]}",
      })
  void schema_refusesWhatIsNoVectorFile(String text) throws IOException {
    assertThat(schema().validate(text, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|false",
        "{\"headers\":{}}|false",
        "{\"headers\":{\"X\":[]}}|false",
        "{\"headers\":{\"X\":\"\"}}|true",
        "{\"url\":\"https://h/\"}|true",
        "{\"url\":\"https://h/\",\"headers\":{}}|true",
      })
  void schema_wantsWhatIsSignedToBeSomething(String signed, boolean isTaken) throws IOException {
    String text =
        "{\"scheme\":\"a\",\"source\":\"b\",\"vectors\":[{\"id\":\"x\",\"op\":\"sign\","
            + "\"credentials\":{\"k\":\"v\"},\"time\":\"2014-09-23T17:23:00Z\",\"signed\":"
            + signed
            + ",\"request\":{\"method\":\"GET\",\"url\":\"https://h/\"}}]}";
    assertThat(schema().validate(text, InputFormat.JSON).isEmpty()).isEqualTo(isTaken);
  }

  /** By which anybody can name one. */
  @Test
  void ids_areUniqueInTheirScheme() throws IOException {
    Schemes schemes = Schemes.in(List.of(TestSchemes.features(), TestSchemes.further()));
    List<String> ids = new ArrayList<>();
    for (Path file : files()) {
      VectorFile.read(
          file, schemes, Profile.DOCUMENTED, one -> ids.add(one.scheme().id() + " " + one.id()));
    }

    assertThat(ids)
        .hasSizeGreaterThan(400)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\S+ [a-z0-9]+(-[a-z0-9]+)*"));
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(VECTORS.resolve("schema/vectors.schema.json")));
  }

  @Test
  void vectors_areConfirmedByAnImplementationInPython() throws Exception {
    Path output = Files.createTempFile("vectors", ".txt");
    try {
      Process python = python(output);
      if (!python.waitFor(60, TimeUnit.SECONDS)) {
        python.destroyForcibly();
        fail("the independent checker did not end within a minute");
      }
      assertThat(python.exitValue()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output).strip()).matches("(?s).*\\b[1-9]\\d* passed, 0 failed");
    } finally {
      Files.delete(output);
    }
  }

  private static Process python(Path output) {
    try {
      return new ProcessBuilder("python3", "src/test/python/check_vectors.py")
          .directory(TestSchemes.home().toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      String missing = "python3 is not here, so that nobody but the product judges the vectors";
      if (System.getenv("CI") != null) {
        return fail(missing + "; where CI is set, it has to be");
      }
      return abort(missing);
    }
  }
}
