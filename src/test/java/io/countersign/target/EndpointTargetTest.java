package io.countersign.target;

import static io.countersign.target.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.target.http.TinyServer;
import io.countersign.target.vendor.MockVendor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EndpointTargetTest {
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private final AtomicLong time = new AtomicLong();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();

  private EndpointTarget target(EndpointOptions options) {
    return EndpointTarget.of(options, CLOCK, new Pace(options.rate(), time::get, time::addAndGet));
  }

  private EndpointTarget target(String url) {
    return target(EndpointOptions.of(url, "countersign/1").withTimeout(Duration.ofSeconds(5)));
  }

  /** Answers one request after the other as listed, the last answer to all that follow. */
  private TinyServer server(String... answers) throws IOException {
    return TinyServer.start(
        new TinyServer.Behaviour() {
          private int next;

          @Override
          public void serve(Socket socket) throws IOException {
            heads.add(
                new String(TinyServer.readHead(socket.getInputStream()), StandardCharsets.UTF_8));
            TinyServer.write(socket, answers[Math.min(next++, answers.length - 1)]);
          }
        });
  }

  private static String answer(String status, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 " + status + "\r\n" + lines + "Content-Length: 0\r\nConnection: close\r\n\r\n";
  }

  private static Judged judge(EndpointTarget target, HttpRequest request) {
    return target.endpoint().orElseThrow().judge(Samples.call("rmtrack", request));
  }

  /** What is told to whoever is asked in process cannot be told to a server. */
  @Test
  void aServer_hasAClockAPartyAndWordsOfItsOwn() {
    try (EndpointTarget target = target("http://127.0.0.1:1")) {
      VerifierUnderTest server = target.endpoint().orElseThrow();
      assertThat(server.hasSettableClock()).isFalse();
      assertThat(server.takesAnyCredentials()).isFalse();
      assertThat(server.givesTypedReasons()).isFalse();
      assertThat(target.signer()).isEmpty();
      assertThat(target.verifier()).isEmpty();
      assertThat(target.client()).isEmpty();
    }
  }

  @Test
  void aVendorSomewhere_acceptsAndRejects() {
    try (MockVendor vendor =
            MockVendor.start(
                MockVendor.Settings.of(List.of(Samples.registration("rmtrack")), CLOCK));
        EndpointTarget target = target(vendor.url())) {
      HttpRequest signed = Samples.signedFirst("rmtrack");
      assertThat(judge(target, signed)).isInstanceOf(Judged.Accepted.class);
      assertThat(judge(target, signed.withTarget("/other"))).isInstanceOf(Judged.Rejected.class);
      assertThat(target.info()).isEqualTo(new TargetInfo(TargetInfo.Kind.ENDPOINT, vendor.url()));
      assertThat(target.baseUrl(Role.ENDPOINT)).contains(vendor.url());
    }
  }

  /** As nginx, Apache and Go say it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<center>The plain HTTP request was sent to HTTPS port</center>",
        "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />",
        "Client sent an HTTP request to an HTTPS server.\n"
      })
  void aPortThatSpeaksTls_isSaidToBeOne(String body) throws IOException {
    try (TinyServer server = server("HTTP/1.1 400 Bad Request\r\n\r\n" + body);
        EndpointTarget target = target(server.url())) {
      assertThat(target.reach(Optional.empty()))
          .contains("its port speaks TLS: try https:// in place of http://");
    }
  }

  /** A TLS alert, which is what others answer. */
  @Test
  void whatIsNoHttp_mayBeTls() throws IOException {
    try (TinyServer server = server("\u0015\u0003\u0003\u0000\u0002\u0002\u0050\r\n\r\n");
        EndpointTarget target = target(server.url())) {
      assertThat(target.reach(Optional.empty()).orElseThrow())
          .contains("not HTTP")
          .endsWith("; if its port speaks TLS, give https://");
    }
  }

  @Test
  void request_goesToTheBaseAlone_andSaysWhoAsks() throws IOException {
    try (TinyServer server = server(answer("200 OK"));
        EndpointTarget target = target(server.url())) {
      judge(target, HttpRequest.get("https://api.example.com//x/../?"));
      assertThat(heads)
          .containsExactly(
              "GET //x/../? HTTP/1.1\r\nHost: api.example.com\r\n"
                  + "User-Agent: countersign/1\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get", "PROPFIND"})
  void whatMayWrite_isSkipped_unlessAllowed(String method) throws IOException {
    try (TinyServer server = server(answer("200 OK"));
        EndpointTarget target = target(server.url());
        EndpointTarget writing = target(EndpointOptions.of(server.url(), "x").withWrites())) {
      HttpRequest request = HttpRequest.get(server.url()).withMethod(method);
      assertThat(judge(target, request).words())
          .isEqualTo(
              "skipped: "
                  + method
                  + " may change something there, and is not sent without --allow-writes");
      assertThat(heads).isEmpty();
      assertThat(judge(writing, request)).isInstanceOf(Judged.Accepted.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"429 Too Many Requests", "503 Service Unavailable"})
  void retryAfter_isHonoured(String status) throws IOException {
    try (TinyServer server = server(answer(status, "Retry-After: 3"), answer("200 OK"));
        EndpointTarget target = target(server.url())) {
      assertThat(judge(target, HttpRequest.get(server.url()))).isInstanceOf(Judged.Accepted.class);
      assertThat(heads).hasSize(2);
      assertThat(Duration.ofNanos(time.get())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "999999", "Wed, 21 Oct 2099 07:28:00 GMT", "-1", "soon"})
  void retryAfter_thatIsTooLongOrUnreadable_isNotWaitedFor(String retryAfter) throws IOException {
    try (TinyServer server = server(answer("429 Slow Down", "Retry-After: " + retryAfter));
        EndpointTarget target = target(server.url())) {
      assertThat(judge(target, HttpRequest.get(server.url())))
          .isEqualTo(new Judged.Fault("the server answers 429 Slow Down"));
      assertThat(heads).hasSize(1);
    }
  }

  @Test
  void retryAfter_again_endsWithTheTime() throws IOException {
    try (TinyServer server = server(answer("429 Slow Down", "Retry-After: 0"));
        EndpointTarget target = target(server.url())) {
      assertThat(judge(target, HttpRequest.get(server.url()))).isInstanceOf(Judged.Fault.class);
      assertThat(heads).hasSize(6);
    }
  }

  /** Some servers answer every rejection so; a run would take an hour over it. */
  @Test
  void retryAfter_isNoLongerHonoured_afterThreeTimesInVain() throws IOException {
    try (TinyServer server = server(answer("429 Slow Down", "Retry-After: 5"));
        EndpointTarget target = target(server.url())) {
      for (int i = 0; i < 3; i++) {
        judge(target, HttpRequest.get(server.url()));
      }
      assertThat(heads).hasSize(6);
      long waited = time.get();
      assertThat(judge(target, HttpRequest.get(server.url())))
          .isEqualTo(new Judged.Fault("the server answers 429 Slow Down"));
      assertThat(heads).hasSize(7);
      assertThat(time.get()).isEqualTo(waited);
    }
  }

  /** What is accepted right away, as controls are, says nothing of whether waiting helps. */
  @Test
  void retryAfter_inVain_isForgottenOnceWaitingHelps() throws IOException {
    String busy = answer("503 Busy", "Retry-After: 5");
    String fine = answer("200 OK");
    try (TinyServer server =
            server(busy, busy, fine, busy, busy, busy, fine, busy, busy, busy, busy, busy, busy);
        EndpointTarget target = target(server.url())) {
      // In vain; accepted right away; in vain; with success; then three times in vain.
      for (int i = 0; i < 7; i++) {
        judge(target, HttpRequest.get(server.url()));
      }
      assertThat(heads).hasSize(13);
      judge(target, HttpRequest.get(server.url()));
      assertThat(heads).hasSize(14);
    }
  }

  @Test
  void clock_isComparedByTheDate() throws IOException {
    try (TinyServer server =
            server(answer("404 Not Found", "Date: Wed, 04 Dec 2024 14:56:06 GMT"));
        EndpointTarget target = target(server.url())) {
      assertThat(target.clockOffset()).isEmpty();
      assertThat(target.reach(Optional.empty())).isEmpty();
      assertThat(target.clockOffset())
          .contains(new ClockOffset(Duration.ofMillis(60_500), Duration.ofMillis(500)));
    }
  }

  /** What is not to be called may not even answer. */
  @Test
  void firstRequest_goesWhereTheOthersGo() throws IOException {
    try (TinyServer server = server(answer("404 Not Found"));
        EndpointTarget target = target(server.url() + "/base")) {
      assertThat(target.reach(Optional.of("/own?x=1"))).isEmpty();
      assertThat(heads.remove()).startsWith("GET /base/own?x=1 HTTP/1.1");
      assertThat(target.reach(Optional.empty())).isEmpty();
      assertThat(heads.remove()).startsWith("GET /base HTTP/1.1");
    }
  }

  @Test
  void nobodyThere_isSaid() throws IOException {
    TinyServer server = server(answer("200 OK"));
    server.close();
    try (EndpointTarget target = target(server.url())) {
      assertThat(target.reach(Optional.empty())).contains("the connection was refused");
      assertThat(judge(target, HttpRequest.get(server.url()))).isInstanceOf(Judged.Fault.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1, true", "http://127.0.0.1/, true", "https://127.8.9.1:443, true",
    "http://[::1]:8, true", "https://api.example.com, false", "http://127.0.0.1.example.com, false",
    "http://10.0.0.1, false", "http://localhost.example.com, false"
  })
  void rate_isUnlimitedOnLoopbackAlone(String url, boolean unlimited) {
    assertThat(EndpointOptions.of(url, "x").rate().isEmpty()).isEqualTo(unlimited);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.example.com", "ftp://h", "http://h/?a", "http://ü.example"})
  void whatIsNoAddress_isRefused(String url) {
    assertThatThrownBy(() -> EndpointOptions.of(url, "x")).isInstanceOf(InputException.class);
  }

  @Test
  void basePath_isKept_withoutItsLastSlash() {
    assertThat(EndpointOptions.of("http://h:1/api/", "x").base()).hasToString("http://h:1/api");
  }

  @Test
  void authorityFile_withoutCertificate_isRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing\n");
    EndpointOptions options = EndpointOptions.of("https://localhost:1", "x").withAuthority(file);
    assertThatThrownBy(() -> EndpointTarget.of(options, CLOCK))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no certificate");
  }
}
