package io.countersign.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HarFileTest {
  private static final String GET =
      "{\"startedDateTime\":\"2024-12-04T14:55:06Z\",\"request\":{\"method\":\"GET\","
          + "\"url\":\"https://h/a?x=%41&token=1#top\",\"httpVersion\":\"h2\",\"headers\":["
          + "{\"name\":\":authority\",\"value\":\"other\"},{\"name\":\":path\",\"value\":\"/a\"},"
          + "{\"name\":\"x-a\",\"value\":\"1\"},{\"name\":\"X-A\",\"value\":\"2\"}],"
          + "\"queryString\":[],\"headersSize\":-1,\"bodySize\":0},\"response\":{}}";
  private static final String POST =
      "{\"request\":{\"method\":\"POST\",\"url\":\"https://h/b\",\"headers\":[],"
          + "\"postData\":{\"mimeType\":\"text/plain\",\"text\":\"é\\r\\n\"}}}";

  private static HttpRequest read(int entry, String... entries) {
    String har = "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", entries) + "]}}";
    return RequestFile.read(
        "f.har",
        har.getBytes(StandardCharsets.UTF_8),
        entry == 0 ? OptionalInt.empty() : OptionalInt.of(entry));
  }

  @Test
  void read_takesTheOnlyEntryToTheByte() {
    HttpRequest request = read(0, GET);

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target()).isEqualTo("/a?x=%41&token=1");
    assertThat(request.authority()).isEqualTo("other");
    assertThat(request.headers().values("x-a")).containsExactly("1", "2");
  }

  @Test
  void read_takesTheEntryThatIsNamed() {
    assertThat(read(2, GET, POST).body()).isEqualTo(Octets.of("é\r\n"));
  }

  @Test
  void read_takesABodyInBase64() {
    String encoded =
        POST.replace("\"text\":\"é\\r\\n\"", "\"text\":\"/wA=\",\"encoding\":\"base64\"");
    assertThat(read(1, encoded).body()).isEqualTo(Octets.of(new byte[] {-1, 0}));
  }

  @Test
  void read_listsTheEntriesWhereItHasToKnow_withoutTheirQueries() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(0, GET, POST))
        .withMessageEndingWith(
            "the HAR file holds 2 requests; choose one with --entry: 1 GET https://h/a, 2 POST"
                + " https://h/b");
  }

  @Test
  void read_refusesAnEntryThatIsNotThere() {
    for (int wrong : new int[] {-1, 3}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> read(wrong, GET, POST))
          .withMessageContaining("no entry " + wrong + "; it has those from 1 to 2");
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(0))
        .withMessageContaining("holds no entry");
  }

  @Test
  void read_refusesABodyThatIsNotThere() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                read(
                    0,
                    POST.replace(
                        "\"text\":\"é\\r\\n\"", "\"params\":[{\"name\":\"a\",\"value\":\"1\"}]")))
        .withMessageContaining("only its fields");
  }

  @Test
  void read_refusesAnEntryOfWhatHasNone() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                RequestFile.read(
                    "f",
                    "GET http://h/ HTTP/1.1\n\n".getBytes(StandardCharsets.UTF_8),
                    OptionalInt.of(1)))
        .withMessageContaining("only a HAR file has entries");
  }
}
