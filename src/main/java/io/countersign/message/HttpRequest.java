package io.countersign.message;

import io.countersign.document.InputException;
import java.util.Optional;

/**
 * A request as it goes over the wire.
 *
 * @param method as written; methods are case-sensitive (RFC 9110, section 9.1)
 * @param url where it goes, raw
 * @param headers in order
 * @param body its bytes; none and an empty one are the same on the wire
 */
public record HttpRequest(String method, RequestUrl url, Headers headers, Octets body) {
  private static final String HOST = "Host";

  public HttpRequest {
    if (!Header.isToken(method)) {
      throw InputException.of("'" + method + "' is no HTTP method", "write GET, POST and the like");
    }
  }

  public static HttpRequest get(String url) {
    return new HttpRequest("GET", RequestUrl.parse(url), Headers.NONE, Octets.EMPTY);
  }

  /** Host and port as the server sees them: the Host header if there is one, else the URL's. */
  public String authority() {
    return authorityOctets().text();
  }

  /** The bytes of host and port. */
  public Octets authorityOctets() {
    int at = headers.next(HOST, 0);
    return at < 0 ? url.authorityOctets() : Octets.of(headers.value(at));
  }

  /** The host without its port, which is a number; an IPv6 address keeps its brackets. */
  public String host() {
    return hostOctets().text();
  }

  /** The bytes of the host. */
  public Octets hostOctets() {
    Octets authority = authorityOctets();
    int colon = authority.last(':', authority.length());
    for (int i = colon + 1; i < authority.length(); i++) {
      if (authority.at(i) < '0' || authority.at(i) > '9') {
        return authority;
      }
    }
    return colon < 0 ? authority : authority.slice(0, colon);
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
    return new HttpRequest(method, other, headers, body);
  }

  public HttpRequest withTarget(String target) {
    return withUrl(url.withTarget(target));
  }

  public HttpRequest withHeaders(Headers other) {
    return new HttpRequest(method, url, other, body);
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
    return new HttpRequest(method, url, headers, other);
  }
}
