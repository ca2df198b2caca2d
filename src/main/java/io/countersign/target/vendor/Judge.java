package io.countersign.target.vendor;

import io.countersign.message.HttpRequest;
import io.countersign.verify.Verdict;
import java.time.Instant;

/** Who decides whether a request is let in. */
@FunctionalInterface
public interface Judge {
  /**
   * @param client whose request it claims to be
   * @param request as it arrived
   * @param now the vendor's clock
   */
  Verdict judge(Registration client, HttpRequest request, Instant now);

  /** The reference verifier. */
  static Judge reference() {
    return (client, request, now) -> client.verifier().verify(request, now);
  }
}
