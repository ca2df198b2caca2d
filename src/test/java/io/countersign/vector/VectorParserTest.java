package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two readers of a vector hold the same of it: one is quick, and one says what is wrong. */
class VectorParserTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Schemes SCHEMES =
      Schemes.in(List.of(TestSchemes.features(), TestSchemes.further()));

  private static final String SIGN =
      """
      {"id": "s", "op": "sign", "requirement": "r", "description": "d", "source": "s",
       "profile": "deployed", "time": "2014-09-23T17:23:00Z",
       "credentials": {"secretkey": "hidden-hidden", "accesskey": "b"},
       "request": {"method": "POST", "url": "https://example.com/x?y", "body": "b",
        "headers": {"Accept": ["a", "b"], "X-One": "c"}},
       "stringToSign": "x", "signature": "y",
       "signed": {"url": "z", "headers": {"Authorization": ["1", "2"], "Date": "d"}}}""";
  private static final String VERIFY =
      """
      {"id": "v", "op": "verify", "time": "2014-09-23T17:23:00Z",
       "credentials": {"accesskey": "a", "secretkey": "hidden-hidden"},
       "request": {"method": "GET", "url": "https://example.com/x", "bodyBase64": "AAE="},
       "expect": "reject", "reason": "missing-credential"}""";

  /** What takes the place of a value. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "5",
          "\"\"",
          "\"x\"",
          "\" \"",
          "\"a\\nb\"",
          "\"ä\"",
          "\"\\ud800\"",
          "\"\\uD83D\\uDE00\"",
          "\"\\ud83d!\\ude00\"",
          "\"\\\\ud800\"",
          "[\"\\udfff\"]",
          "\"2014-09-23T17:23:00+02:00\"",
          "[]",
          "{}",
          "[\"x\"]",
          "[5]",
          "{\"a\": \"b\"}",
          "{\"a\": [\"b\", \"c\"]}",
          "\"sign\"",
          "\"verify\"",
          "\"accept\"",
          "\"reject\"",
          "\"signature-mismatch\"",
          "\"Documented\"",
          "\"documented\"");

  static List<Path> files() throws IOException {
    return VectorFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void read_takesEveryPublishedVector(Path file) throws IOException {
    JsonNode root = MAPPER.readTree(Files.readString(file));
    Scheme scheme = SCHEMES.scheme(root.get("scheme").textValue());
    List<JsonNode> vectors = new ArrayList<>();
    root.get("vectors").forEach(vectors::add);

    assertThat(vectors)
        .isNotEmpty()
        .allSatisfy(
            vector ->
                assertThat(parsed(scheme, vector.toString()))
                    .contains(read(scheme, vector.toString()).orElseThrow()));
  }

  @Test
  void read_takesWhatTheOtherTakes_whateverAValueIs() throws IOException {
    int taken = 0;
    int refused = 0;
    // One for all: what one vector leaves behind must not reach the next.
    BatchCheck check = check(TestSchemes.builtIn("rmtrack"));
    for (String vector : List.of(SIGN, VERIFY)) {
      for (String changed : variants(MAPPER.readTree(vector))) {
        Optional<Checked> parsed = parsed(check, changed);

        assertThat(parsed).as(changed).isEqualTo(read(TestSchemes.builtIn("rmtrack"), changed));
        taken += parsed.isPresent() ? 1 : 0;
        refused += parsed.isPresent() ? 0 : 1;
      }
    }
    assertThat(taken).isGreaterThan(50);
    assertThat(refused).isGreaterThan(200);
  }

  /** Every field in turn left out, there twice, and with every other value; and one more field. */
  private static List<String> variants(JsonNode vector) throws IOException {
    List<String> variants = new ArrayList<>();
    for (String place :
        List.of("", "/credentials", "/request", "/request/headers", "/signed", "/signed/headers")) {
      JsonNode object = vector.at(place);
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (object.isObject()) {
        variants.add(with(vector, place, "another", "\"x\""));
      }
      for (String name : names) {
        JsonNode without = vector.deepCopy();
        ((ObjectNode) without.at(place)).remove(name);
        variants.add(without.toString());
        String field = MAPPER.writeValueAsString(name) + ":" + object.get(name);
        variants.add(vector.toString().replace(field, field + "," + field));
        for (String value : VALUES) {
          variants.add(with(vector, place, name, value));
        }
      }
    }
    return variants;
  }

  /** The value as it is written: half a surrogate pair is nothing but an escape. */
  private static String with(JsonNode vector, String place, String name, String value) {
    JsonNode copy = vector.deepCopy();
    ((ObjectNode) copy.at(place)).put(name, "VALUE");
    return copy.toString().replace("\"VALUE\"", value);
  }

  private static Optional<Checked> parsed(Scheme scheme, String vector) throws IOException {
    return parsed(check(scheme), vector);
  }

  private static BatchCheck check(Scheme scheme) {
    return new BatchCheck(new VectorParser(scheme, Profile.DOCUMENTED, 2));
  }

  private static Optional<Checked> parsed(BatchCheck check, String vector) throws IOException {
    byte[] bytes = (" " + vector + " ").getBytes(StandardCharsets.UTF_8);
    return check.check(Batch.of(bytes, bytes.length - 2, true)).map(BatchCheck.Result::vectors);
  }

  private static Optional<Checked> read(Scheme scheme, String vector) {
    try {
      TestVector read =
          new VectorReader(scheme, Profile.DOCUMENTED).read(Documents.readJson("v", vector));
      return Optional.of(Checked.of(read.id(), read.check()));
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
