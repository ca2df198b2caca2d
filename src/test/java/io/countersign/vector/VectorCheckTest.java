package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
class VectorCheckTest {
  private static final String HEAD =
      "{\"scheme\": \"rmtrack\", \"source\": \"here\", \"vectors\": [";
  private static final String HEAD_WITHOUT_SOURCE = HEAD.replace("\"source\": \"here\", ", "");
  private static final String SIGN =
      """
      {"id": "s%1$d", "op": "sign", "time": "2014-09-23T17:23:00Z",
       "credentials": {"accesskey": "a", "secretkey": "hidden-%2$d"},
       "request": {"method": "GET", "url": "https://example.com/x"},
       "stringToSign": "GET\\n/x\\nTue, 23 Sep 2014 17:23:00 GMT\\n"}""";
  private static final String WRONG = SIGN.replace("GET\\n/x", "POST\\n/x");

  /** Everything that a vector can say, and texts that look like what is between vectors. */
  private static final String RICH =
      """
      {"id": "käse \\u00e9 😀", "op": "sign", "requirement": "r", "description": "},{ \\"a\\":",
       "source": "},\\n{", "profile": "deployed", "time": "2014-09-23T17:23:00.5Z",
       "credentials": {"secretkey": "hidden-hidden", "accesskey": "b"},
       "request": {"method": "POST", "url": "https://example.com/x?y=ü", "body": "[{},{}]",
        "headers": {"Accept": ["a", "b"], "accept": "c"}},
       "stringToSign": "x", "signature": "y",
       "signed": {"url": "z", "headers": {"Authorization": ["1", "2"]}}},\r\n
      {"id": "v", "op": "verify", "time": "2014-09-23T17:23:00Z",
       "credentials": {"accesskey": "a", "secretkey": "hidden-hidden"},
       "request": {"method": "GET", "url": "https://example.com/x", "bodyBase64": "AAE="},
       "expect": "reject", "reason": "missing-credential"}, {"id": "w", "op": "verify",
       "time": "2014-09-23T17:23:00Z", "expect": "accept",
       "credentials": {"accesskey": "a", "secretkey": "hidden-hidden"},
       "request": {"method": "GET", "url": "https://example.com/x"}}""";

  @TempDir private Path folder;

  @Test
  void run_tellsInTheOrderOfTheFile() throws IOException {
    Path file = write(HEAD + joined(",\n", 2_000, WRONG) + "]}");
    List<String> ids = new ArrayList<>();
    VectorCheck.of(Written.SCHEMES, Profile.DOCUMENTED, Written.SMALL)
        .run(file, checked -> checked.failures().forEach(failure -> ids.add(failure.id())));

    assertThat(ids).isEqualTo(IntStream.range(0, 2_000).mapToObj(number -> "s" + number).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ",\n", " , \r\n\t", "\r,\r"})
  void run_namesThePlaceOfAMistakeInTheMiddle(String between) throws IOException {
    String vectors = joined(between, 3_000, SIGN);
    Path file = write(HEAD + vectors.replace("s1777\", \"op\"", "s1777\", \"opp\"") + "]}");

    assertThat(Written.byMany(file, Written.SMALL))
        .isEqualTo(Written.byOne(file))
        .last()
        .isEqualTo("1777 passed");
    assertThat(check(file, VectorCheck.Sizes.forThreads(2))).isEqualTo(Written.byOne(file));
  }

  @Test
  void run_namesLineAndColumn() throws IOException {
    String before = "{\"source\": \"ä😀\", \"scheme\": \"rmtrack\",\n \"vectors\": [";
    String oneLine = joined(", ", 3_000, SIGN).replace("\n", "");
    String mistake = oneLine + ", {\"ié\": 1}";
    Path file = write(before + mistake + ", " + oneLine + "]}");

    assertThatThrownBy(() -> run(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            file + ":2:" + (" \"vectors\": [".length() + oneLine.length() + 3) + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "\\uDFFF.",
        "\\ude00\\ude00",
        "\\ud83d\\ud83d",
        "\\n\\\\\\udc00",
        "\\ud83d\\ude00\\ude00"
      })
  void run_refusesHalfASurrogatePairInABigFile(String body) throws IOException {
    String half = SIGN.replace("com/x\"", "com/x\", \"body\": \"" + body + "\"");
    // Far from the end, which another reader reads.
    Path file = write(HEAD + joined(",\n", 1, half) + ",\n" + joined(",\n", 3_000, SIGN) + "]}");

    assertThatThrownBy(() -> run(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("half a surrogate pair");
  }

  @Test
  void run_saysTheSameAsOneThread_whateverIsBroken() throws IOException {
    Random random = new Random(20_141_123);
    String parts = "{}[],:\"\\ \n\r\t0aä\0";
    byte[] whole =
        (HEAD_WITHOUT_SOURCE + joined(",\n", 5, SIGN, RICH, WRONG) + "], \"source\": \"x\"}")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1_500; i++) {
      String text = new String(whole, StandardCharsets.UTF_8);
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(3));
      char other = parts.charAt(random.nextInt(parts.length()));
      Path file = write(text.substring(0, at) + other + text.substring(to));

      assertThat(Written.byMany(file, Written.SMALL))
          .as("character %s at %d", (int) other, at)
          .isEqualTo(Written.byOne(file));
    }
  }

  @Test
  void run_saysTheSameAsOneThread_whereverTheFileEnds() throws IOException {
    String text =
        HEAD_WITHOUT_SOURCE + joined(",\n", 2, SIGN, RICH, WRONG) + "], \"source\": \"x\"} x";
    for (int end = 0; end <= text.length(); end++) {
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        continue;
      }
      Path file = write(text.substring(0, end));

      assertThat(Written.byMany(file, Written.SMALL)).isEqualTo(Written.byOne(file));
    }
  }

