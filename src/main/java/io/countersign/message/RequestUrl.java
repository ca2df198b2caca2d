package io.countersign.message;

import io.countersign.document.InputException;
import java.util.Objects;
import java.util.Optional;

/**
 * An absolute URL cut into its parts and never normalised: {@link #toString()} gives back exactly
 * what was read.
 *
 * @param scheme {@code http} or {@code https}, as written
 * @param authority host and port, as written
 * @param rawPath the path as written; may be empty
 * @param rawQuery what follows the first {@code ?}, which may be empty; absent where there is no
 *     {@code ?}
 */
public record RequestUrl(
    String scheme, String authority, String rawPath, Optional<String> rawQuery) {

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
    return new RequestUrl(scheme, authority, "", Optional.empty()).withTarget(url.substring(end));
  }

  private static void requireSendable(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c == 0x7F) {
        throw InputException.of(
            "the URL '"
                + url.replaceAll("\\p{Cntrl}", "?")
                + "' contains white space or a control"
                + " character at position "
                + (i + 1),
            "percent-encode it");
      }
      if (c == '#') {
        throw InputException.of(
            "the URL has a fragment ('#' at position " + (i + 1) + "), which is never sent",
            "remove it, or write %23");
      }
    }
  }

  /** The same server with another path and query, taken as they stand. */
  public RequestUrl withTarget(String target) {
    int question = target.indexOf('?');
    return question < 0
        ? new RequestUrl(scheme, authority, target, Optional.empty())
        : new RequestUrl(
            scheme,
            authority,
            target.substring(0, question),
            Optional.of(target.substring(question + 1)));
  }

  public RequestUrl withQuery(Optional<String> query) {
    return new RequestUrl(scheme, authority, rawPath, query);
  }

  public RequestUrl withAuthority(String other) {
    return new RequestUrl(scheme, other, rawPath, rawQuery);
  }

  /** The path as it is sent: an empty one goes out as {@code /} (RFC 9112, section 3.2.1). */
  public String path() {
    return rawPath.isEmpty() ? "/" : rawPath;
  }

  /** The request target in origin form: path and query as they are sent. */
  public String target() {
    return rawQuery.isEmpty() ? path() : path() + "?" + rawQuery.get();
  }

  @Override
  public String toString() {
    return Objects.requireNonNull(scheme)
        + "://"
        + authority
        + rawPath
        + rawQuery.map(query -> "?" + query).orElse("");
  }
}
