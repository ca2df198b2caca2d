package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorFileTest {
  private static final Schemes SCHEMES = Schemes.in(List.of(TestSchemes.features()));

  private static final String SIGN =
      """
      {"id": "s", "op": "sign", "time": "2014-09-23T17:23:00Z",
       "credentials": {"accesskey": "a", "secretkey": "hidden-hidden"},
       "request": {"method": "GET", "url": "https://example.com/x"},
       "stringToSign": "GET\\n/x\\nTue, 23 Sep 2014 17:23:00 GMT\\n"}""";
  private static final String VERIFY =
      """
      {"id": "v", "op": "verify", "time": "2014-09-23T17:23:00Z",
       "credentials": {"accesskey": "a", "secretkey": "hidden-hidden"},
       "request": {"method": "GET", "url": "https://example.com/x"},
       "expect": "reject", "reason": "missing-credential"}""";

  @TempDir private Path folder;

  @Test
  void read_takesTheSchemeAlsoFromBehindTheVectors() throws IOException {
    assertThat(
            read(
                "{\"vectors\": ["
                    + SIGN
                    + ","
                    + VERIFY
                    + "], \"source\": \"x\", \"scheme\": \"rmtrack\"}"))
        .allSatisfy(vector -> assertThat(vector.check()).isEmpty())
        .hasSize(2);
  }

  @Test
  void read_givesVectorsWithoutProfileTheDefault() throws IOException {
    Path file = write(file(SIGN));
    List<Profile> profiles = new ArrayList<>();
    VectorFile.read(file, SCHEMES, Profile.DEPLOYED, vector -> profiles.add(vector.profile()));

    assertThat(profiles).containsExactly(Profile.DEPLOYED);
  }

  @Test
  void check_namesTheStageThatDiffers() throws IOException {
    String vector =
        SIGN.replace(
            "\"stringToSign\": \"GET\\n/x",
            "\"signed\": {\"url\": \"https://example.com/x\", \"headers\":"
                + " {\"Authorization\": \"no\", \"X-None\": \"1\"}},"
                + " \"stringToSign\": \"POST\\n/x");

    assertThat(read(file(vector)).get(0).check())
        .extracting(Mismatch::what)
        .containsExactly("stringToSign", "signed.headers.Authorization", "signed.headers.X-None");
  }

  @Test
  void check_holdsTheReasonAgainstTheVerdict() throws IOException {
    List<Mismatch> mismatches =
        read(file(VERIFY.replace("missing-credential", "expired-timestamp"))).get(0).check();

    assertThat(mismatches.get(0).expected()).isEqualTo("reject expired-timestamp");
    assertThat(mismatches.get(0).actual()).startsWith("reject missing-credential (");
  }

  @Test
  void check_neverShowsASecret() throws IOException {
    String basic =
        SIGN.replaceAll("\"stringToSign.*", "\"signature\": \"x\"}")
            .replace("\"a\",", "\"a\", \"account\": \"b\",");
    List<Mismatch> mismatches =
        read(file(basic).replace("rmtrack", "ticketmatic-basic")).get(0).check();

    assertThat(mismatches).hasSize(1);
    assertThat(mismatches.get(0).actual()).contains("[redacted]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"scheme\": \"rmtrack\"}                    | lacks the field 'vectors'",
        "{\"vectors\": []}                            | lacks the field 'scheme'",
        "{\"scheme\": \"rmtrack\", \"source\": \"\"} | lacks the field 'vectors'",
        "{\"scheme\": \"rmtrack\", \"vectors\": []}   | holds no vector",
        "{\"scheme\": \"none\", \"vectors\": [1]}     | there is no scheme 'none'",
        "{\"scheme\": \"rmtrack\", \"vektors\": []}   | :1:23: unknown key 'vektors'",
        "{\"scheme\": \"a\", \"scheme\": \"b\"}       | stands here twice",
        "{\"scheme\": \"rmtrack\", \"vectors\": [{]}  | not well formed",
        "{\"scheme\": \"rmtrack\", \"vectors\": [     | not well formed",
        "[]                                           | is an object, and here is a list",
        "{\"scheme\": 5}                              | 'scheme' is text, and here is a number"
      })
  void read_saysWhatIsWrongWithAFile(String text, String message) throws IOException {
    assertWrong(text, message);
  }

  /** It is for people. */
  @Test
  void read_needsNoSource() throws IOException {
    assertThat(read(file(SIGN).replace("\"source\": \"here\", ", ""))).hasSize(1);
  }

  @Test
  void read_saysWhatIsWrongWithAVector() throws IOException {
    assertWrong(file(SIGN.replace("\"id\"", "\"idd\"")), "unknown key 'idd'");
    assertWrong(file(SIGN.replaceAll("\"id\": \"[^\"]*\"", "\"id\": \"\"")), "'id' is empty");
    assertWrong(file(SIGN.replace("\"sign\"", "\"sigm\"")), "did you mean 'sign'?");
    assertWrong(file(SIGN.replaceAll(",\n \"stringToSign.*", "}")), "expects nothing");
    assertWrong(file(SIGN.replaceAll("\"stringToSign.*", "\"signed\": {}}")), "expects nothing");
    assertWrong(
        file(SIGN.replaceAll("\"stringToSign.*", "\"signed\": {\"headers\": {}}}")),
        "'signed' expects nothing");
    for (String other : List.of("00", "00z", "00+00:00", "00+02:00")) {
      assertWrong(file(SIGN.replace("00Z", other)), "'time' is no point in time");
    }
    assertWrong(file(SIGN.replace("\"a\"", "5")), "'accesskey' is text");
    assertWrong(file(SIGN.replace("\"accesskey\"", "\"token\"")), "no credential 'token'");
    assertWrong(file(VERIFY.replace("reject", "accept")), "is accepted has a reason");
    assertWrong(file(VERIFY.replace("\"reason\"", "\"signature\"")), "unknown key 'signature'");
    assertWrong(file(VERIFY.replace("missing-credential", "no")), "'reason' cannot be 'no'");
  }

  @Test
  void read_needsNoMoreMemoryForMoreVectors() throws IOException {
    Path file = folder.resolve("many.json");
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(file(SIGN).replace("]}", ""));
      for (int i = 1; i < 20_000; i++) {
        out.write("," + SIGN);
      }
      out.write("]}");
    }
    AtomicInteger count = new AtomicInteger();
    VectorFile.read(file, SCHEMES, Profile.DOCUMENTED, vector -> count.incrementAndGet());

    assertThat(count).hasValue(20_000);
  }

  private static String file(String vector) {
    return "{\"scheme\": \"rmtrack\", \"source\": \"here\", \"vectors\": [" + vector + "]}";
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("v.json"), text);
  }

  private List<TestVector> read(String text) throws IOException {
    List<TestVector> vectors = new ArrayList<>();
    VectorFile.read(write(text), SCHEMES, Profile.DOCUMENTED, vectors::add);
    return vectors;
  }

  private void assertWrong(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hidden-hidden");
  }
}
