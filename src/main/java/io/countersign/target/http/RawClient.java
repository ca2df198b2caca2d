package io.countersign.target.http;

import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * A client for one request, on connections that it shares. It follows no redirect, keeps no cookie,
 * answers no challenge and adds no header.
 */
@SuppressWarnings("deprecation") // RestAssured is built on this generation of the client
final class RawClient extends DefaultHttpClient {
  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;

  private final RawExecutor executor;

  /**
   * @param careful whether a connection is looked at before it is used again, which takes a
   *     millisecond
   */
  RawClient(
      ClientConnectionManager connections,
      RawExecutor executor,
      Deadline deadline,
      boolean careful) {
    super(connections, parameters(deadline, careful));
    this.executor = executor;
    setHttpRequestRetryHandler((exception, count, context) -> false);
  }

  private static HttpParams parameters(Deadline deadline, boolean careful) {
    return new BasicHttpParams()
        .setParameter(Deadline.PARAMETER, deadline)
        .setParameter(ClientPNames.CONN_MANAGER_TIMEOUT, (long) deadline.millisLeft())
        .setParameter(ClientPNames.HANDLE_REDIRECTS, false)
        .setParameter(ClientPNames.HANDLE_AUTHENTICATION, false)
        .setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES)
        .setParameter(CoreConnectionPNames.SO_TIMEOUT, deadline.millisLeft())
        .setParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, careful)
        .setParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_LINE)
        .setParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
  }

  /** Straight there: a proxy would be sent what is meant for the server. */
  @Override
  protected HttpRoutePlanner createHttpRoutePlanner() {
    return (target, request, context) ->
        new HttpRoute(target, null, target.getSchemeName().equalsIgnoreCase("https"));
  }

  /** RestAssured would set one that asks the platform for proxies. */
  @Override
  public synchronized void setRoutePlanner(HttpRoutePlanner other) {
    // The one above stays.
  }

  @Override
  protected BasicHttpProcessor createHttpProcessor() {
    return new BasicHttpProcessor();
  }

  @Override
  protected HttpRequestExecutor createRequestExecutor() {
    return executor;
  }
}
