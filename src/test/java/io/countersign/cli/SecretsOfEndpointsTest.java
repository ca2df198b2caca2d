package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.target.http.TinyServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a server spreads what it was told, and more, no report and no console shows a secret. */
class SecretsOfEndpointsTest {
  /** With characters that formats escape, and beyond ASCII. */
  private static final String SECRET =
      "Qz7-vK2\"mX9/pL4\\wR8+tB5&nH\u00e93<jF6>yD1=gS0%cA_eU.oI~kW:rE|fZ";

  private static final Leaks LEAKS = new Leaks(SECRET, "open-key", "somebody");

  /** As many bytes of a body are kept. */
  private static final int KEPT = 64 << 10;

  @TempDir private Path reports;

  /** Who answers 200 is tried with everything, who answers otherwise is not. */
  @ParameterizedTest
  @CsvSource({
    "ticketmatic-basic, 200 OK",
    "ticketevolution, 200 OK",
    "hoshinplan, 200 OK",
    "ticketmatic-basic, 401 Unauthorized",
    "ticketevolution, 403 Forbidden",
    "rmtrack, 302 Found",
    "ticketevolution, 200 in ISO 8859-1"
  })
  void certify_keepsSecretsOut(String scheme, String status) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (TinyServer server =
        TinyServer.start(socket -> spread(socket, status, asked.getAndIncrement()))) {
      OutsideRun run =
          OutsideRun.of(
              Map.of(
                  "COUNTERSIGN_ACCESSKEY", "open-key",
                  "COUNTERSIGN_SECRETKEY", SECRET,
                  "COUNTERSIGN_ACCOUNT", "club",
                  "COUNTERSIGN_TOKEN", "open-key",
                  "COUNTERSIGN_APP_KEY", "open-key",
                  "COUNTERSIGN_SECRET", SECRET),
              scheme,
              "--only",
              scheme + "/valid-request," + scheme + "/credential-required",
              "--endpoint",
              server.url(),
              "--reports",
              reports.toString());

      assertThat(run.status()).as(run.console()).isIn(1, 3);
      LEAKS.assertNone("console", run.console());
      Map<String, String> written = LEAKS.assertNone(reports);
      if (!status.startsWith("401")) {
        // Else this would pass for reports that leave everything out.
        assertThat(written.get("index.html: all")).contains("[redacted]");
      }
    }
  }

  /** Everything it knows, in headers and in a body that is cut short at another place each time. */
  private static void spread(Socket socket, String status, int times) throws IOException {
    String head =
        new String(TinyServer.readHead(socket.getInputStream()), StandardCharsets.ISO_8859_1);
    Charset charset =
        status.endsWith("ISO 8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    String all = String.join(" ", LEAKS.shown()) + " ";
    byte[] body =
        (".".repeat(times * 5 % all.length()) + head + all.repeat(2 + KEPT / all.length()))
            .getBytes(charset);
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 "
                    + status
                    + "\r\nConnection: close\r\nX-Debug: "
                    + all
                    + "\r\nLocation: /login?was="
                    + all.replace(" ", "+")
                    + "\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n")
                .getBytes(charset));
    socket.getOutputStream().write(body);
  }
}
