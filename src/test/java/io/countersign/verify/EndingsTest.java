package io.countersign.verify;

import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Part;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Placement.Escaping;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import io.countersign.signing.StringToSign;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known again is used, and is what a reading in full would find. */
final class EndingsTest {
  private static final String SCHEME = "hoshinplan";

  @ParameterizedTest
  @CsvSource({
    "DOCUMENTED, /x, /x",
    "DOCUMENTED, /x, /other%20path",
    "DOCUMENTED, /x, /x?a=1&b=%32",
    "DOCUMENTED, /x?a=1, /y",
    "DOCUMENTED, /x, ''",
    "DEPLOYED, /x, /y",
    "DEPLOYED, /x?a=1, /y?b=%32",
  })
  void readAgain_findsWhatAReadingInFullFinds(Profile profile, String first, String second) {
    FieldReader reader = readerThatAccepted(profile, sign(profile, first));
    HttpRequest request = sign(profile, second);

    SentFields again = Objects.requireNonNull(reader.readAgain(request));

    SentFields full = reader.read(request);
    for (String field : List.of("app_key", SigningRules.TIMESTAMP, SigningRules.SIGNATURE)) {
      assertThat(again.value(field)).as(field).isPresent().isEqualTo(full.value(field));
    }
    for (Part.Form form : Part.Form.values()) {
      assertThat(signed(again, form)).isEqualTo(signed(full, form));
    }
  }

  @Test
  void readAgain_givesEachRequestItsOwnSignature() {
    FieldReader reader = readerThatAccepted(Profile.DOCUMENTED, sign(Profile.DOCUMENTED, "/x"));
    HttpRequest one = sign(Profile.DOCUMENTED, "/y");
    HttpRequest other = sign(Profile.DOCUMENTED, "/z");
    SentFields first = Objects.requireNonNull(reader.readAgain(one));

    assertThat(reader.readAgain(other)).isNotNull();
    assertThat(first.value(SigningRules.SIGNATURE))
        .isEqualTo(reader.read(one).value(SigningRules.SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x",
        "/x?",
        "/x?signature=1",
        "/x?app_key=k&timestamp=t",
        "/x?app_key=k&timestamp=t&signature",
        "/x?app_key=k&timestamp=t&signaturf=1",
        "/x?app_key=k&timestamp=u&signature=1",
        "/x?timestamp=t&app_key=k&signature=1",
        "/x?zapp_key=k&timestamp=t&signature=1",
        "/x?app_key=k&app_key=k&timestamp=t&signature=1",
        "/x?app_key&a=1&app_key=k&timestamp=t&signature=1",
        "/app_key=k&timestamp=t&signature=1",
      })
  void readAgain_knowsNothingOfAnotherEnding(String target) {
    FieldReader reader =
        readerThatAccepted(Profile.DOCUMENTED, get("/x?app_key=k&timestamp=t&signature=0"));

    assertThat(reader.readAgain(get("/y?a=1&app_key=k&timestamp=t&signature=1"))).isNotNull();
    assertThat(reader.readAgain(get(target))).isNull();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void readAgain_knowsNothingBeforeTheFirst(Profile profile) {
    assertThat(new FieldReader(rules(profile)).readAgain(sign(profile, "/x"))).isNull();
  }

  /** A field of a header would be that of another request. */
  @Test
  void verify_whereTheTimestampTravelsInAHeader_readsItEachTime() {
    SigningRules rules =
        rules(Profile.DOCUMENTED)
            .withSent(
                List.of(
                    inQuery("app_key", "{app_key}", false),
                    new Placement.InHeader("X-Time", List.of(), template("{timestamp}")),
                    inQuery("signature", "{signature}", true)))
            .withStringToSign(
                List.of(new Part.Target(Part.Form.DECODED, "signature"), new Part.Timestamp()));
    HttpRequest signed = sign(rules);
    HttpRequest changed =
        signed.withHeaders(
            signed.headers().without("X-Time").with("X-Time", "2014-09-23T17:22:59+00:00"));

    Verifier used = verifier(rules);
    assertThat(used.verify(signed, TIME)).isInstanceOf(Verdict.Accepted.class);
    assertThat(used.verify(changed, TIME))
        .isInstanceOf(Verdict.Rejected.class)
        .isEqualTo(verifier(rules).verify(changed, TIME));
  }

  /** What is known ends where the signature begins, and not amid what stands around it. */
  @Test
  void verify_whereTheSignatureStandsInOtherText_readsThatEachTime() {
    SigningRules rules =
        rules(Profile.DOCUMENTED)
            .withSent(
                List.of(
                    inQuery("app_key", "{app_key}", false),
                    inQuery("timestamp", "{timestamp}", false),
                    inQuery("signature", "v1:{signature}", true)));
    HttpRequest signed = sign(rules);
    String target = signed.target();
    String right = target.substring(target.indexOf("v1%3A") + "v1%3A".length());

    Verifier used = verifier(rules);
    assertThat(used.verify(signed, TIME)).isInstanceOf(Verdict.Accepted.class);
    for (int length = 1; length < right.length(); length++) {
      String begun = right.substring(0, length);
      for (String signature : List.of(right, Percent.decode(right))) {
        HttpRequest longer = signed.withTarget(target.replace(right, begun + signature));
        assertThat(used.verify(longer, TIME)).isInstanceOf(Verdict.Rejected.class);
      }
    }
  }

  private static FieldReader readerThatAccepted(Profile profile, HttpRequest request) {
    FieldReader reader = new FieldReader(rules(profile));
    reader.remember(request, reader.read(request));
    return reader;
  }

  private static HttpRequest get(String target) {
    return HttpRequest.get("https://h" + target);
  }

  private static HttpRequest sign(Profile profile, String target) {
    return Verifications.sign(SCHEME, profile, get(target));
  }

  private static HttpRequest sign(SigningRules rules) {
    return Signer.of(rules, credentials(SCHEME)).sign(get("/x"), TIME).request();
  }

  private static Verifier verifier(SigningRules rules) {
    return Verifier.of(TestSchemes.builtIn(SCHEME), rules, credentials(SCHEME));
  }

  private static SigningRules rules(Profile profile) {
    return TestSchemes.builtIn(SCHEME).rules(profile);
  }

  private static Placement inQuery(String name, String value, boolean last) {
    return new Placement.InQuery(name, template(value), Escaping.PERCENT, Escaping.PERCENT, last);
  }

  private static Template template(String text) {
    return Template.parse(text).orElseThrow();
  }

  /** What is signed of the target, of which the request itself knows nothing here. */
  private static String signed(SentFields fields, Part.Form form) {
    SigningInput input = new SigningInput(get("/"), credentials(SCHEME), "", "", fields.target());
    return StringToSign.of(List.of(new Part.Target(form, "signature")), input).text();
  }
}
