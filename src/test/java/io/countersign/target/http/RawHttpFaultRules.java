package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.countersign.message.HttpRequest;
import io.countersign.target.http.Reply.Fault.Kind;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that misbehave: each request ends within its time, as an answer or a typed fault. */
@Timeout(20)
abstract class RawHttpFaultRules {
  private final RawHttp http;

  RawHttpFaultRules(HttpSender sender) {
    this.http =
        RawHttp.by(sender, Limits.DEFAULT.withTimeout(Duration.ofSeconds(1)), Trust::platform);
  }

  @AfterEach
  void close() {
    http.close();
  }

  private Reply reply(TinyServer.Behaviour behaviour) throws Exception {
    try (TinyServer server =
        TinyServer.start(
            socket -> {
              TinyServer.readHead(socket.getInputStream());
              behaviour.serve(socket);
            })) {
      return http.send(HttpRequest.get(server.url() + "/x"));
    }
  }

  private Reply reply(String answer) throws Exception {
    return reply(socket -> TinyServer.write(socket, answer));
  }

  private static void assertFault(Reply reply, Kind kind) {
    assertThat(reply).isInstanceOf(Reply.Fault.class);
    assertThat(((Reply.Fault) reply).kind()).as(reply.toString()).isEqualTo(kind);
  }

  private static void assertFault(Reply reply, Kind kind, String what) {
    assertThat(reply).isEqualTo(new Reply.Fault(kind, what));
  }

  private static Reply.Answer assertAnswer(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Answer.class);
    return (Reply.Answer) reply;
  }

  @Test
  void nobodyListens_isRefused() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertFault(http.send(HttpRequest.get("http://127.0.0.1:" + port)), Kind.REFUSED);
  }

  @Test
  void unknownHost_isUnreachable() {
    // A resolver may take its time to say so.
    assertThat(http.send(HttpRequest.get("http://host.invalid/")))
        .asInstanceOf(type(Reply.Fault.class))
        .extracting(Reply.Fault::kind)
        .isIn(Kind.UNREACHABLE, Kind.TIME_OUT);
  }

  @Test
  void silence_isATimeOut() throws Exception {
    assertFault(reply(socket -> Thread.sleep(10_000)), Kind.TIME_OUT);
  }

  @Test
  void drippingHead_isATimeOut() throws Exception {
    long start = System.nanoTime();
    assertFault(
        reply(
            socket -> {
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\nX: ");
              while (true) {
                TinyServer.write(socket, "x");
                Thread.sleep(100);
              }
            }),
        Kind.TIME_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void drippingBody_isATimeOut() throws Exception {
    assertFault(
        reply(
            socket -> {
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              while (true) {
                TinyServer.write(socket, "x");
                Thread.sleep(100);
              }
            }),
        Kind.TIME_OUT);
  }

  @Test
  void endlessInterimAnswers_areATimeOut() throws Exception {
    assertFault(
        reply(
            socket -> {
              while (true) {
                TinyServer.write(socket, "HTTP/1.1 100 Continue\r\n\r\n");
                Thread.sleep(20);
              }
            }),
        Kind.TIME_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 9999999999", "Transfer-Encoding: chunked", "X: y"})
  void endlessBody_isTooBig(String framing) throws Exception {
    byte[] kilobyte = new byte[1024];
    Arrays.fill(kilobyte, (byte) 'x');
    assertFault(
        reply(
            socket -> {
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
              OutputStream out = socket.getOutputStream();
              while (true) {
                if (framing.endsWith("chunked")) {
                  out.write("400\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write(kilobyte);
                if (framing.endsWith("chunked")) {
                  out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
              }
            }),
        Kind.TOO_BIG);
  }

  @Test
  void longBody_isCut() throws Exception {
    Reply.Answer answer =
        assertAnswer(
            reply("HTTP/1.1 200 OK\r\nContent-Length: 500000\r\n\r\n" + "y".repeat(500_000)));
    assertThat(answer.cut()).isTrue();
    assertThat(answer.body().length()).isEqualTo(64 << 10);
  }

  @Test
  void endlessHeaderLine_mayBeNoHttp() throws Exception {
    assertFault(
        reply(
            socket -> {
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\nX: ");
              while (true) {
                TinyServer.write(socket, "x".repeat(10_000));
              }
            }),
        Kind.NOT_HTTP,
        "the answer is not HTTP, or has a line that is too long");
  }

  @Test
  void thousandHeaders_areTooBig() throws Exception {
    assertFault(
        reply(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"
                + ("X: " + "v".repeat(100) + "\r\n").repeat(1_000)
                + "\r\n"),
        Kind.TOO_BIG,
        "the head of the answer is too long");
  }

  @Test
  void endlessHeaders_areTooBig() throws Exception {
    assertFault(
        reply(
            socket -> {
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\n");
              while (true) {
                TinyServer.write(socket, "X: y\r\n".repeat(100));
              }
            }),
        Kind.TOO_BIG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.0\r\n",
        "\u0000\u0001\u0002\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "<html>\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
      })
  void garbage_isNotHttp(String answer) throws Exception {
    assertFault(reply(answer), Kind.NOT_HTTP);
  }

  @Test
  void closeWithoutAnswer_isAReset() throws Exception {
    assertFault(reply(""), Kind.RESET);
  }

  @Test
  void reset_isAReset() throws Exception {
    assertFault(reply(socket -> socket.setSoLinger(true, 0)), Kind.RESET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 20"
      })
  void answerThatBreaksOff_isAFault(String answer) throws Exception {
    assertThat(reply(answer)).isInstanceOf(Reply.Fault.class);
  }

  @Test
  void http10_isAnAnswer() throws Exception {
    Reply.Answer answer =
        assertAnswer(reply("HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n\r\nno"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().text()).isEqualTo("no");
    assertThat(answer).hasToString("HTTP/1.0 401 Unauthorized\nWWW-Authenticate: Basic\n\nno");
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    Reply.Answer answer =
        assertAnswer(
            reply(
                "HTTP/1.1 302 Found\r\nLocation: http://host.invalid/\r\n"
                    + "Content-Length: 0\r\n\r\n"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).contains("http://host.invalid/");
  }

  @Test
  void encodedBody_isKeptAsItCame() throws Exception {
    Reply.Answer answer =
        assertAnswer(
            reply("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"));
    assertThat(answer.body().text()).isEqualTo("abc");
  }

  @Test
  void strangeContentType_isAnAnswer() throws Exception {
    Reply.Answer answer =
        assertAnswer(
            reply(
                "HTTP/1.1 200\r\nContent-Type: ;;;=\r\nSet-Cookie: x\r\n"
                    + "Content-Length: 1\r\n\r\na"));
    assertThat(answer.body().text()).isEqualTo("a");
  }

  @Test
  void plainHttpWhereTlsIsDue_isATlsFault() throws Exception {
    try (TinyServer server =
        TinyServer.start(socket -> TinyServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      String url = server.url().replace("http:", "https:");
      assertFault(http.send(HttpRequest.get(url)), Kind.TLS);
    }
  }

  @Test
  void silentHandshake_isATimeOut() throws Exception {
    try (TinyServer server = TinyServer.start(socket -> Thread.sleep(10_000))) {
      String url = server.url().replace("http:", "https:");
      assertFault(http.send(HttpRequest.get(url)), Kind.TIME_OUT);
    }
  }
}
