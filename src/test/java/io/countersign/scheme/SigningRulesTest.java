package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that differ from others in one respect: what deviations are made of. */
final class SigningRulesTest {
  private static final Scheme SCHEME = TestSchemes.builtIn("ticketmatic");
  private static final SigningRules RULES = SCHEME.rules(Profile.DOCUMENTED);
  private static final SigningRules OTHERS =
      TestSchemes.builtIn("rmtrack").rules(Profile.DOCUMENTED);

  @Test
  void rules_changeInOneRespectOnly() {
    SigningRules all =
        TestSchemes.withProof(RULES, OTHERS.proof())
            .withStringToSign(OTHERS.stringToSign())
            .withSent(OTHERS.sent())
            .withTimestamp(OTHERS.timestamp());

    assertThat(all).isEqualTo(OTHERS);
    assertThat(RULES.withStringToSign(List.of()).stringToSign()).isEmpty();
    assertThat(RULES.withStringToSign(List.of()).withStringToSign(RULES.stringToSign()))
        .isEqualTo(RULES);
    assertThat(RULES.withSent(List.of()).withSent(RULES.sent())).isEqualTo(RULES);
    assertThat(RULES.withTimestamp(Optional.empty()).withTimestamp(RULES.timestamp()))
        .isEqualTo(RULES);
  }

  @Test
  void rules_coverWhatAnyPartCovers() {
    assertThat(RULES.covered())
        .extracting(Aspect::toString)
        .containsExactly("credential accesskey", "credential account", "timestamp");
  }

  /**
   * What one part covers is a set of constants, whose order is drawn anew at each start of Java.
   */
  @Test
  void rules_coverInTheSameOrderAlways() {
    Part both = new Part.Target(Part.Form.RAW, "signature");

    assertThat(RULES.withStringToSign(List.of(new Part.Body(), both)).covered())
        .extracting(Aspect::toString)
        .containsExactly("body", "path", "query");
  }

  @Test
  void readings_areEveryCombination_andTheFirstIsTheSigners() {
    Part either = new Part.Host(Part.Host.Port.EITHER);
    SigningRules rules = RULES.withStringToSign(List.of(either, new Part.Path(), either));

    assertThat(rules.readings()).hasSize(4).doesNotHaveDuplicates();
    assertThat(rules.readings().get(0))
        .containsExactly(
            new Part.Host(Part.Host.Port.OMITTED),
            new Part.Path(),
            new Part.Host(Part.Host.Port.OMITTED));
  }

  @Test
  void scheme_withOtherRules_keepsThoseOfTheOtherProfile() {
    Scheme other = SCHEME.withRules(Profile.DEPLOYED, OTHERS);

    assertThat(other.rules(Profile.DEPLOYED)).isEqualTo(OTHERS);
    assertThat(other.rules(Profile.DOCUMENTED)).isEqualTo(RULES);
    assertThat(other.hasDeployedProfile()).isTrue();
    assertThat(SCHEME.hasDeployedProfile()).isFalse();
  }

  /** One of the three places alone: a scheme that uses the day mostly has all of them. */
  @ParameterizedTest
  @CsvSource({
    "'  - timestamp', '  - timestamp\n  - day', true, false",
    "'{key}:{signature}', '{key}/{day}:{signature}', false, true",
    "'encoding: hex', 'encoding: hex, derivation: {messages: [day]}', false, false"
  })
  void day_isUsedWhereverItStands(
      String text, String withDay, boolean signed, boolean sent, @TempDir Path folder) {
    SigningRules rules = acme(folder, text, withDay.replace("\\n", "\n"));

    assertThat(rules.usesDay()).isTrue();
    assertThat(rules.signsDay()).isEqualTo(signed);
    assertThat(rules.sendsDay()).isEqualTo(sent);
    assertThat(rules.day("1411493025", Instant.EPOCH)).isEqualTo("20140923");
    assertThat(rules.day("no time", Instant.EPOCH)).isEqualTo("19700101");
  }

  @Test
  void day_isNoneWhereItStandsNowhere(@TempDir Path folder) {
    SigningRules plain = acme(folder, "  - method", "  - path");
    SigningRules derived = acme(folder, "hex}", "hex, derivation: {messages: [{text: v1}]}}");

    assertThat(List.of(plain.usesDay(), derived.usesDay())).containsOnly(false);
    assertThat(plain.day("1411493025", Instant.EPOCH)).isEmpty();
  }

  /** What a key is derived from and what is hashed is covered as if it were signed. */
  @Test
  void rules_coverWhatAKeyIsDerivedFrom_andWhatIsHashed(@TempDir Path folder) {
    SigningRules derived =
        acme(folder, "hex}", "hex, derivation: {messages: [{credential: key}]}}");
    SigningRules hashed =
        acme(
            folder,
            "  - timestamp\n",
            "  - timestamp\n  - digest\n"
                + "digest: {algorithm: sha-256, encoding: hex, of: [body]}\n",
            "Acme {key}",
            "Acme {digest} {key}");

    assertThat(covered(derived)).contains("credential key");
    assertThat(covered(hashed)).contains("body");
    assertThat(covered(acme(folder, "  - method", "  - path")))
        .doesNotContain("credential key", "body");
  }

  private static List<String> covered(SigningRules rules) {
    return rules.covered().stream().map(Aspect::toString).toList();
  }

  private static SigningRules acme(Path folder, String... replacements) {
    String text = AcmeScheme.GOOD;
    for (int i = 0; i < replacements.length; i += 2) {
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return AcmeScheme.load(folder, text).rules(Profile.DOCUMENTED);
  }
}
