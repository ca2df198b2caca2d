package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServeTest {
  private static final String PRINTED = "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=";

  /** A command that runs until it is closed. */
  private static final class Serving implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;

    Serving(String... args) {
      Environment environment =
          new Environment(
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Map.of(),
              Clock.fixed(Instant.parse("2014-09-23T17:23:00Z"), ZoneOffset.UTC),
              Run.HOME,
              false,
              false,
              HeadStart.none(),
              () -> false);
      thread = new Thread(() -> Countersign.run(environment, args));
      thread.start();
    }

    String url() throws InterruptedException {
      for (int i = 0; i < 600 && !out.toString(StandardCharsets.UTF_8).endsWith("\n"); i++) {
        Thread.sleep(50);
      }
      return out.toString(StandardCharsets.UTF_8).replace("listening on ", "").strip();
    }

    String log() {
      return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(20).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void serve_takesAnIpv6AddressAsAUrlHasIt() throws InterruptedException {
    try (Serving serving = new Serving("serve", "rmtrack", "--bind", "[::1]")) {
      String said = serving.url() + serving.log();
      // A machine may have no such address.
      assertThat(said).containsPattern("^http://\\[::1]:[0-9]+|cannot listen on ::1, port 0");
    }
  }

  @Test
  @Timeout(60)
  void serve_refusesAnEmptyAddress() {
    Run run = Run.of("serve", "rmtrack", "--bind", "");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("countersign: the address to listen on is empty; ");
  }

  private static String body(String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  @Test
  void serve_explainsWhatItRefuses_toThePersonAndTheClient() throws Exception {
    try (Serving serving = new Serving("serve", "ticketevolution", "--explain")) {
      String answer =
          body(
              serving.url() + "/v9/brokerages?page=1&per_page=1",
              "X-Token",
              "abc",
              "X-Signature",
              "AAAA" + PRINTED.substring(4));
      Fields refusal = Fields.open(Documents.readJson("answer", answer), "a refusal");

      assertThat(refusal.text("error")).contains("signature-mismatch");
      assertThat(Fields.open(refusal.required("explanation"), "e").names())
          .containsExactly("verdict", "reason", "expected", "explanations", "searched");
      assertThat(serving.log())
          .contains("GET /v9/brokerages?page=1&per_page=1 401 signature-mismatch (")
          .containsPattern(
              "\n  No known deviation .*gives this signature; .*heck the secret itself")
          .contains("\n  string to sign: GET 127.0.0.1");
    }
  }

  @Test
  void serve_explainsToThePersonAlone() throws Exception {
    try (Serving serving = new Serving("serve", "ticketevolution")) {
      String answer = body(serving.url() + "/v9/brokerages?page=1&per_page=1");

      assertThat(answer).isEqualTo("{\"error\":\"Unauthorized: missing-credential\"}");
      assertThat(serving.log())
          .contains("\n  The request carries nothing of what the scheme asks for. Sign the");
    }
  }

  /** The published secret of this scheme is xyz, and no secret. */
  @Test
  void serve_showsPublishedExamplesAsTheyAre() throws Exception {
    try (Serving serving = new Serving("serve", "ticketevolution")) {
      body(serving.url() + "/v9/brokerages?name=xyz");

      assertThat(serving.log()).contains("GET /v9/brokerages?name=xyz 401 missing-credential");
    }
  }

  @Test
  void serve_quiet_explainsToTheClientAlone() throws Exception {
    try (Serving serving =
        new Serving("serve", "ticketmatic", "--explain", "--quiet", "--profile", "documented")) {
      assertThat(body(serving.url() + "/")).contains(",\"explanation\":{\"verdict\":\"rejected\"");
      assertThat(serving.log()).isEmpty();
    }
  }

  @Test
  void serve_refusesAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = Run.of("serve", "rmtrack", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("cannot listen on 127.0.0.1, port " + taken.getLocalPort());
    }
  }
}
