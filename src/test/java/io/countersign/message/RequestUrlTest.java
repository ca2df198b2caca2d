package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestUrlTest {
  @Property
  void parse_keepsEveryCharacter(@ForAll("urls") String url) {
    assertThat(RequestUrl.parse(url)).hasToString(url);
  }

  @Property
  void target_isWhatFollowsTheAuthority(@ForAll("urls") String url) {
    RequestUrl parsed = RequestUrl.parse(url);
    String rest = url.substring(parsed.scheme().length() + 3 + parsed.authority().length());

    assertThat(parsed.target()).isEqualTo(rest.startsWith("/") ? rest : "/" + rest);
    assertThat(parsed.withTarget(rest)).isEqualTo(parsed);
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> schemes = Arbitraries.of("http", "https", "HTTPS", "Http");
    Arbitrary<String> hosts =
        Arbitraries.of("a", "API.example.com", "[::1]", "127.0.0.1", "xn--caf-dma.example")
            .flatMap(host -> Arbitraries.of("", ":80", ":65535", ":").map(port -> host + port));
    Arbitrary<String> characters =
        Arbitraries.strings()
            .withChars("abzAZ09-._~%2F%2f%41%zz!$&'()*+,;=:@/?[]{}|\\^`\"<>\u00e9\u20ac")
            .ofMaxLength(30);
    return Combinators.combine(
            schemes, hosts, Arbitraries.of("", "/", "?", "//", "/../."), characters)
        .as(
            (scheme, host, start, rest) ->
                scheme + "://" + host + start + (start.isEmpty() ? "" : rest));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h, h, /, ",
    "https://h/, h, /, ",
    "https://h/?, h, /, ''",
    "https://h?a=b, h, /, a=b",
    "https://h/x/../y?a?b=/c, h, /x/../y, a?b=/c",
    "https://h:8080//x%2Fy, h:8080, //x%2Fy, ",
    "http://[::1]:80/x, [::1]:80, /x, ",
  })
  void parse_cutsAtTheFirstSlashAndQuestionMark(
      String url, String authority, String path, String query) {
    RequestUrl parsed = RequestUrl.parse(url);

    assertThat(parsed.authority()).isEqualTo(authority);
    assertThat(parsed.path()).isEqualTo(path);
    assertThat(parsed.rawQuery()).isEqualTo(Optional.ofNullable(query));
  }

  @Test
  void changes_keepTheRest() {
    RequestUrl url = RequestUrl.parse("https://h:1/a?b");

    assertThat(url.withQuery(Optional.empty())).hasToString("https://h:1/a");
    assertThat(url.withQuery(Optional.of(""))).hasToString("https://h:1/a?");
    assertThat(url.withAuthority("x")).hasToString("https://x/a?b");
    assertThat(url.withTargetOf(RequestUrl.parse("http://other/?"))).hasToString("https://h:1/?");
    assertThat(url.withPath("/c?d").path()).isEqualTo("/c?d");
    assertThat(url.withPath("/c?d").rawQuery()).contains("b");
    assertThat(url.withPath("/c?d")).isNotEqualTo(url.withTarget("/c?d?b"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h, https://h?p=1",
    "https://h/x, https://h/x?p=1",
    "https://h/x?, https://h/x?p=1",
    "https://h/x?a, https://h/x?a&p=1",
    "https://h/x?a&, https://h/x?a&&p=1",
  })
  void growing_putsThemBehindTheOthers(String url, String longer) {
    assertThat(RequestUrl.parse(url).growing(3).plus(out -> out.append("p=1")))
        .isEqualTo(RequestUrl.parse(longer))
        .hasToString(longer);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 100})
  void growing_leavesEarlierStagesAsTheyWere(int room) {
    RequestUrl start = RequestUrl.parse("https://h/x");
    RequestUrl.Growing growing = start.growing(room);
    RequestUrl one = growing.plus(out -> out.append("a=1"));
    RequestUrl two = growing.plus(out -> out.append("b=2"));
    assertThat(start).hasToString("https://h/x");
    assertThat(one).hasToString("https://h/x?a=1").isEqualTo(RequestUrl.parse("https://h/x?a=1"));
    assertThat(two).hasToString("https://h/x?a=1&b=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/x",
        "h/x",
        "//h/x",
        "ftp://h/x",
        "https:/h",
        "https//h",
        "https://",
        "https:///x",
        "https://?x",
        "https://:80/x",
        "https://h/a b",
        "https://h/\tx",
        "https://h/x\n",
        "https://h/\u007f",
        "https://h/\0",
        "https://h/x#y",
        "https://user:pass@h/x",
        " https://h",
      })
  void parse_refusesWhatCannotBeSent(String url) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestUrl.parse(url))
        .withMessageMatching("(?s).+; .+");
  }

  @Test
  void parse_saysWhereAUrlCannotBeSent() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestUrl.parse("https://h/a b"))
        .withMessageContaining("at position 12")
        .withMessageContaining("percent-encode it");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestUrl.parse("https://h/a#b"))
        .withMessageContaining("'#' at position 12")
        .withMessageContaining("write %23");
  }

  @Test
  void parse_doesNotRepeatAPassword() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RequestUrl.parse("https://user:hunter2@h/"))
        .withMessageNotContaining("hunter2");
  }
}
