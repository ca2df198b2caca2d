package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Headers;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.http.TinyServer;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, certify ends in time, says what happened, and leaves reports. */
class CertifyFaultyServerTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of("COUNTERSIGN_TOKEN", "abc", "COUNTERSIGN_SECRET", "a-secret-that-nobody-may-see/+=");

  @TempDir private Path reports;

  private Run certify(String url, String... more) {
    List<String> args =
        Stream.concat(
                Stream.of(
                    "certify",
                    "ticketevolution",
                    "--endpoint",
                    url,
                    "--timeout",
                    "700ms",
                    "--reports",
                    reports.toString()),
                Stream.of(more))
            .toList();
    return Run.now(CREDENTIALS, args.toArray(String[]::new));
  }

  static Stream<Arguments> misbehaviours() {
    return Stream.of(
        behaviour("hangs", "within 700 ms", socket -> Thread.sleep(20_000)),
        behaviour("closes", "closed", socket -> TinyServer.readHead(socket.getInputStream())),
        behaviour(
            "drips",
            "within 700 ms",
            socket -> {
              while (true) {
                TinyServer.write(socket, "H");
                Thread.sleep(300);
              }
            }),
        behaviour(
            "sends garbage",
            "HTTP",
            socket -> {
              TinyServer.readHead(socket.getInputStream());
              TinyServer.write(socket, "\u0001\u0002 what?\r\n\r\n");
            }),
        behaviour(
            "sends without end",
            "",
            socket -> {
              TinyServer.readHead(socket.getInputStream());
              TinyServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
              while (true) {
                TinyServer.write(socket, "x".repeat(8192));
              }
            }),
        answering("404 Not Found", "404"),
        answering("503 Service Unavailable", "503"),
        answering("429 Too Many Requests", "429"),
        answering("302 Found\r\nLocation: /login", "302"),
        answering("403 Forbidden", "403"),
        answering("401 Unauthorized", "credentials"));
  }

  private static Arguments behaviour(String name, String said, TinyServer.Behaviour behaviour) {
    return Arguments.of(name, said, behaviour);
  }

  private static Arguments answering(String status, String said) {
    return behaviour(
        status.lines().findFirst().orElseThrow(),
        said,
        socket -> {
          TinyServer.readHead(socket.getInputStream());
          TinyServer.write(
              socket, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
  }

  /** The credentials cannot be at fault where another signature by them is accepted. */
  @Test
  void certify_saysWhatTheServerAcceptsInPlaceOfTheRightRequest() throws IOException {
    Scheme scheme = Schemes.in(List.of(Run.HOME.resolve("features"))).scheme("ticketevolution");
    Credentials credentials =
        Credentials.of(
            scheme, Map.of("token", "abc", "secret", CREDENTIALS.get("COUNTERSIGN_SECRET")));
    Registration client = new Registration(scheme, Profile.DOCUMENTED, credentials);
    Judge hexadecimal =
        (known, request, now) ->
            Judge.reference().judge(known, request.withHeaders(read(request.headers())), now);
    try (MockVendor vendor =
        MockVendor.start(
            MockVendor.Settings.of(List.of(client), Clock.systemUTC()).withJudge(hexadecimal))) {
      Run run = certify(vendor.url());

      assertThat(run.status()).isEqualTo(3);
      assertThat(run.err())
          .contains(
              "countersign: inconclusive: the server refuses a correctly signed request",
              "\n  what it did: It accepts requests that are signed so: The signature was sent in"
                  + " hexadecimal.\n",
              "\n  how to fix it: Accept those that are signed as is due: ");
    }
  }

  /** The headers as one finds them who takes a signature to be in hexadecimal. */
  private static Headers read(Headers headers) {
    Optional<String> hex = headers.values("X-Signature").stream().findFirst();
    Headers others = headers.without("X-Signature");
    return hex.filter(text -> text.matches("[0-9a-f]{64}"))
        .map(text -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text)))
        .map(text -> others.with("X-Signature", text))
        .orElse(others);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misbehaviours")
  void certify_isInconclusiveInTime(String name, String said, TinyServer.Behaviour behaviour)
      throws IOException {
    try (TinyServer server = TinyServer.start(behaviour)) {
      Instant begun = Instant.now();
      Run run = certify(server.url());

      assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("countersign: inconclusive: ")
          .contains(said);
      assertThat(reports.resolve("summary.json"))
          .content(StandardCharsets.UTF_8)
          .contains("\"inconclusive\"");
      assertThat(reports.resolve("index.html")).isNotEmptyFile();
      assertThat(run.out())
          .matches(
              "inconclusive: endpoint http://127.0.0.1:\\d+, documented profile, .* seed \\d+\n.*\n")
          .endsWith("\nreport: " + reports.resolve("index.html") + "\n");
    }
  }

  @Test
  void certify_isInconclusiveWhereNobodyListens() {
    Run run = certify("http://127.0.0.1:1");

    assertThat(run.status()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run.err())
        .containsPattern(
            "inconclusive: http://127\\.0\\.0\\.1:\\d+ cannot be asked: the connection was refused");
  }

  /** Standard output is the summary alone then. */
  @Test
  void certify_printsNoLineOfTheReportAsJson() throws IOException {
    Run run = certify("http://127.0.0.1:1", "--json");

    assertThat(run.out()).isEqualTo(Files.readString(reports.resolve("summary.json")));
    assertThat(run.err()).doesNotContain("report: ");
  }

  @Test
  void certify_isInconclusiveWhereTheServerDiesOnTheWay() throws IOException {
    int[] answered = {0};
    try (TinyServer server =
        TinyServer.start(
            socket -> {
              TinyServer.readHead(socket.getInputStream());
              if (answered[0]++ < 6) {
                TinyServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
              }
            })) {
      Run run = certify(server.url());

      assertThat(run.status()).as(run.out()).isIn(ExitCode.NO, ExitCode.INCONCLUSIVE);
      assertThat(reports.resolve("summary.json"))
          .content(StandardCharsets.UTF_8)
          .contains("\"inconclusive\"");
    }
  }

  /** One that lets everybody in is not conformant, and no negative case passes. */
  @Test
  void certify_failsAServerThatAcceptsEverything() throws IOException {
    try (TinyServer server =
        TinyServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
      Run run = certify(server.url());

      assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.NO);
      assertThat(run.out())
          .containsOnlyOnce("\nfailed ")
          .containsOnlyOnce("what it did: It accepts a request without any signature")
          .containsSubsequence(
              "more like it, of", "ticketevolution/covers-path", "ticketevolution/signature-value");
      assertThat(reports.resolve("summary.md"))
          .content(StandardCharsets.UTF_8)
          .containsSubsequence(
              "## Causes (1)", "It accepts a request without any signature", "## Failed");
    }
  }
}
