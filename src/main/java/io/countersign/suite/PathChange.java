package io.countersign.suite;

import io.countersign.message.HttpRequest;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What can be done to a path, whatever it is. */
public enum PathChange {
  EXTENDED("extended", path -> path + (path.endsWith("/") ? "x" : "/x")),
  SHORTENED("shortened", path -> path.length() == 1 ? "/x" : path.substring(0, path.length() - 1)),
  OTHER_CASE("written in another case", PathChange::otherCase),
  SLASHED("ended with a slash", path -> path + "/");

  private final String words;
  private final UnaryOperator<String> change;

  PathChange(String words, UnaryOperator<String> change) {
    this.words = words;
    this.change = change;
  }

  /** As a step says it. */
  public String words() {
    return words;
  }

  /**
   * @throws SkippedException if the path has no such other form
   */
  public HttpRequest apply(HttpRequest request) {
    String other = change.apply(request.path());
    if (other.equals(request.path())) {
      throw new SkippedException("the path is the same " + words);
    }
    return withPath(request, other);
  }

  /** The request with another path and the same query. */
  public static HttpRequest withPath(HttpRequest request, String path) {
    return request.withTarget(path + request.query().map(query -> "?" + query).orElse(""));
  }

  private static String otherCase(String path) {
    String upper = path.toUpperCase(Locale.ROOT);
    return upper.equals(path) ? path.toLowerCase(Locale.ROOT) : upper;
  }
}
