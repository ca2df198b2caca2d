package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.cli.OutsideRun;
import io.countersign.message.HttpRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with a certificate of its own, for localhost. */
class TlsTest {
  private static final String PASSWORD = "password";

  @TempDir static Path folder;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keytool("-genkeypair", "-dname", "CN=test", "-keyalg", "EC", "-ext", "SAN=dns:localhost");
    keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
  }

  /** An authority that is over, and certificates of it for localhost. */
  @BeforeAll
  static void makeOtherTimes() throws Exception {
    String[] authority = {"-alias", "ca", "-dname", "CN=old", "-keyalg", "EC", "-ext", "bc:c"};
    keytoolIn("others", arguments(authority, "-genkeypair", "-startdate", "-9d", "-validity", "3"));
    keytoolIn(
        "others", "-exportcert", "-alias", "ca", "-rfc", "-file", folder.resolve("old.pem") + "");
    for (String[] one : new String[][] {{"past", "-8d"}, {"future", "+2d"}, {"present", "-1d"}}) {
      Files.copy(folder.resolve("others"), folder.resolve(one[0]));
      String[] leaf = {"-alias", "leaf", "-dname", "CN=test", "-keyalg", "EC", "-signer", "ca"};
      String name = "SAN=dns:localhost";
      keytoolIn(
          one[0],
          arguments(leaf, "-genkeypair", "-startdate", one[1], "-validity", "5", "-ext", name));
      keytoolIn(one[0], "-delete", "-alias", "ca");
    }
  }

  private static String[] arguments(String[] some, String... more) {
    return Stream.concat(Stream.of(more), Stream.of(some)).toArray(String[]::new);
  }

  private static void keytool(String... arguments) throws Exception {
    keytoolIn("keys", arguments);
  }

  private static void keytoolIn(String keys, String... arguments) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> common =
        List.of("-keystore", folder.resolve(keys).toString(), "-storepass", PASSWORD);
    List<String> command =
        Stream.of(Stream.of(tool.toString()), Stream.of(arguments), common.stream())
            .flatMap(part -> part)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
  }

  private static TinyServer server(String store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(store))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return TinyServer.start(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost")),
        socket -> {
          while (true) {
            TinyServer.readHead(socket.getInputStream());
            TinyServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
          }
        });
  }

  private static Reply send(SSLContext trust, String host) throws Exception {
    return send("keys", trust, host);
  }

  private static Reply send(String keys, SSLContext trust, String host) throws Exception {
    try (TinyServer server = server(keys);
        RawHttp http = RawHttp.of(Limits.DEFAULT, () -> trust)) {
      HttpRequest request = HttpRequest.get("https://" + host + ":" + server.port() + "//x");
      http.send(request);
      return http.send(request);
    }
  }

  @Test
  void certificateOfAnUnknownAuthority_isATlsFault() throws Exception {
    Reply reply = send(Trust.platform(), "localhost");
    assertThat(reply).isInstanceOf(Reply.Fault.class);
    assertThat(((Reply.Fault) reply).kind()).isEqualTo(Reply.Fault.Kind.TLS);
    assertThat(((Reply.Fault) reply).what())
        .isEqualTo(
            "there is no TLS connection: no authority that is known here vouches for its"
                + " certificate (--cacert FILE adds one)");
  }

  @Test
  void certificateOfAnAddedAuthority_isTrusted() throws Exception {
    assertThat(send(Trust.platformAnd(folder.resolve("ca.pem")), "localhost"))
        .isInstanceOf(Reply.Answer.class);
  }

  @Test
  void certificateForAnotherHost_isATlsFault() throws Exception {
    Reply reply = send(Trust.platformAnd(folder.resolve("ca.pem")), "127.0.0.1");
    assertThat(reply).isInstanceOf(Reply.Fault.class);
    assertThat(((Reply.Fault) reply).kind()).isEqualTo(Reply.Fault.Kind.TLS);
  }

  @ParameterizedTest
  @CsvSource({"past, expired at", "future, is not valid before"})
  void certificateOfAnotherTime_isSaidToBeOne(String keys, String words) throws Exception {
    Reply reply = send(keys, Trust.platformAnd(folder.resolve("old.pem")), "localhost");
    assertThat(((Reply.Fault) reply).what())
        .matches("there is no TLS connection: the server's certificate " + words + " \\d{4}-\\S+Z");
  }

  @Test
  void portWithoutTls_isSaidToBeOne() throws Exception {
    try (TinyServer server =
            TinyServer.start(
                socket -> {
                  socket.getInputStream().read();
                  TinyServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
                });
        RawHttp http = RawHttp.of(Limits.DEFAULT, Trust::platform)) {
      Reply reply = http.send(HttpRequest.get("https://127.0.0.1:" + server.port() + "/"));
      assertThat(((Reply.Fault) reply).what())
          .isEqualTo(
              "there is no TLS connection: the port answers, and does not speak TLS: try http:// in"
                  + " place of https://");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PKIX path validation failed: java.security.cert.CertPathValidatorException: bad signature,"
        + " PKIX path validation failed: bad signature",
    "javax.net.ssl.SSLException, the handshake failed",
    ", the handshake failed",
    "Received fatal alert: handshake_failure, Received fatal alert: handshake_failure"
  })
  void otherWords_nameNoClass(String said, String shown) {
    assertThat(TlsWords.of(new SSLException(said))).isEqualTo(shown);
  }

  /** Java does not look, and neither does a person. */
  @Test
  void authorityThatIsOver_isTrustedAndSaidToBe(@TempDir Path reports) throws Exception {
    try (TinyServer server = server("present")) {
      String pem = folder.resolve("old.pem").toString();
      OutsideRun run =
          OutsideRun.of(
              Map.of("COUNTERSIGN_ACCESSKEY", "abc", "COUNTERSIGN_SECRETKEY", "xyz"),
              "rmtrack",
              "--endpoint",
              "https://localhost:" + server.port(),
              "--cacert",
              pem,
              "--only",
              "rmtrack/valid-request",
              "--reports",
              reports.toString());

      String words =
          "the certificate CN=old in " + Pattern.quote(pem) + " expired at \\S+Z, and is";
      assertThat(run.status()).as(run.console()).isNotEqualTo(3);
      assertThat(run.err()).containsPattern(words);
      assertThat(Files.readString(reports.resolve("summary.json"))).containsPattern(words);
    }
  }
}
