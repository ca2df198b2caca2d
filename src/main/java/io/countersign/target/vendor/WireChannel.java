package io.countersign.target.vendor;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpChannelOverHttp;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;

/**
 * Keeps a request's head as the parser found it. The server behind it gets {@code /} for a target,
 * so that nothing there decodes, normalises, refuses or routes by what the sender wrote.
 */
final class WireChannel extends HttpChannelOverHttp {
  private final List<HttpField> fields = new ArrayList<>();
  private String method = "";
  private String target = "";

  WireChannel(HttpConnection connection, HttpConfiguration configuration) {
    super(
        connection, connection.getConnector(), configuration, connection.getEndPoint(), connection);
  }

  @Override
  public void startRequest(String method, String uri, HttpVersion version) {
    fields.clear();
    this.method = method;
    this.target = uri;
    super.startRequest(method, "/", version);
  }

  @Override
  public void parsedHeader(HttpField field) {
    fields.add(field);
    super.parsedHeader(field);
  }

  /**
   * The request as it arrived; its body is read by whoever handles it.
   *
   * @throws io.countersign.document.InputException if no request can be made of it
   */
  HttpRequest arrived(byte[] body) {
    Headers all = new Headers(fields.stream().map(WireChannel::header).toList());
    return new HttpRequest(method, url(all), all, Octets.of(body));
  }

  private RequestUrl url(Headers all) {
    // A target in absolute form (RFC 9112, section 3.2.2) says itself where it goes.
    return target.startsWith("http://") || target.startsWith("https://")
        ? RequestUrl.parse(target)
        : RequestUrl.ofServer("http", all.first("Host").orElse("")).withTarget(target);
  }

  /** The parser makes one character of each byte of a value, and nothing of an empty one. */
  private static Header header(HttpField field) {
    String value = field.getValue() == null ? "" : field.getValue();
    Octets octets = Octets.own(value.getBytes(StandardCharsets.ISO_8859_1));
    return new Header(field.getName(), "").withValue(octets);
  }
}
