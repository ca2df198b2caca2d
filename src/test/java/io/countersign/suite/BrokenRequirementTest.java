package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.conformance.SchemeCopy;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRequirementTest {
  /** One that was renamed in the catalogue would be filed under something else without a word. */
  @Test
  void placements_nameDeviationsThatThereAre() {
    // These a request shows by itself; no signer is made that deviates so.
    Set<String> known =
        new HashSet<>(Set.of("carrier-malformed", "carrier-of-other-name", "other-key-id"));
    for (Path folder : List.of(TestSchemes.features(), TestSchemes.further())) {
      Schemes schemes = Schemes.in(List.of(folder));
      for (String id : schemes.ids()) {
        for (Profile profile : Profile.values()) {
          SignerCatalogue.of(schemes.scheme(id), profile)
              .deviations()
              .forEach(one -> known.add(one.id()));
        }
      }
    }

    assertThat(known).containsAll(BrokenRequirement.PLACEMENTS.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void requirements_areBrokenByWhatSignersDo(String id) {
    Scheme scheme = TestSchemes.builtIn(id);

    assertThatCode(() -> BrokenRequirement.requireKnown(scheme, Requirements.of(scheme)))
        .doesNotThrowAnyException();
  }

  @Test
  void of_namesARequirementForEveryDeviationOfEveryScheme() {
    Schemes schemes = Schemes.in(List.of(TestSchemes.features()));
    for (String id : schemes.ids()) {
      Scheme scheme = schemes.scheme(id);
      Requirements requirements = Requirements.of(scheme);
      for (Profile profile : Profile.values()) {
        for (Deviation deviation : SignerCatalogue.of(scheme, profile).deviations()) {
          assertThat(BrokenRequirement.of(scheme, requirements, deviation).map(Requirement::id))
              .as(id + ": " + deviation)
              .hasValueSatisfying(found -> assertThat(requirements.find(found)).isPresent());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ticketevolution, DOCUMENTED, query-not-sorted, sorted-query",
    "ticketevolution, DOCUMENTED, question-mark-left-out, question-mark",
    "ticketevolution, DOCUMENTED, path-without-first-segment, covers-path",
    "ticketevolution, DOCUMENTED, path-decoded, path-as-it-stands",
    "ticketevolution, DOCUMENTED, body-json-spaced, body-as-it-stands",
    "ticketevolution, DOCUMENTED, signature-cut, signature-form",
    "ticketevolution, DOCUMENTED, key-id-missing, token-header",
    "ticketevolution, DOCUMENTED, host-rewritten-on-the-way, covers-host",
    "ticketevolution, DOCUMENTED, signature-in-hex, base64",
    "ticketevolution, DOCUMENTED, secret-base64-decoded, secret-as-text",
    "ticketevolution, DOCUMENTED, header-without-x, signature-header",
    "rmtrack, DOCUMENTED, final-newline-left-out, final-newline",
    "rmtrack, DOCUMENTED, hmac-sha256-used, hmac-sha1",
    "rmtrack, DOCUMENTED, auth-scheme-left-out, credential-form",
    "rmtrack, DOCUMENTED, key-id-missing, credential-required",
    "rmtrack, DOCUMENTED, timestamp-with-zone, rfc-1123-date",
    "rmtrack, DOCUMENTED, timestamp-with-one-digit-day, rfc-1123-date",
    "rmtrack, DOCUMENTED, timestamp-missing, date-required",
    "rmtrack, DOCUMENTED, fields-in-quotes, authorization-header",
    "ticketmatic, DOCUMENTED, fields-in-quotes, authorization-header",
    "ticketmatic, DOCUMENTED, fields-with-commas, authorization-header",
    "hoshinplan, DEPLOYED, query-decoded, raw-target",
    "hoshinplan, DOCUMENTED, escapes-not-decoded, decoded-values",
    "ticketmatic, DOCUMENTED, timestamp-signed-in-other-form, covers-timestamp",
    "ticketmatic, DOCUMENTED, timestamp-missing, timestamp-form",
    "ticketmatic, DOCUMENTED, timestamp-with-zone, timestamp-form",
    "ticketevolution, DOCUMENTED, query-sorted-ignoring-case, capital-letters-in-names",
    "ticketevolution, DOCUMENTED, query-sorted-decoded, escapes-in-names",
    "ticketevolution, DOCUMENTED, query-sorted-by-name-and-value, repeated-keys",
    "ticketevolution, DOCUMENTED, query-sorted-by-value, sorted-query",
    "ticketmatic, DOCUMENTED, account-left-out, covers-credential-account",
    "ticketmatic, DOCUMENTED, local-time-behind, timestamp-utc",
    "ticketmatic, DOCUMENTED, timestamp-in-seconds, timestamp-form",
    "ticketmatic, DOCUMENTED, carrier-sent-twice, no-duplicates",
    "ticketmatic-basic, DOCUMENTED, user-and-password-swapped, user-and-password",
    "hoshinplan, DEPLOYED, other-profile, erratum-decoded-mac",
    "hoshinplan, DEPLOYED, clock-ahead, future-rejected",
    "hoshinplan, DOCUMENTED, clock-behind, timestamp-window"
  })
  void of_findsTheOneThatIsAboutIt(
      String id, Profile profile, String deviation, String requirement) {
    Scheme scheme = TestSchemes.builtIn(id);
    assertThat(
            BrokenRequirement.of(
                    scheme,
                    Requirements.of(scheme),
                    SignerCatalogue.of(scheme, profile).deviation(deviation))
                .map(Requirement::id))
        .contains(id + "/" + requirement);
  }

  @Test
  void erratumOf_isTheOneThatIsNamedByWordsOfTheDeviation() {
    Scheme scheme = TestSchemes.builtIn("hoshinplan");
    SignerCatalogue catalogue = SignerCatalogue.of(scheme, Profile.DEPLOYED);
    Requirements requirements = Requirements.of(scheme);

    assertThat(
            BrokenRequirement.erratumOf(
                    requirements, catalogue.deviation("signature-percent-encoded"))
                .map(Requirement::id))
        .contains("hoshinplan/erratum-encoded-signature");
    assertThat(BrokenRequirement.erratumOf(requirements, catalogue.deviation("signature-in-hex")))
        .isEmpty();
  }

  /** Where nobody says what breaks them, it is by their names, or what is derived. */
  @ParameterizedTest
  @CsvSource({
    "host-left-out, covers-host",
    "query-not-sorted, sorted-query",
    "signature-in-hex, signature-form",
    "signature-in-base64-of-hex, signature-form",
    "token-as-key, signature-value",
    "query-sorted-by-name-and-value, sorted-query",
    "header-without-x, carrier-names",
    "fields-in-quotes, carrier-syntax"
  })
  void of_whereNobodySaysWhatBreaksThem_goesByTheirNames(
      String deviation, String requirement, @TempDir Path folder) {
    SchemeCopy.below(TestSchemes.features(), folder, "ticketevolution", "shop")
        .edit(
            "requirements.yaml", text -> text.replaceAll("    broken-by:.*\n(      - .*\n)*", ""));
    SchemeUnderTest shop = Fixtures.subject(folder, "shop");
    assertThat(
            BrokenRequirement.of(
                    shop.scheme(),
                    shop.requirements(),
                    SignerCatalogue.of(shop.scheme(), Profile.DOCUMENTED).deviation(deviation))
                .map(Requirement::id))
        .contains("shop/" + requirement);
  }

  /** Where the documents are silent there is nothing to break. */
  @Test
  void of_ofTwoNamesThatFit_isTheOneThatBinds(@TempDir Path folder) {
    String silent =
        """
        requirements:
          - id: shop/query-sorted
            level: silent
            says: Nothing.
            document: signature
            section: Not addressed
        """;
    SchemeCopy.below(TestSchemes.features(), folder, "ticketevolution", "shop")
        .edit("requirements.yaml", text -> text.replaceFirst("(?m)^requirements:\n", silent));
    SchemeUnderTest shop = Fixtures.subject(folder, "shop");

    assertThat(
            BrokenRequirement.of(
                    shop.scheme(),
                    shop.requirements(),
                    SignerCatalogue.of(shop.scheme(), Profile.DOCUMENTED)
                        .deviation("query-sorted-by-value"))
                .map(Requirement::id))
        .contains("shop/sorted-query");
  }

  /** A name or word that is not the scheme's is refused; of other syntax no page speaks. */
  @ParameterizedTest
  @CsvSource({
    "header-without-x, carrier-names",
    "header-with-underscores, carrier-syntax",
    "signature-in-query, carrier-names",
    "auth-scheme-left-out, credential-form",
    "auth-scheme-in-lower-case, carrier-syntax",
    "fields-in-quotes, carrier-syntax",
    "key-id-missing, credential-required",
    "authentication-missing, credential-required",
    "signature-missing, signature-form",
    "timestamp-missing, timestamp-form"
  })
  void derived_isTheOneUnderWhichItIsTried(String deviation, String requirement) {
    Scheme scheme = TestSchemes.builtIn("rmtrack");
    assertThat(
            BrokenRequirement.derived(
                    SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviation(deviation))
                .word())
        .isEqualTo(requirement);
  }
}
