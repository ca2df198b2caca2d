package io.countersign.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.GuideScheme;
import io.countersign.conformance.SchemeCopy;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.signing.Placements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheme has no place for, its verifiers cannot get wrong. */
final class VerifierCatalogueTest {
  private static VerifierCatalogue catalogue(Path folder, String id) {
    return VerifierCatalogue.of(Schemes.in(List.of(folder)).scheme(id), Profile.DOCUMENTED);
  }

  @Test
  void deviations_lookAtKeyIds_onlyWhereThereAreSome() {
    assertThat(catalogue(TestSchemes.further(), "github-webhook").deviations())
        .isNotEmpty()
        .extracting(Deviation::id)
        .noneMatch(id -> id.startsWith("key-id-"));
    assertThat(catalogue(TestSchemes.features(), "rmtrack").deviations())
        .extracting(Deviation::id)
        .contains("key-id-not-checked", "key-id-not-required");
  }

  /** By the letters that an id takes from them, the first two are one, and the last two another. */
  @Test
  void everyResource_isLeftUnguarded_howeverItIsNamed(@TempDir Path folder) throws IOException {
    String resources =
        Stream.of("new parcel", "new-parcel", "größe", "grüße")
            .map(
                name ->
                    "    - {name: \"%s\", method: GET, target: /v1/%s, answer: '{}'}\n"
                        .formatted(name, Integer.toHexString(name.hashCode())))
            .collect(Collectors.joining());
    String guide = TestSchemes.ofTheGuide();
    Path scheme = Files.createDirectory(folder.resolve(GuideScheme.ID)).resolve("scheme.yaml");
    Files.writeString(scheme, guide.substring(0, guide.indexOf("    - name: parcels")) + resources);

    assertThat(catalogue(folder, GuideScheme.ID).deviations())
        .extracting(Deviation::id)
        .contains(
            "unsigned-call-of-new-parcel-accepted",
            "unsigned-call-of-new-parcel-2-accepted",
            "unsigned-call-of-größe-accepted",
            "unsigned-call-of-grüße-accepted");
  }

  /** The parameter is percent-encoded: {@code signature=v1%3D}. */
  @Test
  void emptySignature_isOneInATemplateToo(@TempDir Path folder) {
    SchemeCopy.below(TestSchemes.further(), folder, "binance", "prefixed")
        .edit("scheme.yaml", text -> text.replace("\"{signature}\"", "\"v1={signature}\""));
    Scheme scheme = Schemes.in(List.of(folder)).scheme("prefixed");
    VerifierCatalogue catalogue = catalogue(folder, "prefixed");
    Credentials credentials = Credentials.examples(scheme);
    Instant now = Instant.parse("2024-12-04T14:55:06Z");
    HttpRequest empty =
        Placements.putAll(
            scheme.rules(Profile.DOCUMENTED),
            HttpRequest.get("https://api.example.com/v1/things"),
            field ->
                switch (field) {
                  case SigningRules.SIGNATURE -> "";
                  case SigningRules.TIMESTAMP -> Long.toString(now.toEpochMilli());
                  default -> credentials.text(field);
                });
    Deviation deviation =
        catalogue.deviations().stream()
            .filter(one -> one.id().equals("empty-signature-accepted"))
            .findFirst()
            .orElseThrow();

    assertThat(empty.target()).contains("signature=v1%3D");
    assertThat(DeviatingVerifier.of(catalogue, deviation).verify(credentials, empty, now))
        .matches(verdict -> verdict.isAccepted());
  }
}
