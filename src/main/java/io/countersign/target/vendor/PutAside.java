package io.countersign.target.vendor;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Takes the whole request before WireMock does, which unzips a body that looks zipped and knows no
 * header twice under names of different case.
 */
final class PutAside extends HandlerWrapper {
  private static final int LARGEST_BODY = 16 << 20;
  private static final int BAD_REQUEST = 400;
  private static final int CONTENT_TOO_LARGE = 413;

  private final Consumer<HttpRequest> arrivals;

  /**
   * @param arrivals is given each request on the thread that will answer it
   */
  PutAside(Consumer<HttpRequest> arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    Optional<HttpRequest> arrived = arrived((WireChannel) base.getHttpChannel(), body);
    if (arrived.isEmpty() || body.length > LARGEST_BODY) {
      response.setStatus(arrived.isEmpty() ? BAD_REQUEST : CONTENT_TOO_LARGE);
      base.setHandled(true);
      return;
    }
    arrivals.accept(arrived.get());
    super.handle(target, base, request, response);
  }

  private static Optional<HttpRequest> arrived(WireChannel channel, byte[] body) {
    try {
      return Optional.of(channel.arrived(body));
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
