package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawMessageTest {
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void read_takesCrlfAndLf(String end) {
    HttpRequest request =
        read(
            String.join(
                end, "POST /x?b=2&a=1 HTTP/1.1", "Host: h:8", "A:  1 ", "a: 2", "", "b\r\n\n"));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).hasToString("https://h:8/x?b=2&a=1");
    assertThat(request.headers().values("a")).containsExactly("1", "2");
    assertThat(request.body()).isEqualTo(Octets.of("b\r\n\n"));
  }

  @Test
  void read_takesAnAbsoluteUrlAsItStands() {
    assertThat(read("GET http://h/%7e?x HTTP/1.1\n\n").url()).hasToString("http://h/%7e?x");
  }

  @Test
  void read_needsNoBlankLineWhereThereIsNoBody() {
    assertThat(read("GET / HTTP/1.1\nHost: h").body().isEmpty()).isTrue();
    assertThat(read("GET / HTTP/1.1\nHost: h\n").body().isEmpty()).isTrue();
    assertThat(read("GET / HTTP/1.1\nHost: h\n\n").body().isEmpty()).isTrue();
  }

  @Test
  void read_withoutContentLength_takesTheRestToTheByte() {
    assertThat(read("POST / HTTP/1.1\nHost: h\n\n{}\n").body()).isEqualTo(Octets.of("{}\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void read_withContentLength_leavesAnEditorsNewlineOut(String end) {
    assertThat(read("POST / HTTP/1.1\nHost: h\nContent-Length: 2\n\n{}" + end).body())
        .isEqualTo(Octets.of("{}"));
  }

  @Test
  void read_withContentLength_keepsANewlineThatIsCounted() {
    assertThat(read("POST / HTTP/1.1\nHost: h\nContent-Length: 3\n\n{}\n").body())
        .isEqualTo(Octets.of("{}\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "5", "-1", "x", "2.0", "99999999999", "0"})
  void read_refusesAContentLengthThatIsNotTheBodys(String length) {
    assertRefused(
        "POST / HTTP/1.1\nHost: h\nContent-Length: " + length + "\n\n{}\n\n",
        "f:1:1: in the request; Content-Length says " + length + " and the body has 4 bytes");
  }

  @Test
  void read_keepsABodyThatIsNoText() {
    byte[] head = "POST / HTTP/1.1\nHost: h\n\n".getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[head.length + 256];
    System.arraycopy(head, 0, message, 0, head.length);
    for (int i = 0; i < 256; i++) {
      message[head.length + i] = (byte) i;
    }

    byte[] body = RawMessage.read("f", message).body().toBytes();
    assertThat(body).hasSize(256).startsWith(0, 1, 2).endsWith(254, 255);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / | f:1:1: this is no request line; write METHOD, target and HTTP/1.1",
        "GET  / HTTP/1.1 | f:1:1: this is no request line",
        "GET / HTTP/1.1 x | f:1:1: this is no request line",
        "GET / FTP/1.1 | f:1:1: this is no request line",
        "hello | f:1:1: this is no request line",
        "G(T / HTTP/1.1\\nHost: h | f:1:1: in the request",
        "GET / HTTP/1.1 | f:1:1: in the request; the request names no host; add a Host header",
        "GET x HTTP/1.1\\nHost: h | f:1:1: in the request; 'x' is no absolute URL",
        "GET / HTTP/1.1\\nHost: h\\nno header | f:3:1: this is no header line",
        "GET / HTTP/1.1\\nHost: h\\n: x | f:3:1: this is no header line",
        "GET / HTTP/1.1\\nHost: h\\nA: b\\n  c: d | f:4:1: a header line begins with white space",
        "GET / HTTP/1.1\\nHost: h\\nA b: c | f:3:1: this header cannot be; 'A b' is no header name",
        "POST / HTTP/1.1\\nHost: h\\nTransfer-Encoding: chunked\\n\\n0 | f:1:1: in the request",
      })
  void read_refusesWhatIsNoRequest_andSaysWhere(String message, String problem) {
    assertRefused(message.replace("\\n", "\n"), problem);
  }

  @Test
  void read_refusesAHeadThatIsNotUtf8() {
    byte[] message = "GET / HTTP/1.1\nHost: h\nA: \u00e9\n\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> RawMessage.read("f", message))
        .withMessage("f:3:1: this line is not UTF-8; only the body may hold other bytes");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void write_isReadBackAsTheSameRequest(@ForAll("requests") HttpRequest request) {
    HttpRequest read = RawMessage.read("f", RawMessage.write(request).toBytes());

    assertThat(read.method()).isEqualTo(request.method());
    assertThat(read.target()).isEqualTo(request.target());
    assertThat(read.authority()).isEqualTo(request.authority());
    assertThat(read.body()).isEqualTo(request.body());
    assertThat(read.headers().without("Host").without("Content-Length"))
        .isEqualTo(request.headers());
  }

  @Provide
  Arbitrary<HttpRequest> requests() {
    Arbitrary<String> targets =
        Arbitraries.strings().withChars("a/%2F?&=+\u00e9").ofMaxLength(12).map(text -> "/" + text);
    Arbitrary<Headers> headers =
        Combinators.combine(
                Arbitraries.of("A", "a", "B", "x-c"), Arbitraries.of("", "x  y", "\u00e9:,"))
            .as(Header::new)
            .list()
            .ofMaxSize(4)
            .map(Headers::new);
    Arbitrary<Octets> bodies =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(Octets::of);
    return Combinators.combine(Arbitraries.of("GET", "post", "M-SEARCH"), targets, headers, bodies)
        .as(
            (method, target, fields, body) ->
                new HttpRequest(method, RequestUrl.parse("https://h:8443" + target), fields, body));
  }

  @Test
  void write_addsHostAndLengthOnlyWhereTheyAreMissing() {
    HttpRequest bare =
        HttpRequest.get("https://h:8/x").withMethod("PUT").withBody(Octets.of("\u00e9"));

    assertThat(RawMessage.write(bare).text())
        .isEqualTo("PUT /x HTTP/1.1\r\nHost: h:8\r\nContent-Length: 2\r\n\r\n\u00e9");
    assertThat(
            RawMessage.write(
                    bare.withHeaders(
                        new Headers(
                            List.of(new Header("content-length", "2"), new Header("HOST", "i")))))
                .text())
        .isEqualTo("PUT /x HTTP/1.1\r\ncontent-length: 2\r\nHOST: i\r\n\r\n\u00e9");
  }

  private static HttpRequest read(String message) {
    return RawMessage.read("f", message.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String message, String problem) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(message))
        .withMessageStartingWith(problem)
        .withMessageMatching("(?s)f:\\d+:\\d+: .+; .+");
  }
}
