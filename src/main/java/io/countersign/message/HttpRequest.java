package io.countersign.message;

import io.countersign.document.InputException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A request as it goes over the wire. */
public final class HttpRequest {
  private static final String HOST = "Host";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final String method;
  private final RequestUrl url;
  private final Headers headers;
  private final Octets body;

  /**
   * @param method as written; methods are case-sensitive (RFC 9110, section 9.1)
   * @param url where it goes, raw
   * @param headers in order
   * @param body its bytes; none and an empty one are the same on the wire
   * @throws InputException if the method is none
   */
  public HttpRequest(String method, RequestUrl url, Headers headers, Octets body) {
    this.method = requireToken(method);
    this.url = url;
    this.headers = headers;
    this.body = body;
  }

  /** Another request of a method that is known to be one. */
  private HttpRequest(HttpRequest original, RequestUrl url, Headers headers, Octets body) {
    this.method = original.method;
    this.url = url;
    this.headers = headers;
    this.body = body;
  }

  private static String requireToken(String method) {
    if (!Header.isToken(method)) {
      throw InputException.of("'" + method + "' is no HTTP method", "write GET, POST and the like");
    }
    return method;
  }

  public static HttpRequest get(String url) {
    return new HttpRequest("GET", RequestUrl.parse(url), Headers.NONE, Octets.EMPTY);
  }

  public String method() {
    return method;
  }

  /** Whether the method is one that changes nothing (RFC 9110, section 9.2.1). */
  public boolean isSafe() {
    return SAFE.contains(method);
  }

  public RequestUrl url() {
    return url;
  }

  public Headers headers() {
    return headers;
  }

  public Octets body() {
    return body;
  }

  /** Host and port as the server sees them: the Host header if there is one, else the URL's. */
  public String authority() {
    return authorityOctets().text();
  }

  /** The bytes of host and port. */
  public Octets authorityOctets() {
    int at = headers.next(HOST, 0);
    return at < 0 ? url.authorityOctets() : headers.octets(at);
  }

  /** The host without its port, which is a number; an IPv6 address keeps its brackets. */
  public String host() {
    return hostOctets().text();
  }

  /** The bytes of the host. */
  public Octets hostOctets() {
    int at = headers.next(HOST, 0);
    return at < 0 ? url.hostOctets() : RequestUrl.hostOf(headers.octets(at));
  }

  public String path() {
    return url.path();
  }

  public Optional<String> query() {
    return url.rawQuery();
  }

  /** Path and query as sent. */
  public String target() {
    return url.target();
  }

  public HttpRequest withMethod(String other) {
    return new HttpRequest(other, url, headers, body);
  }

  public HttpRequest withUrl(RequestUrl other) {
    return new HttpRequest(this, other, headers, body);
  }

  public HttpRequest withTarget(String target) {
    return withUrl(url.withTarget(target));
  }

  public HttpRequest withHeaders(Headers other) {
    return new HttpRequest(this, url, other, body);
  }

  /** Adds a header after the others. */
  public HttpRequest withHeader(String name, String value) {
    return withHeader(new Header(name, value));
  }

  /** Adds a header after the others. */
  public HttpRequest withHeader(Header header) {
    return withHeaders(headers.with(header));
  }

  public HttpRequest withBody(Octets other) {
    return new HttpRequest(this, url, headers, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpRequest request
        && method.equals(request.method)
        && url.equals(request.url)
        && headers.equals(request.headers)
        && body.equals(request.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, url, headers, body);
  }

  /** What it is for and which headers it has, without anything that may be a credential. */
  @Override
  public String toString() {
    return method + " " + url.withQuery(Optional.empty()) + " " + headers;
  }
}
