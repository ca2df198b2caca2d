package io.countersign.message;

import io.countersign.document.InputException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An absolute URL cut into its parts and never normalised: {@link #toString()} gives back exactly
 * what was read. Path and query are kept as one run of bytes, as they go over the wire, since that
 * is what is signed; the text is made when it is asked for.
 */
public final class RequestUrl {
  private static final Octets ROOT = Octets.of("/");
  private static final Octets QUESTION = Octets.of("?");

  private final Server server;

  /** Path and query as written. */
  private final Octets raw;

  /** Where the path ends in them: at the first {@code ?}, or where there is none at the end. */
  private final int pathEnd;

  /**
   * What comes before the path.
   *
   * @param authority host and port
   * @param host the host alone
   */
  private record Server(String scheme, Octets authority, Octets host) {
    Server(String scheme, Octets authority) {
      this(scheme, authority, hostOf(authority));
    }
  }

  private RequestUrl(Server server, Octets raw, int pathEnd) {
    this.server = server;
    this.raw = raw;
    this.pathEnd = pathEnd;
  }

  /** The URL of a server, without path and query. */
  public static RequestUrl ofServer(String scheme, String authority) {
    return new RequestUrl(new Server(scheme, Octets.of(authority)), Octets.EMPTY, 0);
  }

  /**
   * @throws InputException if it is no absolute http or https URL, or has white space or a fragment
   */
  public static RequestUrl parse(String url) {
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon);
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw InputException.of(
          "'" + url + "' is no absolute URL", "it begins with http:// or https://");
    }
    requireSendable(url);
    int start = colon + 3;
    int end = start;
    while (end < url.length() && url.charAt(end) != '/' && url.charAt(end) != '?') {
      end++;
    }
    String authority = url.substring(start, end);
    if (authority.isEmpty() || authority.startsWith(":")) {
      throw InputException.of("'" + url + "' names no host", "write the host after ://");
    }
    if (authority.indexOf('@') >= 0) {
      throw InputException.of(
          "the URL carries user information before an @",
          "credentials come from a file or the environment");
    }
    return ofServer(scheme, authority).withTarget(url.substring(end));
  }

  private static void requireSendable(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c == 0x7F) {
        throw InputException.unsendable(
            "the URL '"
                + url.replaceAll("\\p{Cntrl}", "?")
                + "' contains white space or a control"
                + " character at position "
                + (i + 1),
            "percent-encode it");
      }
      if (c == '#') {
        throw InputException.unsendable(
            "the URL has a fragment ('#' at position " + (i + 1) + "), which is never sent",
            "remove it, or write %23");
      }
    }
  }

  /** The same server with another path and query, taken as they stand. */
  public RequestUrl withTarget(String target) {
    return withTarget(Octets.of(target));
  }

  RequestUrl withTarget(Octets octets) {
    return new RequestUrl(server, octets, octets.next('?', 0, octets.length()));
  }

  /** The same server with path and query of another URL. */
  public RequestUrl withTargetOf(RequestUrl other) {
    return new RequestUrl(server, other.raw, other.pathEnd);
  }

  /** The same URL with another path; a {@code ?} in it belongs to the path. */
  public RequestUrl withPath(String path) {
    Octets octets = Octets.of(path);
    return new RequestUrl(server, octets.plus(raw.slice(pathEnd, raw.length())), octets.length());
  }

  public RequestUrl withQuery(Optional<String> query) {
    Octets path = raw.slice(0, pathEnd);
    return new RequestUrl(
        server, query.map(text -> path.plus(QUESTION).plus(Octets.of(text))).orElse(path), pathEnd);
  }

  /**
   * The same URL, for more parameters behind those that are there.
   *
   * @param room how many bytes they are at most, with what separates them
   */
  public Growing growing(int room) {
    return new Growing(this, room);
  }

  /**
   * A URL that gets more and more parameters. All its stages share one run of bytes, which is only
   * written to behind the last.
   */
  public static final class Growing {
    private final RequestUrl start;
    private final int room;
    private @Nullable OctetBuffer written;

    private Growing(RequestUrl start, int room) {
      this.start = start;
      this.room = room;
    }

    /** The next stage: with parameters that are written there. */
    public RequestUrl plus(Consumer<OctetBuffer> parameters) {
      OctetBuffer target = target();
      if (target.length() == start.pathEnd) {
        target.append((byte) '?');
      } else if (target.length() > start.pathEnd + 1) {
        target.append((byte) '&');
      }
      parameters.accept(target);
      return new RequestUrl(start.server, target.written(), start.pathEnd);
    }

    private OctetBuffer target() {
      if (written == null) {
        written = new OctetBuffer(start.raw.length() + room).append(start.raw);
      }
      return written;
    }
  }

  public RequestUrl withAuthority(String other) {
    return new RequestUrl(new Server(server.scheme(), Octets.of(other)), raw, pathEnd);
  }

  /** {@code http} or {@code https}, as written. */
  public String scheme() {
    return server.scheme();
  }

  /** Host and port, as written. */
  public String authority() {
    return server.authority().text();
  }

  /** The host without its port, as written; an IPv6 address keeps its brackets. */
  public String host() {
    return server.host().text();
  }

  /** The bytes of host and port. */
  Octets authorityOctets() {
    return server.authority();
  }

  /** The bytes of the host. */
  Octets hostOctets() {
    return server.host();
  }

  /** The host and port without the port, which is a number; an IPv6 address keeps its brackets. */
  static Octets hostOf(Octets authority) {
    int colon = authority.last(':', authority.length());
    for (int i = colon + 1; i < authority.length(); i++) {
      if (authority.at(i) < '0' || authority.at(i) > '9') {
        return authority;
      }
    }
    return colon < 0 ? authority : authority.slice(0, colon);
  }

  /** The path as written; may be empty. */
  public String rawPath() {
    return raw.slice(0, pathEnd).text();
  }

  /** What follows the first {@code ?}, which may be empty; absent where there is no {@code ?}. */
  public Optional<String> rawQuery() {
    return hasQuery() ? Optional.of(queryOctets().text()) : Optional.empty();
  }

  public boolean hasQuery() {
    return pathEnd < raw.length();
  }

  /** The bytes of what follows the first {@code ?}; none where there is no {@code ?}. */
  public Octets queryOctets() {
    return hasQuery() ? raw.slice(pathEnd + 1, raw.length()) : Octets.EMPTY;
  }

  /** The path as it is sent: an empty one goes out as {@code /} (RFC 9112, section 3.2.1). */
  public String path() {
    return pathOctets().text();
  }

  /** The bytes of the path as it is sent. */
  public Octets pathOctets() {
    return pathEnd == 0 ? ROOT : raw.slice(0, pathEnd);
  }

  /** The request target in origin form: path and query as they are sent. */
  public String target() {
    return targetOctets().text();
  }

  /** The bytes of the request target. */
  public Octets targetOctets() {
    return pathEnd == 0 ? ROOT.plus(raw) : raw;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestUrl url
        && server.equals(url.server)
        && raw.equals(url.raw)
        && pathEnd == url.pathEnd;
  }

  @Override
  public int hashCode() {
    return 31 * server.hashCode() + raw.hashCode();
  }

  @Override
  public String toString() {
    return server.scheme() + "://" + server.authority().text() + raw.text();
  }
}
