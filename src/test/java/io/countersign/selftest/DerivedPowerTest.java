package io.countersign.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.conformance.GuideScheme;
import io.countersign.conformance.OddSchemes;
import io.countersign.conformance.SchemeCopy;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.explain.VerifierCatalogue;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes that have no features: what is derived from their one file has to be enough. */
class DerivedPowerTest {
  @TempDir private Path folder;

  /** Deviations that none of the built-in schemes has room for. */
  @ParameterizedTest
  @CsvSource({
    "slack, future-accepted future-refused skew-doubled skew-exclusive skew-a-second-longer",
    "shopify-proxy, query-with-ampersands",
    "ticketmatic-widget, query-with-ampersands query-with-equals query-as-in-url accesskey-not-verified",
    "aws-signature-4, region-not-checked service-not-checked access_key-not-checked",
    "standard-webhooks, webhook-id-left-out header-values-in-lower-case",
    "amazon-s3, Content-MD5-left-out Content-Type-left-out string-in-lower-case",
    "amazon-s3, header-values-in-lower-case header-values-sent-in-lower-case secret-sent-along",
    "http-message-signatures, header-values-in-lower-case padded-base64url-accepted keyid-not-verified",
    "shopify-oauth, secret-sent-along",
    "github-webhook, only-writes-verified body-read-up-to-64-kb body-compared-up-to-64-kb",
    "kong, timestamp-with-one-digit-day signature-in-query-accepted",
  })
  void schemesOfOneFile_areTestedByWhatIsDerived(String scheme, String deviations)
      throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, scheme, scheme);

    assertEnds(deviations, Trial.End.CAUGHT);
  }

  /** What is derived finds it, and accuses nobody of what no page speaks of. */
  @ParameterizedTest
  @CsvSource({
    "amazon-s3, timestamp-in-one-form-only string-in-latin-1",
    "aws-signature-4, host-of-url host-in-lower-case query-sorted-by-name-alone",
    "http-message-signatures, host-of-url string-in-ascii string-decomposed",
  })
  void whatNoPageSpeaksOf_isRecorded(String scheme, String deviations) throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, scheme, scheme);

    assertEnds(deviations, Trial.End.RECORDED);
  }

  /** Each needs another request than most schemes do. */
  @ParameterizedTest
  @CsvSource({
    "has a root and no more, path-without-trailing-slash path-in-any-case trailing-slash-ignored, CAUGHT",
    "has a root and no more, path-compared-decoded, RECORDED",
    "has no letters in its path, path-in-any-case, CAUGHT",
    "ends its path with a slash, path-compared-decoded, RECORDED",
    "has two names for a header, alternative-header-not-read, CAUGHT",
    "sends the signature last, parameters-behind-signature-accepted, CAUGHT",
    "signs the body of others, body-instead-for-post-only, CAUGHT",
    "signs nothing but the time, string-in-lower-case string-in-upper-case, EQUIVALENT",
    "sends an account in a header of its own, account-not-verified, CAUGHT",
    "sends an account in a header of its own, account-not-checked account-not-required, CAUGHT",
    "sends a passphrase that it does not sign, passphrase-not-checked passphrase-not-required, CAUGHT",
    "sends a site and an account that it does not sign, account-not-checked site-not-checked, CAUGHT",
    "sends an account in a query that it does not sign, account-not-checked account-not-required, CAUGHT",
    "sends a password and an account, account-not-checked account-not-required, CAUGHT",
    "signs nothing but an account and the time, account-not-verified, CAUGHT",
    "signs nothing but an account and the time, string-in-lower-case string-decomposed, RECORDED",
    "sends a hash in its only header, header-names-in-one-case-only, CAUGHT",
    "sends a hash beside the signature, sent-digest-compared-with-bodies sent-digest-not-compared, CAUGHT",
    "sends a hash beside the signature, sent-digest-of-empty-body-left-out-accepted, EQUIVALENT",
  })
  void oddSchemes_areTestedByWhatIsDerived(String name, String deviations, Trial.End end)
      throws IOException {
    OddSchemes.write(name, folder);

    assertEnds(deviations, end);
  }

  @Test
  void schemeWithoutRequirements_hasThoseOfItsFailingCasesNamed() throws IOException {
    OddSchemes.write("as the guide has it", folder);

    assertThat(Trials.of(folder, Profile.DOCUMENTED, Set.of("method-not-verified")).trials())
        .extracting(Trial::requirements)
        .containsExactly(List.of("acme-freight/covers-method"));
  }

  /** A header that belongs to the request is not written by a signer. */
  @Test
  void signedHeaderThatIsReadToo_accusesNobody() throws IOException {
    OddSchemes.write("signs the other name of the header of the key", folder);

    SelfTestResult result =
        Trials.of(
            folder,
            Profile.DOCUMENTED,
            Set.of("further-header", "alternative-header", "alternative-header-not-read"));

    assertThat(result.trials())
        .extracting(Trial::id, Trial::end)
        .containsExactly(tuple("further-header", Trial.End.PASSED));
  }

  /** With times that are read more freely than they are written, of which more is tried. */
  @Test
  void schemeOfTheGuide_isTestedByWhatIsDerived() throws IOException {
    Path home = Files.createDirectories(folder.resolve(GuideScheme.ID));
    Files.writeString(
        home.resolve("scheme.yaml"),
        TestSchemes.ofTheGuide().replace("unix-seconds", "iso-8601-millis"));

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, Set.of());

    assertThat(result.trials()).hasSizeGreaterThan(200);
    assertThat(result.trials()).filteredOn(trial -> !trial.end().isGood()).isEmpty();
  }

  /** What cannot be got wrong is not said to survive. */
  @ParameterizedTest
  @CsvSource({
    "shopify-proxy, query-without-ampersands query-html-escaped signature-with-spaces-for-plus",
    "ticketmatic-widget, query-without-equals query-equals-added query-with-semicolons",
    "ticketmatic-widget, added-parameters-left-out account-not-verified",
    "standard-webhooks, secret-trimmed secret-in-latin-1 secret-in-ascii",
    "aws-signature-4, query-sorted-by-name-and-value",
    "binance, query-with-ampersands query-with-equals signature-with-spaces-for-plus",
    "stripe, future-accepted future-refused",
  })
  void deviations_areThoseThatAreOne(String id, String none) {
    Scheme scheme = Schemes.in(List.of(TestSchemes.further())).scheme(id);

    assertThat(SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviations())
        .extracting(Deviation::id)
        .isNotEmpty()
        .doesNotContain(none.split(" "));
    assertThat(VerifierCatalogue.of(scheme, Profile.DOCUMENTED).deviations())
        .extracting(Deviation::id)
        .isNotEmpty()
        .doesNotContain(none.split(" "));
  }

  /** By its derived cases alone: it has no requirements and no scenarios. */
  @Test
  void schemeThatHashes_isWellProtectedByWhatIsDerived() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(GuideScheme.ID)).resolve("scheme.yaml"),
        GuideScheme.hashing());
    Scheme scheme = Schemes.in(List.of(folder)).scheme(GuideScheme.ID);
    Set<String> usual =
        SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviations().stream()
            .map(Deviation::id)
            .filter(id -> id.startsWith("digest-") || id.startsWith("hashed-"))
            .collect(Collectors.toSet());
    assertThat(usual)
        .hasSizeGreaterThan(40)
        .contains(
            "digest-not-computed",
            "digest-of-empty-body-left-out",
            "digest-with-md5",
            "digest-in-upper-case-hex",
            "digest-in-base64",
            "digest-as-raw-bytes",
            "digest-left-out",
            "hashed-body-digest-left-out",
            "hashed-final-newline-added",
            "hashed-separator-before-path-changed");
    usual.addAll(
        Set.of("query-not-sorted", "body-json-spaced", "body-left-out", "method-always-get"));
    usual.addAll(Set.of("body-not-verified", "query-not-verified", "path-not-verified"));

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, usual);

    assertThat(result.trials()).extracting(Trial::id).hasSameElementsAs(usual);
    assertThat(result.trials()).filteredOn(trial -> trial.end() != Trial.End.CAUGHT).isEmpty();
  }

  @Test
  void schemeThatDerivesItsKey_isWellProtectedByWhatIsDerived() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(GuideScheme.ID)).resolve("scheme.yaml"),
        GuideScheme.deriving());
    Scheme scheme = Schemes.in(List.of(folder)).scheme(GuideScheme.ID);
    Set<String> usual =
        Stream.concat(
                SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviations().stream(),
                VerifierCatalogue.of(scheme, Profile.DOCUMENTED).deviations().stream())
            .map(Deviation::id)
            .filter(id -> id.contains("deriv") || id.startsWith("day-"))
            .collect(Collectors.toSet());
    assertThat(usual)
        .contains(
            "key-not-derived",
            "key-derived-without-prefix",
            "key-derived-without-day",
            "key-derived-without-text",
            "key-derived-for-other-day",
            "key-derived-in-reverse",
            "derived-key-in-hex",
            "day-left-out",
            "day-in-other-form",
            "day-of-other-time",
            "day-of-local-time-ahead",
            "day-of-local-time-behind",
            "day-not-verified",
            "day-taken-as-sent",
            "day-of-own-clock",
            "day-in-zone-ahead",
            "day-in-zone-behind");

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, usual);

    assertThat(result.trials()).extracting(Trial::id).hasSameElementsAs(usual);
    assertThat(result.trials()).filteredOn(trial -> trial.end() != Trial.End.CAUGHT).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kong-digest, sent-digest-without-prefix sent-digest-not-signed Digest-not-verified"
        + " sent-digest-of-empty-body-left-out sent-digest-compared-with-bodies",
    "content-md5, sent-digest-not-read",
    "pusher, sent-digest-in-upper-case-hex sent-digest-with-sha-256 query-not-verified",
  })
  void schemeThatSendsADigest_isWellProtectedByWhatIsDerived(String id, String more)
      throws IOException {
    SchemeCopy.below(TestSchemes.further(), folder, id, id);
    Scheme scheme = Schemes.in(List.of(folder)).scheme(id);
    Set<String> usual =
        Stream.concat(
                SignerCatalogue.of(scheme, Profile.DOCUMENTED).deviations().stream(),
                VerifierCatalogue.of(scheme, Profile.DOCUMENTED).deviations().stream())
            .map(Deviation::id)
            .filter(one -> one.startsWith("sent-digest-"))
            // A body with a slash is recorded, as it is where the body itself is signed.
            .filter(one -> !one.equals("sent-digest-of-body-json-slashes-escaped"))
            .collect(Collectors.toSet());
    assertThat(usual)
        .hasSizeGreaterThan(30)
        .contains(
            "sent-digest-missing",
            "sent-digest-with-sha-1",
            "sent-digest-computed-twice",
            "sent-digest-in-base64-of-hex",
            "sent-digest-of-body-left-out",
            "sent-digest-of-body-json-compact",
            "sent-digest-of-body-with-final-newline",
            "sent-digest-not-compared",
            "sent-digest-compared-if-there",
            "sent-digest-with-sha-1-accepted");
    usual.addAll(Set.of(more.split(" ")));
    usual.addAll(Set.of("body-not-verified", "body-compared-trimmed"));

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, usual);

    assertThat(result.trials()).extracting(Trial::id).hasSameElementsAs(usual);
    assertThat(result.trials()).filteredOn(trial -> trial.end() != Trial.End.CAUGHT).isEmpty();
  }

  private void assertEnds(String deviations, Trial.End end) {
    Set<String> ids = Set.of(deviations.split(" "));

    SelfTestResult result = Trials.of(folder, Profile.DOCUMENTED, ids);

    assertThat(result.trials()).extracting(Trial::id).containsAll(ids);
    assertThat(result.trials()).extracting(Trial::end).containsOnly(end);
  }
}
