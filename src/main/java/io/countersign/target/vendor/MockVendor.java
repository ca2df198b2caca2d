package io.countersign.target.vendor;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A vendor on a port. Answers several requests at once; quiet; remembers nothing. */
public final class MockVendor implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final WireMockServer server;
  private final String address;

  private MockVendor(WireMockServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /**
   * What a vendor is made of.
   *
   * @param clients the ones it knows, asked for at each request
   * @param clock what it takes the time from
   * @param judge who decides
   * @param revision is given each exchange, on the thread that answers it, and says what is
   *     answered
   */
  public record Settings(
      Supplier<List<Registration>> clients,
      InstantSource clock,
      Judge judge,
      UnaryOperator<Exchange> revision) {

    /** A vendor that decides by the reference verifier and tells nobody. */
    public static Settings of(List<Registration> clients, InstantSource clock) {
      return new Settings(() -> clients, clock, Judge.reference(), UnaryOperator.identity());
    }

    public Settings withRevision(UnaryOperator<Exchange> other) {
      return new Settings(clients, clock, judge, other);
    }

    public Settings withJudge(Judge other) {
      return new Settings(clients, clock, other, revision);
    }

    private VendorFilter.Answer answer(HttpRequest request) {
      Exchange exchange =
          revision.apply(new Vendor(clients.get(), judge).answer(request, clock.instant()));
      return new VendorFilter.Answer(exchange.status(), exchange.body(), exchange.time());
    }
  }

  /** Starts a vendor on a free port of the loopback interface. */
  public static MockVendor start(Settings settings) {
    return start(settings, LOOPBACK, 0);
  }

  /**
   * Starts a vendor.
   *
   * @param address of the interface that it listens on
   * @param port 0 for any free one
   * @throws InputException if it cannot listen there
   */
  public static MockVendor start(Settings settings, String address, int port) {
    return start(new VendorFilter(settings::answer), address, port);
  }

  /**
   * Starts a server that lets everything in, on a free port of the loopback interface.
   *
   * @param arrived is given each request
   * @param clock by which answers are dated
   */
  public static MockVendor capturing(Consumer<HttpRequest> arrived, InstantSource clock) {
    return start(
        new VendorFilter(
            request -> {
              arrived.accept(request);
              return new VendorFilter.Answer(200, "{\"ok\":true}", clock.instant());
            }),
        LOOPBACK,
        0);
  }

  private static MockVendor start(VendorFilter filter, String address, int port) {
    WireMockServer server =
        new WireMockServer(
            options(filter)
                .bindAddress(address)
                .port(port)
                .httpServerFactory(
                    (options, admin, stubs) ->
                        new WireServer(options, admin, stubs, filter::arrive)));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw InputException.of(
          "cannot listen on " + address + ", port " + port,
          "it may be taken; give another --port, or another --bind");
    }
    return new MockVendor(server, address);
  }

  /** Nothing but the filter: no stubs, no journal, no templates, no proxy. */
  private static WireMockConfiguration options(VendorFilter filter) {
    return WireMockConfiguration.options()
        .extensions(filter)
        .extensionScanningEnabled(false)
        .templatingEnabled(false)
        .mappingSource(new NoStubs())
        .httpClientFactory((options, trustAll, trusted, useSystem) -> MockVendor::sendNothing)
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .notifier(new Silence())
        .gzipDisabled(true)
        .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
        .asynchronousResponseEnabled(false);
  }

  /** Stands for the client of a proxy, whose making takes long. */
  private static Response sendNothing(Request request) {
    throw new UnsupportedOperationException("the mock vendor is no proxy");
  }

  public int port() {
    return server.port();
  }

  /** {@code http://127.0.0.1:8080}. */
  public String url() {
    String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    return "http://" + host + ":" + port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
