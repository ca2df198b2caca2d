package io.countersign.target.adapter;

import io.countersign.message.HttpRequest;
import io.countersign.message.RequestUrl;
import io.countersign.target.vendor.MockVendor;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The server to which a client under test sends: it answers 200 to everything and keeps it. */
final class Capture implements AutoCloseable {
  /** What it answers, to everything. */
  static final String STATUS = "200";

  private final InstantSource clock;
  private @Nullable Server server;

  /**
   * @param clock by which it dates its answers: a client may go by them
   */
  Capture(InstantSource clock) {
    this.clock = clock;
  }

  /** A server, and what arrived there and nowhere else. */
  private record Server(MockVendor vendor, List<HttpRequest> arrived) {
    static Server start(InstantSource clock) {
      List<HttpRequest> arrived = new CopyOnWriteArrayList<>();
      return new Server(MockVendor.capturing(arrived::add, clock), arrived);
    }
  }

  private Server server() {
    Server running = server;
    if (running == null) {
      running = Server.start(clock);
      server = running;
    }
    return running;
  }

  /** Where it listens; it starts when this is first asked for. */
  synchronized String url() {
    return server().vendor().url();
  }

  /** The request as it is to be sent now: its case may have begun before {@link #move}. */
  synchronized HttpRequest to(HttpRequest request) {
    RequestUrl here = RequestUrl.parse(url());
    return request.withUrl(request.url().withAuthority(here.authority()));
  }

  /** What arrived since it moved, or forgot. */
  synchronized List<HttpRequest> arrived() {
    return List.copyOf(server().arrived());
  }

  synchronized void forget() {
    server().arrived().clear();
  }

  /** Goes on at another port: what is still on its way arrives nowhere. */
  synchronized void move() {
    close();
    server = null;
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.vendor().close();
    }
  }
}
