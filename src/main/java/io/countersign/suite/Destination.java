package io.countersign.suite;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
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

  /** Whether they go to a server of which nobody says that it has anything by that method. */
  boolean mayLack(String method) {
    return server && resources.stream().noneMatch(one -> one.method().equals(method));
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

  /**
   * A string to sign with the path that is really called.
   *
   * @param there the URL that it was written for
   * @throws SkippedException if it is about that path
   */
  static String withPath(
      String stringToSign, RequestUrl there, RequestUrl called, SigningRules rules) {
    String path = there.path();
    boolean signed = rules.covered().contains(new Aspect(Aspect.Kind.PATH, ""));
    if (!signed || path.equals(called.path())) {
      return stringToSign;
    }
    int at = stringToSign.indexOf(path);
    // With an escape in it, it might be signed decoded.
    if (at < 0 || at != stringToSign.lastIndexOf(path) || called.path().contains("%")) {
      throw new SkippedException("the scenario is about another path than the one that is called");
    }
    return stringToSign.replace(path, called.path());
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
