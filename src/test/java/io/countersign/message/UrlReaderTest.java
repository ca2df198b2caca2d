package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrlReaderTest {
  private static final List<String> URLS =
      List.of(
          "https://example.com/x?y=1",
          "https://example.com/",
          "https://example.com",
          "https://example.com?x",
          "https://example.com:8080/x",
          "https://example.co/x",
          "http://example.com/x",
          "HTTPS://example.com/x",
          "https://example.com/\u00e4?\u20ac=\ud83d\ude00",
          "https://ex\u00e4mple.com/x",
          "https://example.com/x??y/z",
          "https://a\ud800b/x",
          "https://a?b/x",
          "https://a/b?x");

  private static final List<String> REFUSED =
      List.of(
          "",
          "x",
          "ftp://example.com/x",
          "https://",
          "https:///x",
          "https://example.com/a b",
          "https://example.com/a\u007f",
          "https://example.com/a#b",
          "https://example.com@evil.example/x",
          "https://example.com\t/x");

  @Test
  void read_isTheSameAsParse_whateverWasReadBefore() {
    for (String before : URLS) {
      for (String url : URLS) {
        UrlReader reader = new UrlReader();
        read(reader, before);

        assertThat(read(reader, url)).isEqualTo(RequestUrl.parse(url));
        assertThat(read(reader, url).pathOctets()).isEqualTo(RequestUrl.parse(url).pathOctets());
      }
    }
  }

  @Test
  void read_refusesTheSameAsParse() {
    for (String before : URLS) {
      for (String url : REFUSED) {
        UrlReader reader = new UrlReader();
        read(reader, before);

        assertThatThrownBy(() -> RequestUrl.parse(url)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read(reader, url)).isInstanceOf(InputException.class);
      }
    }
  }

  /** Among other characters. */
  private static RequestUrl read(UrlReader reader, String url) {
    return reader.read(("/" + url + "/").toCharArray(), 1, url.length());
  }
}
