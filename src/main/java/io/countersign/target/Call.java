package io.countersign.target;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.time.Instant;

/**
 * What a target is asked to do.
 *
 * @param scheme under which
 * @param profile which truth the run holds it against
 * @param credentials whose
 * @param time what its clock shall say, where it can be told
 * @param request to sign, or to judge as it was sent
 */
public record Call(
    Scheme scheme, Profile profile, Credentials credentials, Instant time, HttpRequest request) {
  public Call withRequest(HttpRequest other) {
    return new Call(scheme, profile, credentials, time, other);
  }
}
