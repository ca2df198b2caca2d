package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Documents;
import io.countersign.document.InputException;
import java.io.IOException;
import java.io.StringWriter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestJsonTest {
  @Test
  void read_takesEverythingAsWritten() {
    HttpRequest request =
        read(
            """
            {"method": "POST", "url": "https://h/x?b=2&a=%7e",
             "headers": {"A": "1", "B": ["2", " 3 "], "a": "4"}, "body": "caf\u00e9"}\
            """);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).hasToString("https://h/x?b=2&a=%7e");
    assertThat(request.headers().values("a")).containsExactly("1", "4");
    assertThat(request.headers().values("B")).containsExactly("2", "3");
    assertThat(request.body()).isEqualTo(Octets.of("caf\u00e9"));
  }

  @Test
  void read_needsMethodAndUrlOnly() {
    HttpRequest request = read("{\"method\": \"GET\", \"url\": \"https://h\"}");

    assertThat(request).isEqualTo(HttpRequest.get("https://h"));
  }

  @Test
  void read_takesBytesAsBase64() {
    assertThat(
            read("{\"method\":\"GET\",\"url\":\"https://h\",\"bodyBase64\":\"/wA=\"}")
                .body()
                .toBytes())
        .containsExactly(0xFF, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'url':'https://h'} | f:1:1: a request lacks the field 'method'",
        "{'method':'GET'} | f:1:1: a request lacks the field 'url'",
        "{'method':'GET','uri':'https://h'} | f:1:17: unknown key 'uri' in a request; did you mean"
            + " 'url'?",
        "{'method':'GET','url':'/x'} | f:1:1: in this request; '/x' is no absolute URL",
        "{'method':'G T','url':'https://h'} | f:1:1: in this request; 'G T' is no HTTP method",
        "{'method':1,'url':'https://h'} | f:1:11: 'method' is text, and here is a number",
        "{'method':'GET','url':'https://h','headers':[]} | f:1:45: headers is a mapping, and here"
            + " is",
        "{'method':'GET','url':'https://h','headers':{'A':1}} | f:1:50: 'A' is text",
        "{'method':'GET','url':'https://h','headers':{'A B':'c'}} | f:1:1: in this request; 'A B'"
            + " is no",
        "{'method':'GET','url':'https://h','body':'','bodyBase64':''} | f:1:1: a request has both",
        "{'method':'GET','url':'https://h','bodyBase64':'*'} | f:1:48: bodyBase64 is not base64",
        "[] | f:1:1: a request is a mapping, and here is a list",
      })
  void read_refusesAnotherForm_andSaysWhere(String json, String problem) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(json.replace('\'', '"')))
        .withMessageStartingWith(problem);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void write_isReadBackAsTheSameRequest(@ForAll("requests") HttpRequest request)
      throws IOException {
    HttpRequest read = read(write(request));

    assertThat(read.url()).isEqualTo(request.url());
    assertThat(read.body()).isEqualTo(request.body());
    assertThat(read.headers().values("A")).isEqualTo(request.headers().values("A"));
    assertThat(read.headers().values("B")).isEqualTo(request.headers().values("B"));
  }

  @Provide
  Arbitrary<HttpRequest> requests() {
    return new RawMessageTest().requests();
  }

  @Test
  void write_writesBytesThatAreNoTextAsBase64() throws IOException {
    assertThat(write(HttpRequest.get("https://h").withBody(Octets.of(new byte[] {(byte) 0xFF}))))
        .isEqualTo(
            "{\"method\":\"GET\",\"url\":\"https://h\",\"headers\":{},\"bodyBase64\":\"/w==\"}");
  }

  private static HttpRequest read(String json) {
    return RequestJson.read(Documents.readJson("f", json));
  }

  private static String write(HttpRequest request) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      RequestJson.write(request, json);
    }
    return text.toString();
  }
}
