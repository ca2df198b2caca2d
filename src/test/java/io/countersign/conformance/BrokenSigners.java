package io.countersign.conformance;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.Encoding;
import io.countersign.scheme.Part;
import io.countersign.scheme.Proof;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.target.Call;
import io.countersign.target.Signed;
import io.countersign.target.SignerUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Signers with one mistake each. */
final class BrokenSigners {
  private BrokenSigners() {}

  /** One that signs by other rules than the scheme's. */
  static SignerUnderTest by(UnaryOperator<SigningRules> change) {
    return call -> sign(call, change.apply(rules(call)), Duration.ZERO);
  }

  /** One that signs another string. */
  static SignerUnderTest over(UnaryOperator<List<Part>> change) {
    return by(rules -> rules.withStringToSign(change.apply(rules.stringToSign())));
  }

  /** One that makes or writes the MAC in another way. */
  static SignerUnderTest with(UnaryOperator<Proof.Mac> change) {
    return by(rules -> TestSchemes.withProof(rules, change.apply((Proof.Mac) rules.proof())));
  }

  static Proof.Mac algorithm(Proof.Mac mac, Algorithm other) {
    return new Proof.Mac(other, mac.secretField(), mac.keyEncoding(), mac.encoding());
  }

  static Proof.Mac encoding(Proof.Mac mac, Encoding other) {
    return new Proof.Mac(mac.algorithm(), mac.secretField(), mac.keyEncoding(), other);
  }

  static List<Part> unsorted(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                part instanceof QueryPart query ? query.withOrder(QueryPart.Order.AS_SENT) : part)
        .toList();
  }

  static List<Part> withoutLast(List<Part> parts) {
    return parts.subList(0, parts.size() - 1);
  }

  static List<Part> without(List<Part> parts, Part left) {
    return parts.stream().filter(part -> !part.equals(left)).toList();
  }

  /** One whose clock is wrong. */
  static SignerUnderTest late(Duration by) {
    return call -> sign(call, rules(call), by);
  }

  /** One that signs rightly and then does something to the request. */
  static SignerUnderTest then(UnaryOperator<HttpRequest> change) {
    return call ->
        sign(call, rules(call), Duration.ZERO) instanceof Signed.Done done
            ? new Signed.Done(change.apply(done.request()))
            : new Signed.Fault("not signed");
  }

  static HttpRequest withoutQuery(HttpRequest request) {
    return request.withUrl(request.url().withQuery(Optional.empty()));
  }

  private static Signed sign(Call call, SigningRules rules, Duration late) {
    return new Signed.Done(
        Signer.of(rules, call.credentials())
            .sign(call.request(), call.time().plus(late))
            .request());
  }

  private static SigningRules rules(Call call) {
    return call.scheme().rules(call.profile());
  }
}
