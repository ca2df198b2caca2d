package io.countersign.vector;

import io.countersign.message.Headers;
import io.countersign.message.Octets;
import io.countersign.signing.SignedRequest;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must come of a vector. */
public sealed interface Expectation {
  /**
   * What came out otherwise; may hold secrets, which {@link TestVector#check()} takes out.
   *
   * @param party who has the vector's credentials
   */
  List<Mismatch> compare(TestVector vector, Party party);

  /**
   * The request is signed like this. Each stage that is there must match.
   *
   * @param stringToSign as text
   * @param signature before any percent-encoding
   * @param url of the signed request, to the byte
   * @param headers of the signed request: those listed, each with all of its values; others are
   *     free
   */
  record Signed(
      Optional<String> stringToSign,
      Optional<String> signature,
      Optional<String> url,
      Headers headers)
      implements Expectation {

    @Override
    public List<Mismatch> compare(TestVector vector, Party party) {
      SignedRequest made = party.signer().sign(vector.request(), vector.time());
      List<Mismatch> mismatches = new ArrayList<>(0);
      stringToSign
          .filter(text -> !Octets.of(text).equals(made.stringToSign()))
          .ifPresent(
              text ->
                  mismatches.add(new Mismatch("stringToSign", text, made.stringToSign().text())));
      compare("signature", signature, made.signature(), mismatches);
      if (url.isPresent()) {
        compare("signed.url", url, made.request().url().toString(), mismatches);
      }
      if (!headers.all().isEmpty()) {
        headers.all().stream()
            .map(header -> header.name())
            .distinct()
            .forEach(name -> compareHeader(name, made.request().headers(), mismatches));
      }
      return mismatches;
    }

    private static void compare(
        String what, Optional<String> expected, String actual, List<Mismatch> mismatches) {
      expected
          .filter(text -> !text.equals(actual))
          .ifPresent(text -> mismatches.add(new Mismatch(what, text, actual)));
    }

    private void compareHeader(String name, Headers actual, List<Mismatch> mismatches) {
      List<String> expected = headers.values(name);
      List<String> made = actual.values(name);
      if (!expected.equals(made)) {
        mismatches.add(
            new Mismatch(
                "signed.headers." + name,
                String.join(", ", expected),
                made.isEmpty() ? "no such header" : String.join(", ", made)));
      }
    }
  }

  /** The request is accepted. */
  record Accepted() implements Expectation {
    @Override
    public List<Mismatch> compare(TestVector vector, Party party) {
      Verdict verdict = Verdicts.verdict(vector, party);
      return verdict.isAccepted() ? List.of() : List.of(Verdicts.other("accept", verdict));
    }
  }

  /** The request is rejected, for exactly this reason. */
  record Rejected(Reason reason) implements Expectation {
    @Override
    public List<Mismatch> compare(TestVector vector, Party party) {
      Verdict verdict = Verdicts.verdict(vector, party);
      return verdict instanceof Verdict.Rejected rejected && rejected.reason() == reason
          ? List.of()
          : List.of(Verdicts.other("reject " + reason, verdict));
    }
  }
}
