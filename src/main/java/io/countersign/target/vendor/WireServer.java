package io.countersign.target.vendor;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import io.countersign.message.HttpRequest;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HandlerContainer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;

/**
 * WireMock's own server with two things changed: the request as it arrived is put aside for {@link
 * VendorFilter}, and the administration interface, which would let anyone in, is not there.
 */
final class WireServer extends Jetty11HttpServer {
  WireServer(
      Options options,
      AdminRequestHandler adminRequestHandler,
      StubRequestHandler stubRequestHandler,
      Consumer<HttpRequest> arrivals) {
    super(options, adminRequestHandler, stubRequestHandler);
    jettyServer.insertHandler(new PutAside(arrivals));
  }

  @Override
  protected ServerConnector createHttpConnector(
      String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
    ServerConnector connector =
        new ServerConnector(jettyServer, null, null, null, 1, 1, new WireConnectionFactory());
    connector.setHost(bindAddress);
    connector.setPort(port);
    return connector;
  }

  @Override
  protected Handler createHandler(
      Options options,
      AdminRequestHandler adminRequestHandler,
      StubRequestHandler stubRequestHandler) {
    HandlerContainer all =
        (HandlerContainer) super.createHandler(options, adminRequestHandler, stubRequestHandler);
    ServletContextHandler stubs =
        Arrays.stream(all.getChildHandlersByClass(ServletContextHandler.class))
            .map(ServletContextHandler.class::cast)
            .filter(context -> context.getContextPath().equals("/"))
            .findFirst()
            .orElseThrow();
    return stubs;
  }
}