  @Test
  void run_takesAVectorThatIsLargerThanABatch() throws IOException {
    String large = RICH.replace("[{},{}]", "x".repeat(50_000));
    Path file =
        write(HEAD + joined(",", 40, SIGN) + "," + large + "," + joined(",", 9, WRONG) + "]}");

    assertThat(Written.byMany(file, Written.SMALL)).isEqualTo(Written.byOne(file));
  }

  @Test
  void run_findsBytesThatAreNoTextWhereverTheyAre() throws IOException {
    String text = HEAD + joined(",", 100, SIGN) + ",\u0001," + joined(",", 100, SIGN) + "]}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (byte[] wrong : new byte[][] {{(byte) 0xFF}, {(byte) 0xC0}, {(byte) 0xED}}) {
      byte[] broken = bytes.clone();
      broken[text.indexOf('\u0001')] = wrong[0];
      Path file = Files.write(folder.resolve("v.json"), broken);

      assertThatThrownBy(() -> run(file)).hasMessageContaining("the file is not UTF-8 text");
    }
  }

  @Test
  void run_takesNoSurrogatesInBytes() throws IOException {
    byte[] bytes =
        (HEAD + joined(",", 100, SIGN.replace("\"a\"", "\"~~~\"")) + "]}")
            .getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.UTF_8).indexOf("~~~");
    bytes[at] = (byte) 0xED;
    bytes[at + 1] = (byte) 0xA0;
    bytes[at + 2] = (byte) 0x80;
    Path file = Files.write(folder.resolve("v.json"), bytes);

    assertThatThrownBy(() -> run(file)).hasMessageContaining("the file is not UTF-8 text");
  }

  @Test
  void run_takesTheSchemeAlsoFromBehindTheVectors() throws IOException {
    Path file =
        write(
            "{\"source\": \"here\", \"vectors\": ["
                + joined(",", 50, SIGN, WRONG)
                + "], \"scheme\": \"rmtrack\"}");

    assertThat(Written.byMany(file, Written.SMALL)).isEqualTo(Written.byOne(file)).hasSize(51);
  }

  @Test
  void run_leavesOutALongSchema() throws IOException {
    Path file =
        write(
            "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \""
                + "x".repeat(5_000)
                + "\"}");
    VectorCheck check = VectorCheck.of(Written.SCHEMES, Profile.DOCUMENTED, Written.SMALL);

    assertThat(check.run(file, checked -> {})).isFalse();
  }

  @Test
  void run_refusesAFileThatIsMissing() {
    assertThatThrownBy(() -> run(folder.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no file");
  }

  @Test
  void run_endsWhereItIsInterrupted() throws IOException {
    Path file = write(HEAD + joined(",", 500, SIGN) + "]}");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> run(file)).isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void run_endsWhereResultsCannotBeTold() throws IOException {
    Path file = write(HEAD + joined(",", 500, SIGN) + "]}");

    assertThatThrownBy(
            () ->
                VectorCheck.of(Written.SCHEMES, Profile.DOCUMENTED, Written.SMALL)
                    .run(
                        file,
                        checked -> {
                          throw new UncheckedIOException(new IOException("full"));
                        }))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static void run(Path file) {
    VectorCheck.of(Written.SCHEMES, Profile.DOCUMENTED, Written.SMALL).run(file, checked -> {});
  }

  private static List<String> check(Path file, VectorCheck.Sizes sizes) {
    return Written.byMany(file, sizes);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("v.json"), text);
  }

  /** The patterns in turn, each so many times, numbered. */
  private static String joined(String between, int times, String... patterns) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < times; i++) {
      for (String pattern : patterns) {
        joined.append(joined.isEmpty() ? "" : between);
        joined.append(pattern == RICH ? pattern : pattern.formatted(i, i % 7));
      }
    }
    return joined.toString();
  }
}
