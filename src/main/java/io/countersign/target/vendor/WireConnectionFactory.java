package io.countersign.target.vendor;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannelOverHttp;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections whose channels keep what arrived: see {@link WireChannel}. */
final class WireConnectionFactory extends HttpConnectionFactory {
  private static final int HEAD_SIZE = 64 * 1024;

  WireConnectionFactory() {
    super(configuration());
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEAD_SIZE);
    // Jetty's cache of header fields would answer for a value that differs in letter case alone.
    configuration.setHeaderCacheSize(0);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    // Names of headers are kept in the case that was sent, too.
    configuration.setHttpCompliance(
        HttpCompliance.RFC7230.with("as sent", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
    return configuration;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new HttpConnection(getHttpConfiguration(), connector, endPoint, false) {
          @Override
          protected HttpChannelOverHttp newHttpChannel() {
            return new WireChannel(this, getHttpConfiguration());
          }
        },
        connector,
        endPoint);
  }
}
