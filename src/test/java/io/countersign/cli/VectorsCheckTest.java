package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsCheckTest {
  private static final String VECTOR =
      """
      {"id": "one", "op": "sign", "time": "2014-09-23T17:23:00Z",
       "credentials": {"token": "abc", "secret": "xyz"},
       "request": {"method": "GET",
                   "url": "https://api.ticketevolution.com/v9/brokerages?per_page=1&page=1"},
       "signature": "%s"}
      """;
  private static final String RIGHT =
      VECTOR.formatted("n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE=");
  private static final String WRONG = VECTOR.formatted("abc");

  @TempDir private Path folder;

  @Test
  void check_countsAtTheEnd() throws IOException {
    Run run = Run.of("vectors", "check", file(RIGHT, RIGHT));

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("2 passed, 0 failed\n");
  }

  @Test
  void check_showsExpectedAndActual() throws IOException {
    Run run = Run.of("vectors", "check", file(RIGHT, WRONG));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAILED", " one", "  signature", "expected  abc", "actual    n+kyuaIJ")
        .endsWith("1 passed, 1 failed\n");
  }

  @Test
  void check_json_isOneObject() throws IOException {
    Run run = Run.of("vectors", "check", "--json", file(WRONG));
    Fields sum = Fields.open(Documents.readJson("out", run.out()), "a sum");

    assertThat(run.status()).isEqualTo(1);
    assertThat(sum.names()).containsExactly("failures", "passed", "failed");
  }

  @Test
  void check_leavesOutAJsonSchemaAndSaysSo() throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("schema.json"),
            "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": 5}");
    Run run = Run.of("vectors", "check", schema.toString(), file(RIGHT));

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("is a JSON Schema and was left out");
    assertThat(Run.of("vectors", "check", schema.toString()).status()).isEqualTo(2);
  }

  /** Else what is behind the mistake would be neither right nor wrong. */
  @Test
  void check_goesOnBehindAWrongFile() throws IOException {
    String right = file(RIGHT, WRONG);
    Path other =
        Files.writeString(folder.resolve("a.json"), "{\n \"scheme\": \"nope\", \"vectors\": []}");

    Run run = Run.of("vectors", "check", other.toString(), right);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(other + ":2:12: there is no scheme 'nope'");
    assertThat(run.out()).endsWith("\nfiles not read to their end: 1\n1 passed, 1 failed\n");
  }

  @Test
  void check_json_saysWhatWasNotRead() throws IOException {
    Run run = Run.of("vectors", "check", "--json", file(RIGHT), "none.json");
    Fields sum = Fields.open(Documents.readJson("out", run.out()), "a sum");

    assertThat(run.status()).isEqualTo(2);
    assertThat(sum.names()).containsExactly("failures", "passed", "failed", "errors");
    assertThat(run.err()).contains("none.json");
  }

  private String file(String... vectors) throws IOException {
    String text =
        "{\"scheme\": \"ticketevolution\", \"source\": \"here\", \"vectors\": ["
            + String.join(",", vectors)
            + "]}";
    return Files.writeString(folder.resolve("vectors.json"), text).toString();
  }
}
