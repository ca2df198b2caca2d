package io.countersign.target.adapter;

import io.countersign.message.HttpRequest;
import io.countersign.target.vendor.MockVendor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The server to which a client under test sends: it answers 200 to everything and keeps it. */
final class Capture implements AutoCloseable {
  private final List<HttpRequest> arrived = new CopyOnWriteArrayList<>();
  private @Nullable MockVendor server;

  /** Where it listens; it starts when this is first asked for. */
  synchronized String url() {
    MockVendor started = server;
    if (started == null) {
      started = MockVendor.capturing(arrived::add);
      server = started;
    }
    return started.url();
  }

  void forget() {
    arrived.clear();
  }

  List<HttpRequest> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
