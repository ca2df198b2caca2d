package io.countersign.suite;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.target.Role;
import java.util.List;
import java.util.Optional;

/**
 * Where the requests of a case really go: where they say, to a capture server that takes
 * everything, or to a server under test, which has the resources of its scheme and perhaps nothing
 * else.
 */
final class Destination {
  private final Optional<RequestUrl> base;
  private final List<HttpRequest> resources;
  private final HttpRequest first;
  private final Optional<String> path;
  private final boolean server;

  private Destination(
      Optional<RequestUrl> base,
      List<HttpRequest> resources,
      HttpRequest first,
      Optional<String> path,
      boolean server) {
    this.base = base;
    this.resources = resources;
    this.first = first;
    this.path = path;
    this.server = server;
  }

  static Destination of(RunContext run, SchemeUnderTest subject, Role role) {
    Optional<RequestUrl> base = run.target().baseUrl(role).map(RequestUrl::parse);
    List<HttpRequest> resources =
        subject.scheme().service().resources().stream()
            .map(resource -> call(subject.scheme(), resource, subject.credentials()))
            .toList();
    HttpRequest first =
        call(subject.scheme(), subject.scheme().service().first(), subject.credentials());
    return new Destination(
        base, resources, first, run.path(), base.isPresent() && role == Role.ENDPOINT);
  }

  /** The call of a resource, at the scheme's own address. */
  static HttpRequest call(Scheme scheme, Resource resource, Credentials credentials) {
    Headers headers =
        resource
            .contentType()
            .map(type -> Headers.NONE.with("Content-Type", type))
            .orElse(Headers.NONE);
    String target = resource.target().fill(credentials::text);
    return new HttpRequest(
        resource.method(),
        RequestUrl.parse(scheme.service().base() + target),
        headers,
        Octets.of(resource.body()));
  }

  /** Whether requests go elsewhere than where they say. */
  boolean isElsewhere() {
    return base.isPresent();
  }

  /** Whether they go to a server under test. */
  boolean isServer() {
    return server;
  }

  /**
   * The request as it is sent there.
   *
   * @throws SkippedException if it calls what a server under test may not have
   */
  HttpRequest of(HttpRequest request) {
    if (base.isEmpty()) {
      return request;
    }
    String target = base.get().rawPath() + (server ? target(request) : request.target());
    return request
        .withHeaders(request.headers().without("Host"))
        .withUrl(base.get().withTarget(target));
  }

  private String target(HttpRequest request) {
    if (resources.stream().noneMatch(resource -> resource.path().equals(request.path()))) {
      throw new SkippedException(
          "the scenario calls " + request.path() + ", which the server may not have");
    }
    if (path.isEmpty() || !first.path().equals(request.path())) {
      return request.target();
    }
    boolean same = first.target().equals(request.target());
    String own = path.get();
    return same && own.contains("?")
        ? own
        : own.split("\\?")[0] + request.query().map(query -> "?" + query).orElse("");
  }
}
