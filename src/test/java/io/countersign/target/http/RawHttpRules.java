package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class RawHttpRules {
  private final RawHttp http;

  RawHttpRules(HttpSender sender) {
    this.http = RawHttp.by(sender, Limits.DEFAULT, Trust::platform);
  }

  @AfterEach
  void close() {
    http.close();
  }

  private String sent(HttpRequest request, int body) throws Exception {
    BlockingQueue<byte[]> heads = TinyServer.queue();
    try (TinyServer server = TinyServer.recording(heads, body)) {
      Reply reply = http.send(request, RequestUrl.parse(server.url()));
      assertThat(reply).isInstanceOf(Reply.Answer.class);
      return new String(heads.take(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a%20b+c%2Bd",
        "/~%7e%7E",
        "//",
        "//a//b",
        "/a/../b",
        "/../",
        "/./",
        "/%c3%a9%C3%A9",
        "/é?ü=€",
        "/x?b=2&a=1&a=0&&=",
        "/x?",
        "/x??",
        "/a|b\"<>\\^`{}[]",
        "/100%",
        "/x?a=%zz",
        "/;p?;",
        "*",
        "/:8080/@",
        "/x?http://y/?z",
        "/{a}/{b}?{c}"
      })
  void target_leavesAsGiven(String target) throws Exception {
    HttpRequest request = HttpRequest.get("https://api.example.com:8443").withTarget(target);
    assertThat(sent(request, 0))
        .isEqualTo("GET " + target + " HTTP/1.1\r\nHost: api.example.com:8443\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "get", "POST", "PATCH", "OPTIONS", "HEAD", "Frob-Nicate"})
  void method_leavesAsGiven(String method) throws Exception {
    HttpRequest request = HttpRequest.get("https://api.example.com/x").withMethod(method);
    assertThat(sent(request, 0)).startsWith(method + " /x HTTP/1.1\r\n");
  }

  @Test
  void headersAndBody_leaveAsGiven() throws Exception {
    HttpRequest request =
        new HttpRequest(
            "POST",
            RequestUrl.parse("http://h/x"),
            new Headers(
                List.of(
                    new Header("x-B", "2"),
                    new Header("hOst", "api.example.com"),
                    new Header("X-a", "ü  €"),
                    new Header("X-A", ""),
                    new Header("content-type", "application/json"),
                    new Header("X-a", "1"))),
            Octets.of("{\"é\":\r\n1}"));
    assertThat(sent(request, 10))
        .isEqualTo(
            "POST /x HTTP/1.1\r\nx-B: 2\r\nhOst: api.example.com\r\nX-a: ü  €\r\nX-A: \r\n"
                + "content-type: application/json\r\nX-a: 1\r\nContent-Length: 10\r\n\r\n"
                + "{\"é\":\r\n1}");
  }

  @Test
  void connection_isUsedAgain() throws Exception {
    BlockingQueue<byte[]> ports = TinyServer.queue();
    try (TinyServer server =
        TinyServer.start(
            socket -> {
              ports.add(new byte[0]);
              while (true) {
                TinyServer.readHead(socket.getInputStream());
                TinyServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
              }
            })) {
      for (int i = 0; i < 5; i++) {
        assertThat(http.send(HttpRequest.get(server.url()))).isInstanceOf(Reply.Answer.class);
      }
      assertThat(ports).hasSize(1);
    }
  }

  @Test
  void connectionThatTheServerClosed_isNotUsedAgain() throws Exception {
    try (TinyServer server =
        TinyServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      for (int i = 0; i < 20; i++) {
        assertThat(http.send(HttpRequest.get(server.url()))).isInstanceOf(Reply.Answer.class);
      }
    }
  }

  @Test
  void send_servesManyThreadsAtOnce() throws Exception {
    try (TinyServer server =
        TinyServer.start(
            socket -> {
              while (true) {
                String head =
                    new String(
                        TinyServer.readHead(socket.getInputStream()), StandardCharsets.UTF_8);
                String target = head.substring(4, head.indexOf(' ', 4));
                TinyServer.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
              }
            })) {
      assertThat(
              IntStream.range(0, 200)
                  .parallel()
                  .mapToObj(i -> HttpRequest.get(server.url() + "/" + i))
                  .allMatch(
                      request ->
                          http.send(request) instanceof Reply.Answer answer
                              && answer.body().text().equals(request.target())))
          .isTrue();
    }
  }
}
