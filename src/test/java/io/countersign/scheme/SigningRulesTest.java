package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
