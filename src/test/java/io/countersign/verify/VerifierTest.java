package io.countersign.verify;

import static io.countersign.verify.Verifications.REQUEST;
import static io.countersign.verify.Verifications.TIME;
import static io.countersign.verify.Verifications.changed;
import static io.countersign.verify.Verifications.credentials;
import static io.countersign.verify.Verifications.signed;
import static io.countersign.verify.Verifications.verifier;
import static io.countersign.verify.Verifications.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason for a rejection, and which of two speaks first. */
final class VerifierTest {
  /** One field of a signed request replaced ({@code null}: left out), and what is said of it. */
  static List<Arguments> changes() {
    return List.of(
        Arguments.of("ticketmatic", "accesskey", null, Reason.MISSING_CREDENTIAL),
        Arguments.of("ticketmatic", "accesskey", "", Reason.MISSING_CREDENTIAL),
        Arguments.of("ticketmatic", "accesskey", "other", Reason.UNKNOWN_KEY),
        Arguments.of("ticketmatic", "timestamp", null, Reason.MISSING_TIMESTAMP),
        Arguments.of("ticketmatic", "timestamp", "2014-09-23 17:23:00", Reason.MALFORMED_TIMESTAMP),
        Arguments.of(
            "ticketmatic", "timestamp", "2014-09-23T17:23:00Z", Reason.MALFORMED_TIMESTAMP),
        Arguments.of("ticketmatic", "timestamp", "2014-09-23T16:52:59", Reason.EXPIRED_TIMESTAMP),
        Arguments.of("ticketmatic", "timestamp", "2014-09-23T17:22:59", Reason.SIGNATURE_MISMATCH),
        Arguments.of("ticketmatic", "signature", null, Reason.MISSING_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "", Reason.MISSING_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "00", Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "0".repeat(63), Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "A".repeat(64), Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "g".repeat(64), Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketmatic", "signature", "0".repeat(64), Reason.SIGNATURE_MISMATCH),
        Arguments.of("ticketevolution", "token", null, Reason.MISSING_CREDENTIAL),
        Arguments.of("ticketevolution", "token", "other", Reason.UNKNOWN_KEY),
        Arguments.of("ticketevolution", "signature", null, Reason.MISSING_SIGNATURE),
        Arguments.of("ticketevolution", "signature", "0".repeat(64), Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketevolution", "signature", base64(20), Reason.MALFORMED_SIGNATURE),
        Arguments.of("ticketevolution", "signature", base64(32), Reason.SIGNATURE_MISMATCH),
        Arguments.of("rmtrack", "accesskey", "other", Reason.UNKNOWN_KEY),
        Arguments.of("rmtrack", "timestamp", null, Reason.MISSING_TIMESTAMP),
        Arguments.of("rmtrack", "timestamp", "2014-09-23T17:23:00", Reason.MALFORMED_TIMESTAMP),
        Arguments.of("rmtrack", "signature", null, Reason.MISSING_SIGNATURE),
        Arguments.of("rmtrack", "signature", base64(32), Reason.MALFORMED_SIGNATURE),
        Arguments.of("rmtrack", "signature", base64(20), Reason.SIGNATURE_MISMATCH),
        Arguments.of("hoshinplan", "app_key", null, Reason.MISSING_CREDENTIAL),
        Arguments.of("hoshinplan", "app_key", "other", Reason.UNKNOWN_KEY),
        Arguments.of("hoshinplan", "timestamp", null, Reason.MISSING_TIMESTAMP),
        Arguments.of("hoshinplan", "timestamp", "now", Reason.MALFORMED_TIMESTAMP),
        Arguments.of("hoshinplan", "timestamp", "2014-09-23T17:17:59Z", Reason.EXPIRED_TIMESTAMP),
        Arguments.of("hoshinplan", "signature", null, Reason.MISSING_SIGNATURE),
        Arguments.of("hoshinplan", "signature", base64(32) + "&x=1", Reason.MALFORMED_SIGNATURE),
        Arguments.of("hoshinplan", "signature", base64(32), Reason.SIGNATURE_MISMATCH),
        Arguments.of("ticketmatic-basic", "signature", null, Reason.MISSING_CREDENTIAL),
        Arguments.of("ticketmatic-basic", "signature", "***", Reason.MALFORMED_CREDENTIAL),
        Arguments.of(
            "ticketmatic-basic", "signature", pair("no-colon"), Reason.MALFORMED_CREDENTIAL),
        Arguments.of("ticketmatic-basic", "signature", pair(":secret"), Reason.MISSING_CREDENTIAL),
        Arguments.of("ticketmatic-basic", "signature", pair("other:x"), Reason.UNKNOWN_KEY),
        Arguments.of(
            "ticketmatic-basic",
            "signature",
            pair("242dda885ec6024f934a40c0:x"),
            Reason.SIGNATURE_MISMATCH));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void verify_rejectsOneChangedFieldForItsReason(
      String id, String field, @Nullable String value, Reason reason) {
    Map<String, @Nullable String> change = new HashMap<>();
    change.put(field, value);

    assertThat(verify(id, Profile.DOCUMENTED, changed(id, Profile.DOCUMENTED, change)))
        .isEqualTo(reason.toString());
  }

  @Test
  void verify_rejectsTheFutureWhereTheSchemeDoes() {
    Map<String, @Nullable String> ahead = Map.of("timestamp", "2014-09-23T17:23:00.001Z");

    assertThat(
            verify("hoshinplan", Profile.DEPLOYED, changed("hoshinplan", Profile.DEPLOYED, ahead)))
        .isEqualTo("future-timestamp");
    assertThat(
            verify(
                "hoshinplan", Profile.DOCUMENTED, changed("hoshinplan", Profile.DOCUMENTED, ahead)))
        .isEqualTo("signature-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TM-HMAC-SHA256", "Basic abc", "tm-hmac-sha256 key=a ts=b sign=c"})
  void verify_rejectsAHeaderOfAnotherForm(String header) {
    assertThat(
            verify("ticketmatic", Profile.DOCUMENTED, REQUEST.withHeader("Authorization", header)))
        .isEqualTo("malformed-credential");
  }

  @Test
  void verify_byOtherRules_doesNotJudgeByTheSchemes() {
    Scheme scheme = TestSchemes.builtIn("rmtrack");
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    SigningRules other = rules.withStringToSign(List.of(new Part.Method()));
    HttpRequest signed = Signer.of(other, credentials("rmtrack")).sign(REQUEST, TIME).request();

    assertThat(Verifier.of(scheme, other, credentials("rmtrack")).verify(signed, TIME).isAccepted())
        .isTrue();
    assertThat(verify("rmtrack", Profile.DOCUMENTED, signed)).isEqualTo("signature-mismatch");
  }

  /** What looks like an escape is one in a query, and nowhere else. */
  @Test
  void verify_takesAHeaderAsItIs() {
    Scheme scheme = TestSchemes.builtIn("ticketevolution");
    Credentials own = Credentials.of(scheme, Map.of("token", "100%25", "secret", "xyz"));
    Credentials decoded = Credentials.of(scheme, Map.of("token", "100%", "secret", "xyz"));
    SigningRules rules = scheme.rules(Profile.DOCUMENTED);
    HttpRequest signed = Signer.of(rules, own).sign(REQUEST, TIME).request();

    assertThat(Verifier.of(scheme, rules, own).verify(signed, TIME).isAccepted()).isTrue();
    assertThat(Verifier.of(scheme, rules, decoded).verify(signed, TIME))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  @Test
  void verify_takesAHeaderWithNothingInItForNone() {
    assertThat(verify("ticketmatic", Profile.DOCUMENTED, REQUEST.withHeader("Authorization", " ")))
        .isEqualTo("missing-credential");
  }

  @Test
  void reasons_areAllReachable() {
    Set<Reason> reached =
        changes().stream()
            .map(arguments -> (Reason) arguments.get()[3])
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    reached.add(Reason.FUTURE_TIMESTAMP); // verify_rejectsTheFutureWhereTheSchemeDoes
    reached.add(Reason.AMBIGUOUS_REQUEST); // AmbiguousRequestTest

    assertThat(reached).containsExactlyInAnyOrder(Reason.values());
  }

  @Test
  void reasons_areListedInTheOrderOfTheirLayers() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::layer)).isSorted();
  }

  /** Of several faults the one of the first layer is named. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "other, 2014-09-23T16:00:00, 00, unknown-key",
        "-, 2014-09-23T16:00:00, 00, missing-credential",
        "-, -, -, missing-credential",
        "xyz, 2014-09-23T16:00:00, 00, expired-timestamp",
        "xyz, 2014-09-23T16:00:00, -, expired-timestamp",
        "xyz, yesterday, 00, malformed-timestamp",
        "xyz, -, 00, missing-timestamp",
        "xyz, -, -, missing-timestamp",
        "xyz, 2014-09-23T17:22:00, 00, malformed-signature",
        "xyz, 2014-09-23T17:22:00, -, missing-signature",
      })
  void verify_namesTheFirstLayerThatFails(
      @Nullable String key, @Nullable String time, @Nullable String signature, String reason) {
    Map<String, @Nullable String> change = new HashMap<>();
    change.put("accesskey", "xyz".equals(key) ? credentials("ticketmatic").text("accesskey") : key);
    change.put("timestamp", time);
    change.put("signature", signature);

    assertThat(
            verify(
                "ticketmatic",
                Profile.DOCUMENTED,
                changed("ticketmatic", Profile.DOCUMENTED, change)))
        .isEqualTo(reason);
  }

  @Test
  void verdicts_neverSayTheSecretOrTheRightSignature() {
    for (Arguments arguments : changes()) {
      String id = (String) arguments.get()[0];
      Map<String, @Nullable String> change = new HashMap<>();
      change.put((String) arguments.get()[1], (String) arguments.get()[2]);
      HttpRequest changed = changed(id, Profile.DOCUMENTED, change);
      String verdict = verifier(id, Profile.DOCUMENTED).verify(changed, TIME).toString();

      assertThat(verdict).doesNotContain("countersign-example-secret");
      SentFields.read(
              TestSchemes.builtIn(id).rules(Profile.DOCUMENTED), signed(id, Profile.DOCUMENTED))
          .value(SigningRules.SIGNATURE)
          .ifPresent(signature -> assertThat(verdict).doesNotContain(signature));
    }
  }

  private static String base64(int length) {
    return Base64.getEncoder().encodeToString(new byte[length]);
  }

  private static String pair(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
