package io.countersign.suite;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes of single headers and parameters that leave everything else in its place. */
public final class RequestChanges {
  private RequestChanges() {}

  public static HttpRequest withHeader(HttpRequest request, String name, String value) {
    return withEach(request, name, header -> Stream.of(new Header(header.name(), value)));
  }

  public static HttpRequest withHeaderTwice(HttpRequest request, String name) {
    return withEach(request, name, header -> Stream.of(header, header));
  }

  public static HttpRequest withHeaderRenamed(HttpRequest request, String name, String other) {
    return withEach(request, name, header -> Stream.of(new Header(other, header.value())));
  }

  private static HttpRequest withEach(
      HttpRequest request, String name, Function<Header, Stream<Header>> change) {
    requireThere(request.headers().has(name), "header", name);
    List<Header> headers =
        request.headers().all().stream()
            .flatMap(
                header ->
                    header.name().equalsIgnoreCase(name) ? change.apply(header) : Stream.of(header))
            .toList();
    return request.withHeaders(new Headers(headers));
  }

  /**
   * @param change gives for each {@code name=value} of that name what stands in its place
   */
  public static HttpRequest withParameter(
      HttpRequest request, String name, Function<String, Optional<String>> change) {
    List<String> pairs = Arrays.asList(request.query().orElse("").split("&", -1));
    requireThere(pairs.stream().anyMatch(pair -> isNamed(pair, name)), "parameter", name);
    List<String> changed =
        pairs.stream()
            .flatMap(pair -> isNamed(pair, name) ? change.apply(pair).stream() : Stream.of(pair))
            .toList();
    return request.withUrl(
        request
            .url()
            .withQuery(
                changed.isEmpty() ? Optional.empty() : Optional.of(String.join("&", changed))));
  }

  /** Adds a parameter before all others, so that what stands at the end stays there. */
  public static HttpRequest withParameterInFront(HttpRequest request, String pair) {
    String rest = request.query().filter(text -> !text.isEmpty()).map(q -> "&" + q).orElse("");
    return request.withUrl(request.url().withQuery(Optional.of(pair + rest)));
  }

  public static HttpRequest withFirstParametersSwapped(HttpRequest request) {
    List<String> pairs = new ArrayList<>(Arrays.asList(request.query().orElse("").split("&", -1)));
    requireThere(pairs.size() > 1, "second parameter", "");
    Collections.swap(pairs, 0, 1);
    return request.withUrl(request.url().withQuery(Optional.of(String.join("&", pairs))));
  }

  private static boolean isNamed(String pair, String name) {
    return pair.equals(name) || pair.startsWith(name + "=");
  }

  private static void requireThere(boolean there, String what, String name) {
    if (!there) {
      throw new InconclusiveException("the signed request has no " + what + " " + name);
    }
  }
}
