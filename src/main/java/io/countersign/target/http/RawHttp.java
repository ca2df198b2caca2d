package io.countersign.target.http;

import io.countersign.document.InputException;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests byte for byte as they are: target, headers in their order, case and repetition,
 * body. Keeps a bounded number of connections; may be shared between threads.
 */
@SuppressWarnings("deprecation") // RestAssured is built on this generation of the client
public final class RawHttp implements AutoCloseable {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final HttpSender sender;
  private final Limits limits;
  private final PoolingClientConnectionManager connections;
  private final ScheduledExecutorService watch;
  private final ExecutorService lookups;

  private RawHttp(HttpSender sender, Limits limits, Supplier<SSLContext> trust) {
    this.sender = sender;
    this.limits = limits;
    SchemeRegistry schemes = new SchemeRegistry();
    schemes.register(new Scheme("http", HTTP_PORT, new Sockets(Optional.empty())));
    schemes.register(new Scheme("https", HTTPS_PORT, new Sockets(Optional.of(trust))));
    this.watch = Executors.newSingleThreadScheduledExecutor(RawHttp::daemon);
    this.lookups = Executors.newCachedThreadPool(RawHttp::daemon);
    this.connections =
        new PoolingClientConnectionManager(schemes, new Lookup(limits.timeout(), lookups));
    connections.setMaxTotal(limits.connections());
    connections.setDefaultMaxPerRoute(limits.connections());
  }

  /**
   * @param trust whom to believe over TLS, see {@link Trust}; asked for at the first connection
   *     that needs it, since loading a platform's authorities takes a while
   */
  public static RawHttp of(Limits limits, Supplier<SSLContext> trust) {
    RawHttp http = by(HttpSender.REST_ASSURED, limits, trust);
    http.lookups.execute(http.sender::rehearse);
    return http;
  }

  static RawHttp by(HttpSender sender, Limits limits, Supplier<SSLContext> trust) {
    return new RawHttp(sender, limits, trust);
  }

  /** For our own vendor in our own process: the same bytes by a shorter way, without TLS. */
  public static RawHttp toOurselves(Limits limits) {
    return by(
        HttpSender.CLIENT,
        limits,
        () -> {
          throw new IllegalStateException("there is no TLS to ourselves");
        });
  }

  /** Sends a request to the host that its URL names. */
  public Reply send(HttpRequest request) {
    return send(request, request.url());
  }

  /**
   * Sends a request to another server than its URL and Host header name.
   *
   * @param to the server: scheme, host and port
   */
  public Reply send(HttpRequest request, RequestUrl to) {
    try (Deadline deadline = new Deadline(limits.timeout(), watch)) {
      RawExecutor executor = new RawExecutor(request, limits, deadline);
      Reply reply = attempt(executor, deadline, to, !executor.isSafe());
      return reply instanceof Reply.Fault fault
              && fault.kind() == Reply.Fault.Kind.RESET
              && executor.mayTryAgain()
          ? attempt(executor, deadline, to, true)
          : reply;
    }
  }

  private Reply attempt(RawExecutor executor, Deadline deadline, RequestUrl to, boolean careful) {
    try {
      RawClient client = new RawClient(connections, executor, deadline, careful);
      return answer(sender.send(client, to.withTarget("/")), executor);
    } catch (Exception e) { // RestAssured throws checked exceptions that it does not declare
      return deadline.isExpired() ? tooLate(limits.timeout()) : fault(e);
    }
  }

  /** Whether the deadline's alarm or the socket's own ends the waiting is a matter of chance. */
  private Reply fault(Exception thrown) {
    Reply.Fault fault = Faults.of(thrown);
    return fault.kind() == Reply.Fault.Kind.TIME_OUT ? tooLate(limits.timeout()) : fault;
  }

  private static Reply answer(HttpSender.Arrival arrival, RawExecutor executor) {
    List<Header> headers = new ArrayList<>();
    arrival.headers().forEach(header -> header(header[0], header[1], headers));
    return new Reply.Answer(
        arrival.status(),
        ServerText.of(arrival.statusLine()),
        new Headers(headers),
        Octets.of(arrival.body()),
        executor.isCut());
  }

  private static void header(String name, @Nullable String value, List<Header> headers) {
    try {
      headers.add(new Header(name, value == null ? "" : ServerText.of(value)));
    } catch (InputException e) {
      // A server may send what is no header; the rest of its answer still counts.
    }
  }

  private static Reply tooLate(Duration timeout) {
    boolean whole = timeout.toMillisPart() == 0;
    String limit = whole ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    return new Reply.Fault(Reply.Fault.Kind.TIME_OUT, "no whole answer came within " + limit);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "countersign-http");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    connections.shutdown();
    watch.shutdownNow();
    lookups.shutdownNow();
  }
}
