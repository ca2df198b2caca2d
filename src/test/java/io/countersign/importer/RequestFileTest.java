package io.countersign.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestFileTest {
  private static final String JSON =
      "{\"method\":\"POST\",\"url\":\"https://h/\",\"body\":\"\u00e9\"}";

  private static final String JSON_OF_HAR =
      "{\"method\":\"GET\",\"url\":\"https://h/\",\"headers\":[]}";

  @ParameterizedTest
  @ValueSource(strings = {"POST / HTTP/1.1\nHost: h\n\n\u00e9", JSON, " \n\t" + JSON + "\n"})
  void read_tellsARawMessageFromJsonByItsFirstCharacter(String text) {
    HttpRequest request = RequestFile.read("f", text.getBytes(StandardCharsets.UTF_8));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url().toString()).startsWith("https://h/");
    assertThat(request.body()).isEqualTo(Octets.of("\u00e9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\nHost: h\n\n\u00e9",
        JSON,
        "curl https://h/ -d \u00e9",
        "{\"log\":{\"entries\":[{\"request\":" + JSON_OF_HAR + "}]}}"
      })
  void read_passesOverAByteOrderMark(String text) {
    HttpRequest request = RequestFile.read("f", text.getBytes(StandardCharsets.UTF_8));

    assertThat(RequestFile.read("f", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(request);
  }

  @Test
  void read_refusesHalfACharacter_ratherThanSignAnotherBody() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestFile.read("f", JSON.replace("\u00e9", "\\ud83d").getBytes(UTF_8)))
        .withMessageStartingWith("f:1:44: 'body' holds half a surrogate pair");
    assertThat(
            RequestFile.read("f", JSON.replace("\u00e9", "\\ud83d\\ude00").getBytes(UTF_8)).body())
        .isEqualTo(Octets.of("\ud83d\ude00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\ufeff"})
  void read_refusesNothing(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestFile.read("f", text.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("f:1:1: there is no request here; give a raw HTTP/1.1 message");
  }

  @Test
  void read_refusesJsonThatIsNotUtf8_ratherThanSignAnotherBody() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestFile.read("f", JSON.getBytes(StandardCharsets.ISO_8859_1)))
        .withMessage("f:1:1: the request object is not UTF-8 text; save it as UTF-8");
  }
}
