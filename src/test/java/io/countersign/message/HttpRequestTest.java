package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRequestTest {
  @ParameterizedTest
  @CsvSource({
    "h, h",
    "h:80, h",
    "h:, h",
    "[::1], [::1]",
    "[::1]:80, [::1]",
    "API.Example.com:1, API.Example.com"
  })
  void host_isTheAuthorityWithoutItsPort(String authority, String host) {
    assertThat(HttpRequest.get("https://" + authority + "/").host()).isEqualTo(host);
  }

  @Test
  void authority_isThatOfTheHostHeader_sinceThatIsSent() {
    HttpRequest request =
        HttpRequest.get("http://127.0.0.1:8080/x").withHeader("host", "a.example:1");

    assertThat(request.authority()).isEqualTo("a.example:1");
    assertThat(request.host()).isEqualTo("a.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET ", "G T", "GET\r\nX: y", "G\u00c9T", "GET/"})
  void method_isAToken(String method) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> HttpRequest.get("https://h/").withMethod(method))
        .withMessageContaining("is no HTTP method");
  }

  @Test
  void method_keepsItsLetterCase() {
    assertThat(HttpRequest.get("https://h/").withMethod("get").method()).isEqualTo("get");
  }

  @Test
  void requests_areEqualByAllThatIsSent() {
    HttpRequest request = HttpRequest.get("https://h/x").withHeader("A", "1");

    assertThat(request)
        .isEqualTo(HttpRequest.get("https://h/x").withHeader("A", "1").withBody(Octets.EMPTY))
        .hasSameHashCodeAs(HttpRequest.get("https://h/x").withHeader("A", "1"))
        .isNotEqualTo(request.withMethod("PUT"))
        .isNotEqualTo(request.withTarget("/y"))
        .isNotEqualTo(request.withHeader("A", "1"))
        .isNotEqualTo(request.withBody(Octets.of("b")));
  }

  @Test
  void host_isThatOfTheUrlWhateverElseIsChanged() {
    RequestUrl url = RequestUrl.parse("https://h:1/x?y");

    for (RequestUrl one :
        List.of(
            url.withTarget("/z"),
            url.withPath("/z"),
            url.withQuery(Optional.empty()),
            url.growing(1).plus(out -> out.append("z")))) {
      HttpRequest request = HttpRequest.get("https://other/").withUrl(one);
      assertThat(request.host()).isEqualTo("h");
      assertThat(request.authority()).isEqualTo("h:1");
    }
    assertThat(HttpRequest.get("https://other/").withUrl(url.withAuthority("i:2")).host())
        .isEqualTo("i");
  }
}
