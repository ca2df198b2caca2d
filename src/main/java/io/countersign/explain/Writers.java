package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Part;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Other ways to write a part of the string to sign. */
final class Writers {
  private Writers() {}

  /** The part as it would be of a request that was changed first. */
  static Part.Rewritten.Writer seeing(UnaryOperator<HttpRequest> view) {
    return (Seeing) view::apply;
  }

  /** The part's bytes changed. */
  static Part.Rewritten.Writer changing(UnaryOperator<Octets> change) {
    return (Changing) (written, in) -> change.apply(written);
  }

  /** The part's text changed; bytes that are no text stay. */
  static Part.Rewritten.Writer changingText(UnaryOperator<String> change) {
    return changing(octets -> octets.isText() ? Octets.of(change.apply(octets.text())) : octets);
  }

  static UnaryOperator<HttpRequest> path(UnaryOperator<String> change) {
    return request -> request.withUrl(request.url().withPath(change.apply(request.path())));
  }

  /** Changes the query where there is one. */
  static UnaryOperator<HttpRequest> query(UnaryOperator<String> change) {
    return request ->
        request.query().isEmpty()
            ? request
            : request.withUrl(
                request.url().withQuery(Optional.of(change.apply(request.query().get()))));
  }

  /** Changes the host, wherever the request says it. */
  static UnaryOperator<HttpRequest> authority(UnaryOperator<String> change) {
    return request ->
        request
            .withHeaders(request.headers().without("Host"))
            .withUrl(request.url().withAuthority(change.apply(request.authority())));
  }

  /** Changes a body that is text and not empty. */
  static UnaryOperator<HttpRequest> body(UnaryOperator<String> change) {
    return request ->
        request.body().isEmpty() || !request.body().isText()
            ? request
            : request.withBody(Octets.of(change.apply(request.body().text())));
  }
}
