package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.DailyMac;
import io.countersign.signing.MacKeys;
import io.countersign.signing.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that are derived from a secret, against those that vendors have published. */
final class DerivedKeysTest {
  private static final Scheme SCHEME =
      Schemes.in(List.of(TestSchemes.further())).scheme("aws-signature-4");
  private static final Proof.Mac MAC = (Proof.Mac) SCHEME.rules(Profile.DOCUMENTED).proof();

  @ParameterizedTest
  @MethodSource("derived")
  void key_isThePublishedOne(FieldVector vector) {
    assertThat(MacKeys.of(MAC, credentials(vector), scope(vector)[0])).isEqualTo(vector.key());
  }

  @ParameterizedTest
  @MethodSource("derived")
  void mac_isThePublishedOne(FieldVector vector) {
    DailyMac mac = DailyMac.of(MAC, credentials(vector));

    assertThat(mac.at("19700101").compute(vector.stringToSign()))
        .as("of another day, which is remembered")
        .isNotEqualTo(mac.at(scope(vector)[0]).compute(vector.stringToSign()));
    assertThat(MAC.encoding().encode(mac.at(scope(vector)[0]).compute(vector.stringToSign())))
        .isEqualTo(vector.output());
  }

  static List<FieldVector> derived() {
    return FieldVector.all().stream()
        .filter(one -> one.stringToSign().isText())
        .filter(one -> one.stringToSign().text().startsWith("AWS4-HMAC-SHA256\n"))
        .toList();
  }

  @Test
  void derived_areThoseOfAwsAndEscher() {
    assertThat(derived()).hasSizeGreaterThan(8).anyMatch(one -> one.name().startsWith("Escher"));
  }

  /** Of two seconds the first is of one day in UTC, and the second of the next. */
  @Test
  void signer_derivesAnewAtMidnight() {
    SigningRules rules = SCHEME.rules(Profile.DOCUMENTED);
    Credentials credentials = Credentials.examples(SCHEME);
    Signer signer = Signer.of(rules, credentials);
    HttpRequest request = HttpRequest.get("https://h/");

    for (String time :
        List.of("2015-08-30T23:59:59.999Z", "2015-08-31T00:00:00Z", "2015-08-30T23:59:59Z")) {
      String day = time.substring(0, 10).replace("-", "");
      HttpRequest signed = signer.sign(request, Instant.parse(time)).request();

      assertThat(signed.headers().first("Authorization"))
          .hasValueSatisfying(value -> assertThat(value).contains("/" + day + "/us-east-1/"));
      assertThat(signed)
          .isEqualTo(Signer.of(rules, credentials).sign(request, Instant.parse(time)).request());
    }
  }

  /** What stands in the guide is what the tests of this class hold against published examples. */
  @Test
  void guide_describesTheSchemeAndItsKey(@TempDir Path folder) throws IOException {
    String guide = Documents.readText(TestSchemes.home().resolve("docs/schemes.md"));
    String rules =
        guide.split("AWS Signature Version 4, whose key")[1].split("```yaml\n")[1].split("```")[0];
    String own = Documents.readText(SCHEME.folder().resolve("scheme.yaml"));
    String copy =
        own.substring(0, own.indexOf("string-to-sign:"))
            + rules
            + own.substring(own.indexOf("service:\n  base:"));
    Path scheme = Files.createDirectories(folder.resolve("aws-signature-4"));
    Files.writeString(scheme.resolve("scheme.yaml"), copy);

    assertThat(Schemes.in(List.of(folder)).scheme("aws-signature-4").rules(Profile.DOCUMENTED))
        .isEqualTo(SCHEME.rules(Profile.DOCUMENTED));
    assertThat(guide).contains(HexFormat.of().formatHex(derived().get(0).key()));
  }

  private static Credentials credentials(FieldVector vector) {
    return Credentials.of(
        SCHEME,
        Map.of(
            "access_key",
            "any",
            "secret_key",
            vector.keyText(),
            "region",
            scope(vector)[1],
            "service",
            scope(vector)[2]));
  }

  /** Day, region and service, as they stand in the string to sign. */
  private static String[] scope(FieldVector vector) {
    return vector.stringToSign().text().split("\n")[2].split("/");
  }
}
