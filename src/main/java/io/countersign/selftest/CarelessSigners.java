package io.countersign.selftest;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.KeyEncoding;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.Signer;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Signers whose signature is right, so that no verifier refuses what they send, and who do with the
 * request, or with the secret, what is not theirs to do.
 */
final class CarelessSigners {
  private final SchemeUnderTest subject;
  private final SigningRules rules;
  private final List<Candidate> all = new ArrayList<>();

  private CarelessSigners(SchemeUnderTest subject, Profile profile) {
    this.subject = subject;
    this.rules = subject.scheme().rules(profile);
  }

  static List<Candidate> of(SchemeUnderTest subject, Profile profile) {
    CarelessSigners signers = new CarelessSigners(subject, profile);
    signers.add(
        "secret-sent-along",
        "The secret is sent along in a header of its own.",
        call -> signers.sign(call, call.request()).withHeader("X-Secret", signers.secret(call)));
    signers.add(
        "header-values-sent-in-lower-case",
        "The values of the request's own headers are sent in lower case.",
        call -> signers.sign(call, withHeadersInLowerCase(call.request())));
    return signers.all;
  }

  /** As a header can hold it, whatever is in it. */
  private String secret(Call call) {
    byte[] text = call.credentials().secret(rules.proof().secretField()).key(KeyEncoding.UTF_8);
    return Percent.encode(new String(text, StandardCharsets.UTF_8));
  }

  private static HttpRequest withHeadersInLowerCase(HttpRequest request) {
    return request.withHeaders(
        new Headers(
            request.headers().all().stream()
                .map(header -> new Header(header.name(), header.value().toLowerCase(Locale.ROOT)))
                .toList()));
  }

  private HttpRequest sign(Call call, HttpRequest request) {
    return Signer.of(rules, call.credentials()).sign(request, call.time()).request();
  }

  private void add(String id, String title, Function<Call, HttpRequest> signer) {
    all.add(Candidate.signer(subject, id, title, false, signer));
  }
}
