package io.countersign.target.vendor;

import io.countersign.message.HttpRequest;
import io.countersign.verify.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and what the vendor answered.
 *
 * @param request as it arrived, signature included
 * @param time by the vendor's clock
 * @param scheme by which it was judged
 * @param verdict absent where the resource needs no authentication
 * @param status of the answer
 * @param body of the answer, JSON
 */
public record Exchange(
    HttpRequest request,
    Instant time,
    String scheme,
    Optional<Verdict> verdict,
    int status,
    String body) {

  /** The same exchange with another body. */
  public Exchange withBody(String other) {
    return new Exchange(request, time, scheme, verdict, status, other);
  }
}
