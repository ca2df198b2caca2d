package io.countersign.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own, for localhost. */
class TlsTest {
  private static final String PASSWORD = "password";

  @TempDir static Path folder;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keytool("-genkeypair", "-dname", "CN=test", "-keyalg", "EC", "-ext", "SAN=dns:localhost");
    keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
  }

  private static void keytool(String... arguments) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> common =
        List.of("-keystore", folder.resolve("keys").toString(), "-storepass", PASSWORD);
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

  private static TinyServer server() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys"))) {
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
    try (TinyServer server = server();
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
}
