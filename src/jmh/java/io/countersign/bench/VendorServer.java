package io.countersign.bench;

import com.sun.net.httpserver.HttpServer;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.message.Octets;
import io.countersign.target.vendor.Judge;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Servers to put under load, until they are ended: the mock vendor ({@code verifying}), the same
 * server letting everyone in ({@code open}), the JDK's own ({@code bare}). Those of one process
 * share what the compiler made of them; two processes with the same server were up to a tenth
 * apart.
 */
public final class VendorServer {
  private VendorServer() {}

  public static void main(String[] args) throws Exception {
    for (String kind : args) {
      System.out.println("listening on " + start(kind));
    }
    new CountDownLatch(1).await();
  }

  private static String start(String kind) throws IOException {
    return switch (kind) {
      case "verifying" -> MockVendor.start(settings()).url();
      case "open" -> MockVendor.start(settings().withJudge(lettingIn())).url();
      case "bare" -> bare();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** The same server and the same answers, and nothing looked at. */
  private static Judge lettingIn() {
    Verdict accepted = new Verdict.Accepted(Octets.EMPTY);
    return (client, request, now) -> accepted;
  }

  private static MockVendor.Settings settings() {
    Scheme scheme = Schemes.in(List.of(Path.of("features"))).scheme("ticketevolution");
    var client = new Registration(scheme, Profile.DOCUMENTED, Credentials.examples(scheme));
    return MockVendor.Settings.of(List.of(client), InstantSource.system());
  }

  private static String bare() throws IOException {
    // Else it waits 40 ms for an acknowledgement between head and body.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
