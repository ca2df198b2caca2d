package io.countersign.selftest;

import io.countersign.message.HttpRequest;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Call;
import io.countersign.target.Role;
import io.countersign.target.Signed;
import io.countersign.target.Target;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An implementation to put under test.
 *
 * @param subject the scheme
 * @param role in which part
 * @param id of the deviation or variant
 * @param title what it does
 * @param right whether the suite must not accuse it
 * @param equivalence why nothing can tell it from a right one, where that is so
 * @param target makes it, anew for each run
 */
record Candidate(
    SchemeUnderTest subject,
    Role role,
    String id,
    String title,
    boolean right,
    Optional<String> equivalence,
    Supplier<Target> target) {
  /** One that signs in that way. */
  static Candidate signer(
      SchemeUnderTest subject,
      String id,
      String title,
      boolean right,
      Function<Call, HttpRequest> signer) {
    return new Candidate(
        subject,
        Role.SIGNER,
        id,
        title,
        right,
        Optional.empty(),
        () -> OneSided.signer(id, call -> new Signed.Done(signer.apply(call))));
  }
}
