package io.countersign.verify;

import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.signed;
import static io.countersign.verify.Verifications.verifier;
import static io.countersign.verify.Verifications.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scheme reads once must not be there twice. */
final class AmbiguousRequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"?app_key&", "?a=1&app_key&", "?app_key=&"})
  void hoshinplan_takesAParameterWithoutValueForOneThatIsThere(String query) {
    HttpRequest signed = signed("hoshinplan", Profile.DOCUMENTED);
    HttpRequest twice = signed.withTarget(signed.target().replace("?", query));

    assertThat(verifier("hoshinplan", Profile.DOCUMENTED).verify(twice, TIME))
        .isEqualTo(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST, "the parameter app_key is there 2 times"));
  }

  @ParameterizedTest
  @CsvSource({
    "ticketmatic, Authorization", "ticketmatic-basic, Authorization", "rmtrack, Authorization",
    "rmtrack, x-rmtrack-date", "ticketevolution, X-Token", "ticketevolution, x-signature",
  })
  void verify_rejectsWhatIsThereTwice(String id, String header) {
    HttpRequest signed = signed(id, Profile.DOCUMENTED);

    assertThat(verify(id, Profile.DOCUMENTED, signed)).isEqualTo("accepted");
    assertThat(
            verify(
                id,
                Profile.DOCUMENTED,
                signed.withHeader(header, signed.headers().first(header).orElseThrow())))
        .as("even the same value")
        .isEqualTo("ambiguous-request");
    assertThat(verify(id, Profile.DOCUMENTED, signed.withHeader(header, "nonsense")))
        .as("before what is malformed")
        .isEqualTo("ambiguous-request");
  }

  /** The first is signed, and a server behind the verifier may read the second. */
  @Test
  void verify_rejectsASecondHost_whereTheHostIsSigned() {
    HttpRequest signed = signed("ticketevolution", Profile.DOCUMENTED);
    HttpRequest once = signed.withHeader("host", signed.authority());

    assertThat(verify("ticketevolution", Profile.DOCUMENTED, once)).isEqualTo("accepted");
    assertThat(
            verifier("ticketevolution", Profile.DOCUMENTED)
                .verify(once.withHeader("Host", "evil.example"), TIME))
        .isEqualTo(
            new Verdict.Rejected(Reason.AMBIGUOUS_REQUEST, "the header Host is there 2 times"));

    List<Header> hostFirst = new ArrayList<>(signed.headers().all());
    hostFirst.add(0, new Header("Host", signed.authority()));
    hostFirst.add(new Header("Host", "evil.example"));
    assertThat(
            verify(
                "ticketevolution", Profile.DOCUMENTED, signed.withHeaders(new Headers(hostFirst))))
        .isEqualTo("ambiguous-request");
  }

  @Test
  void verify_rejectsASecondSignedHeader_andNoOther() {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme("amazon-s3");
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest signed =
        Signer.of(scheme.rules(Profile.DOCUMENTED), credentials)
            .sign(Verifications.REQUEST.withHeader("Content-Type", "a/b"), TIME)
            .request();
    Verifier verifier = Verifier.of(scheme, Profile.DOCUMENTED, credentials);

    assertThat(verifier.verify(signed.withHeader("Accept", "a").withHeader("accept", "b"), TIME))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(verifier.verify(signed.withHeader("content-type", "a/c"), TIME))
        .isEqualTo(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST, "the header Content-Type is there 2 times"));
  }

  /** What a header's value is changed to before it is signed, it is read from one header. */
  @ParameterizedTest
  @CsvSource({"amazon-s3, Content-Type, a/c", "ticketevolution, Host, evil.example"})
  void verify_rejectsASecondSignedHeader_howeverItIsSigned(String id, String header, String other) {
    Scheme scheme = Schemes.in(List.of(TestSchemes.features(), TestSchemes.further())).scheme(id);
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    List<Part> rewritten =
        rules.stringToSign().stream()
            .map(part -> (Part) new Part.Rewritten(part, (same, in, out) -> same.appendTo(out, in)))
            .toList();
    Credentials credentials = Credentials.examples(scheme);
    HttpRequest signed =
        Signer.of(rules, credentials)
            .sign(Verifications.REQUEST.withHeader("Content-Type", "a/b"), TIME)
            .request();
    HttpRequest once = signed.withHeader("host", signed.authority());
    Verifier verifier = Verifier.of(scheme, rules.withStringToSign(rewritten), credentials);

    assertThat(verifier.verify(once, TIME)).isInstanceOf(Verdict.Accepted.class);
    assertThat(verifier.verify(once.withHeader(header, other), TIME))
        .isEqualTo(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST, "the header " + header + " is there 2 times"));
  }

  @Test
  void rmtrack_countsTheDateUnderTheNameThatItIsReadFrom() {
    HttpRequest signed = signed("rmtrack", Profile.DOCUMENTED);
    String date = signed.headers().first("x-rmtrack-date").orElseThrow();
    HttpRequest other = signed.withHeader("Date", "x").withHeader("date", "y");
    HttpRequest twice = other.withHeaders(other.headers().without("x-rmtrack-date"));

    assertThat(verify("rmtrack", Profile.DOCUMENTED, other)).isEqualTo("accepted");
    assertThat(verifier("rmtrack", Profile.DOCUMENTED).verify(twice.withHeader("DATE", date), TIME))
        .isEqualTo(
            new Verdict.Rejected(
                Reason.AMBIGUOUS_REQUEST, "the header x-rmtrack-date is there 3 times"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app_key=x", "timestamp=x"})
  void verify_rejectsAParameterThatIsThereTwice(String parameter) {
    HttpRequest signed = signed("hoshinplan", Profile.DOCUMENTED);

    assertThat(
            verify(
                "hoshinplan",
                Profile.DOCUMENTED,
                signed.withTarget(signed.target().replace("?", "?" + parameter + "&"))))
        .isEqualTo("ambiguous-request");
  }
}
