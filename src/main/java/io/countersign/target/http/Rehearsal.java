package io.countersign.target.http;

import java.nio.charset.StandardCharsets;
import org.apache.http.ConnectionReuseStrategy;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.HttpVersion;
import org.apache.http.client.AuthenticationStrategy;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.RedirectStrategy;
import org.apache.http.client.RequestDirector;
import org.apache.http.client.UserTokenHandler;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * A client that sends nothing and is answered 200. A {@link HttpSender} does its first request with
 * it, which takes a second, while others get the suite ready.
 */
@SuppressWarnings("deprecation") // RestAssured is built on this generation of the client
final class Rehearsal extends DefaultHttpClient {
  @Override
  protected RequestDirector createClientRequestDirector(
      HttpRequestExecutor executor,
      ClientConnectionManager connections,
      ConnectionReuseStrategy reuse,
      ConnectionKeepAliveStrategy keepAlive,
      HttpRoutePlanner routes,
      HttpProcessor processor,
      HttpRequestRetryHandler retries,
      RedirectStrategy redirects,
      AuthenticationStrategy targets,
      AuthenticationStrategy proxies,
      UserTokenHandler users,
      HttpParams parameters) {
    return (host, request, context) -> answer();
  }

  private static HttpResponse answer() {
    HttpResponse answer = new BasicHttpResponse(HttpVersion.HTTP_1_1, HttpStatus.SC_OK, "OK");
    answer.setHeader("Content-Type", "application/json; charset=utf-8");
    answer.setEntity(
        new StringEntity("{}", ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    return answer;
  }
}
