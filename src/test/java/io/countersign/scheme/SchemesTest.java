package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.document.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemesTest {
  private static final Schemes BUILT_IN = Schemes.in(List.of(TestSchemes.features()));

  @Test
  void builtIn_areTheFiveThatTheContractNames() {
    assertThat(BUILT_IN.ids())
        .containsExactly(
            "hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic");
  }

  @Test
  void builtIn_haveTheCredentialFieldsThatTheContractNames() {
    assertThat(fields("ticketmatic")).containsExactly("accesskey", "secretkey", "account");
    assertThat(fields("ticketmatic-basic")).containsExactly("accesskey", "secretkey", "account");
    assertThat(fields("ticketevolution")).containsExactly("token", "secret");
    assertThat(fields("rmtrack")).containsExactly("accesskey", "secretkey");
    assertThat(fields("hoshinplan")).containsExactly("app_key", "secret");
  }

  private static List<String> fields(String id) {
    return BUILT_IN.scheme(id).credentialFields().stream().map(CredentialField::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void builtIn_haveRulesExamplesAndACallForEveryProfile(Profile profile) {
    for (String id : BUILT_IN.ids()) {
      Scheme scheme = BUILT_IN.scheme(id);
      Credentials examples = Credentials.examples(scheme);

      assertThat(scheme.rules(profile).sent()).as(id).isNotEmpty();
      assertThat(scheme.service().resources().get(0).target().fill(examples::text)).startsWith("/");
      assertThat(scheme.hasDeployedProfile()).as(id).isEqualTo(id.equals("hoshinplan"));
    }
  }

  @Test
  void covered_saysWhatASignatureCovers() {
    assertThat(covered("ticketmatic", Profile.DOCUMENTED))
        .containsExactlyInAnyOrder("credential accesskey", "credential account", "timestamp");
    assertThat(covered("ticketevolution", Profile.DOCUMENTED))
        .containsExactlyInAnyOrder("method", "host", "path", "query", "body");
    assertThat(covered("rmtrack", Profile.DOCUMENTED))
        .containsExactlyInAnyOrder("method", "path", "timestamp");
    assertThat(covered("hoshinplan", Profile.DEPLOYED)).containsExactlyInAnyOrder("path", "query");
    assertThat(covered("ticketmatic-basic", Profile.DOCUMENTED)).isEmpty();
  }

  private static List<String> covered(String id, Profile profile) {
    return BUILT_IN.scheme(id).rules(profile).covered().stream().map(Aspect::toString).toList();
  }

  @Test
  void unknownScheme_isRefusedWithWhatItResembles() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> BUILT_IN.scheme("hoshinplam"))
        .withMessage("there is no scheme 'hoshinplam'; did you mean 'hoshinplan'?");
  }

  @Test
  void schemesOfAUser_areAddedToTheBuiltInOnes() {
    Schemes all = Schemes.in(List.of(TestSchemes.features(), TestSchemes.further()));

    assertThat(all.ids()).contains("ticketmatic", "slack");
    assertThat(all.scheme("slack").title()).isEqualTo("Slack");
  }

  @Test
  void twoSchemesOfOneName_areRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Schemes.in(List.of(TestSchemes.features(), TestSchemes.features())))
        .withMessageStartingWith("the scheme hoshinplan is in ")
        .withMessageEndingWith("give yours another name");
  }

  @Test
  void folderWithoutASchemeOrNoFolder_isRefused(@TempDir Path empty) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Schemes.in(List.of(empty)))
        .withMessage(
            "there is no scheme in " + empty + "; a scheme is a folder with a scheme.yaml");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Schemes.in(List.of(empty.resolve("none"))))
        .withMessageStartingWith("there is no folder ");
  }
}
