package io.countersign.target.vendor;

import static io.countersign.target.Samples.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RawMessage;
import io.countersign.target.Samples;
import io.countersign.verify.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockVendorTest {
  private static final BlockingQueue<Exchange> SEEN = new LinkedBlockingQueue<>();
  private static MockVendor vendor;

  @BeforeAll
  static void start() {
    vendor =
        MockVendor.start(
            MockVendor.Settings.of(
                    List.of(Samples.registration("ticketevolution")), InstantSource.fixed(NOW))
                .withRevision(Samples.seenBy(SEEN)));
  }

  @AfterAll
  static void stop() {
    vendor.close();
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static String send(byte[] message) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", vendor.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(message);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpRequest seen(String head, byte[] body) throws Exception {
    byte[] start =
        (head + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] message = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, message, start.length, body.length);
    send(message);
    return SEEN.take().request();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "//a//b/",
        "/a/../b",
        "/../a",
        "/a/./b",
        "/%2e%2E/x",
        "/%c3%a9%7e",
        "/x?",
        "/x??",
        "/x?b=2&a=1&a=0&&=",
        "/x?a=%zz",
        "/100%",
        "/a|b\"<>\\^`{}",
        "/é?ü=€",
        "/a;b=c?d;e",
        "*",
        "/a%00b",
        "/a%2Fb+c%20d",
        "/__admin/mappings",
        "/__files/x",
        "/:8080/@",
        "/x?http://y/?z"
      })
  void target_arrivesAsSent(String target) throws Exception {
    HttpRequest seen = seen("GET " + target + " HTTP/1.1\r\nHost: h\r\n", new byte[0]);
    assertThat(seen.target()).isEqualTo(target);
    assertThat(seen.authority()).isEqualTo("h");
  }

  @Test
  void headersArriveAsSent_withCaseAndRepetition() throws Exception {
    HttpRequest seen =
        seen(
            "gEt / HTTP/1.1\r\nhOST: h\r\nX-a: 1\r\nx-A: ü  2 \r\naccept: */*\r\nE:\r\n",
            new byte[0]);
    assertThat(seen.method()).isEqualTo("gEt");
    assertThat(RawMessage.write(seen).text())
        .startsWith("gEt / HTTP/1.1\r\nhOST: h\r\nX-a: 1\r\nx-A: ü  2\r\naccept: */*\r\nE: \r\n");
  }

  /** What stands in a header may be signed, whatever encoding it is in. */
  @Test
  void headersArriveAsSent_whereTheyAreNotUtf8() throws Exception {
    byte[] value = {'c', 'a', 'f', (byte) 0xE9};
    byte[] head = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-A: ".getBytes(US_ASCII);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(head);
    message.write(value);
    message.write("\r\n\r\n".getBytes(US_ASCII));
    send(message.toByteArray());
    HttpRequest seen = SEEN.take().request();

    assertThat(seen.headers().all().get(2).octets()).isEqualTo(Octets.of(value));
    assertThat(RawMessage.write(seen)).isEqualTo(Octets.of(message.toByteArray()));
  }

  @Test
  void bodyArrivesAsSent_evenIfItLooksZipped() throws Exception {
    byte[] body = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff, 13, 10};
    HttpRequest seen = seen("POST / HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\n", body);
    assertThat(seen.body()).isEqualTo(Octets.of(body));
  }

  @Test
  void absoluteTarget_isTakenApart() throws Exception {
    HttpRequest seen = seen("GET http://h:81//x?y HTTP/1.1\r\nHost: h:81\r\n", new byte[0]);
    assertThat(seen.url()).hasToString("http://h:81//x?y");
  }

  @Test
  void answer_isThatOfTheScheme() throws Exception {
    HttpRequest signed = Samples.signedFirst("ticketevolution").withHeader("Connection", "close");
    String answer = send(RawMessage.write(signed).toBytes());
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nDate: Wed, 04 Dec 2024 14:55:06 GMT\r\n")
        .contains("\r\nContent-Type: application/json; charset=utf-8\r\n")
        .endsWith("\"brokerages\":[{\"id\":\"2\",\"name\":\"Golden Tickets\"}]}");
    assertThat(SEEN.take().verdict().orElseThrow().isAccepted()).isTrue();
  }

  /** Clients of some systems set their clock by it. */
  @Test
  void capturing_datesItsAnswers() throws Exception {
    Instant now = Instant.parse("2026-11-23T16:30:00Z");
    try (MockVendor server = MockVendor.capturing(request -> {}, () -> now)) {
      HttpURLConnection call =
          (HttpURLConnection) URI.create(server.url() + "/x").toURL().openConnection();
      assertThat(call.getResponseCode()).isEqualTo(200);
      assertThat(Instant.ofEpochMilli(call.getDate())).isEqualTo(now);
    }
  }

  @Test
  void refusal_isA401() throws Exception {
    HttpRequest other =
        Samples.signedFirst("ticketevolution").withMethod("PUT").withHeader("Connection", "close");
    assertThat(send(RawMessage.write(other).toBytes()))
        .startsWith("HTTP/1.1 401 Unauthorized\r\n")
        .endsWith("{\"error\":\"Unauthorized: signature-mismatch\"}");
    assertThat(SEEN.take().verdict().orElseThrow()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void malformedRequest_isA400_andNobodyIsTold() throws Exception {
    byte[] message =
        "GET http:// HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(send(message)).startsWith("HTTP/1.1 400 ");
    assertThat(SEEN).isEmpty();
  }
}
