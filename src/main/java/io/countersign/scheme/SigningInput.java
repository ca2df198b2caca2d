package io.countersign.scheme;

import io.countersign.message.HttpRequest;
import java.util.Optional;

/**
 * What the parts of a string to sign are computed from.
 *
 * @param request the request as it is sent, but perhaps for its signature
 * @param credentials whose
 * @param timestamp as the message carries it, decoded; empty where the scheme has none
 * @param day of that timestamp, as the scheme writes days; empty where nothing asks for it
 * @param target what is signed of the target, where that is known already
 */
public record SigningInput(
    HttpRequest request,
    Credentials credentials,
    String timestamp,
    String day,
    Optional<SignedTarget> target) {
  public SigningInput(HttpRequest request, Credentials credentials, String timestamp, String day) {
    this(request, credentials, timestamp, day, Optional.empty());
  }

  /** For what has no day in it. */
  public SigningInput(HttpRequest request, Credentials credentials, String timestamp) {
    this(request, credentials, timestamp, "", Optional.empty());
  }
}
