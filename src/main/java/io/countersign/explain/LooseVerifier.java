package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.verify.Verdict;
import java.time.Instant;

/** Accepts or rejects in its own way. */
@FunctionalInterface
interface LooseVerifier {
  Verdict verify(Credentials credentials, HttpRequest request, Instant now);
}
