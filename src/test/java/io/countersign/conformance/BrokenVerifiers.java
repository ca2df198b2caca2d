package io.countersign.conformance;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.ReferenceVerifier;
import io.countersign.target.VerifierUnderTest;
import io.countersign.verify.SentFields;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Verifiers with one mistake each. */
final class BrokenVerifiers {
  private static final VerifierUnderTest REFERENCE = new ReferenceVerifier();

  private BrokenVerifiers() {}

  static VerifierUnderTest of(Function<Call, Judged> verdict) {
    return new VerifierUnderTest() {
      @Override
      public Judged judge(Call call) {
        return verdict.apply(call);
      }

      @Override
      public boolean givesTypedReasons() {
        return true;
      }
    };
  }

  /**
   * One that does not look at a part of the request. It has seen the right one, and judges as if
   * the part were still the same.
   *
   * @param overlook gives the present request with that part of the former one
   */
  static VerifierUnderTest overlooking(BinaryOperator<HttpRequest> overlook) {
    Map<String, HttpRequest> seen = new ConcurrentHashMap<>();
    return of(
        call -> {
          Judged judged = REFERENCE.judge(call);
          String signature = sent(call, SigningRules.SIGNATURE);
          if (judged instanceof Judged.Accepted) {
            seen.put(signature, call.request());
            return judged;
          }
          HttpRequest former = seen.get(signature);
          return former == null
              ? judged
              : REFERENCE.judge(with(call, overlook.apply(call.request(), former)));
        });
  }

  /**
   * One that compares signatures in a way of its own.
   *
   * @param same whether the right one and the one that was sent count as equal
   */
  static VerifierUnderTest comparing(BiPredicate<String, String> same) {
    return of(
        call -> {
          SignedRequest right =
              Signer.of(rules(call), call.credentials())
                  .signWithTimestamp(
                      call.request(), sent(call, SigningRules.TIMESTAMP), call.time());
          String signature = sent(call, SigningRules.SIGNATURE);
          boolean taken = !signature.isEmpty() && same.test(right.signature(), signature);
          return REFERENCE.judge(taken ? with(call, right.request()) : call);
        });
  }

  /** One to which every signature is fresh. */
  static VerifierUnderTest withoutExpiry() {
    return of(
        call -> {
          Instant time =
              rules(call)
                  .timestamp()
                  .orElseThrow()
                  .format()
                  .parse(sent(call, SigningRules.TIMESTAMP))
                  .orElse(call.time());
          return REFERENCE.judge(
              new Call(call.scheme(), call.profile(), call.credentials(), time, call.request()));
        });
  }

  /** One that takes the credential to be something else where that makes the signature right. */
  static VerifierUnderTest alsoTaking(String field, String value) {
    return of(
        call -> {
          Judged judged = REFERENCE.judge(call);
          return judged instanceof Judged.Accepted
              ? judged
              : REFERENCE.judge(
                  new Call(
                      call.scheme(),
                      call.profile(),
                      call.credentials().withText(field, value),
                      call.time(),
                      call.request()));
        });
  }

  /** The reference, whose rejections come in another form. */
  static VerifierUnderTest rejecting(
      VerifierUnderTest whole, Function<Judged.Rejected, Judged> as) {
    return of(
        call ->
            whole.judge(call) instanceof Judged.Rejected rejected
                ? as.apply(rejected)
                : new Judged.Accepted("accepted"));
  }

  /** Whether a request says that it was signed later than the clock of its verifier reads. */
  static boolean isAhead(Call call) {
    return rules(call)
        .timestamp()
        .flatMap(rule -> rule.format().parse(sent(call, SigningRules.TIMESTAMP)))
        .filter(time -> time.isAfter(call.time()))
        .isPresent();
  }

  private static Call with(Call call, HttpRequest request) {
    return new Call(call.scheme(), call.profile(), call.credentials(), call.time(), request);
  }

  private static SigningRules rules(Call call) {
    return call.scheme().rules(call.profile());
  }

  private static String sent(Call call, String field) {
    return SentFields.read(rules(call), call.request()).value(field).orElse("");
  }
}
