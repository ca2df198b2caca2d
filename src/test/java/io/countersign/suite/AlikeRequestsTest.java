package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import io.countersign.verify.Verifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlikeRequestsTest {
  private static final String LETTERS = "+/";

  /** By its time, by its query, by either; whatever the time of the run is. */
  @ParameterizedTest
  @CsvSource({
    "features, rmtrack",
    "features, ticketevolution",
    "features, hoshinplan",
    "further, standard-webhooks",
    "further, amazon-s3",
    "further, kong",
  })
  void signed_hasOneOfTheLettersAndIsAccepted(String folder, String scheme) {
    int others = 0;
    for (int second = 0; second < 60; second++) {
      Instant time = Fixtures.NOW.plusSeconds(second);
      Setting setting = setting(folder, scheme, time);
      setting.request(setting.firstResource().withHeader("X-Second", "" + second));
      if (folder.equals("features") && scheme.equals("ticketevolution")) {
        setting.request(HttpRequest.get("https://api.ticketevolution.com/v9/x?page=" + second));
      }
      Control control =
          Control.sign(setting.rules(), setting.credentials(), setting.request(), time);

      Control alike = AlikeRequests.signed(setting, control, LETTERS);

      assertThat(alike.signed().signature()).containsPattern("[+/]");
      assertThat(alike.draft().method()).isEqualTo(control.draft().method());
      assertThat(
              Verifier.of(setting.scheme(), Profile.DOCUMENTED, setting.credentials())
                  .verify(alike.request(), time)
                  .isAccepted())
          .isTrue();
      assertThat(AlikeRequests.signed(setting, control, LETTERS)).isEqualTo(alike);
      boolean itself = control.signed().signature().matches(".*[+/].*");
      assertThat(alike == control).isEqualTo(itself);
      others += itself ? 0 : 1;
    }
    assertThat(others).as("those for which another had to be found").isPositive();
  }

  /** The body is all that is signed, in hex: "f" stands for a letter that is not in all. */
  @Test
  void signed_hasMoreInItsBody_whereThatAloneIsSigned() {
    Setting setting = setting("further", "github-webhook", Fixtures.NOW);
    Control control = withoutLetter(setting, "f");

    Control alike = AlikeRequests.signed(setting, control, "f");

    assertThat(alike.signed().signature()).contains("f");
    assertThat(alike.draft().body().text()).startsWith(control.draft().body().text() + " ");
  }

  private static Control withoutLetter(Setting setting, String letter) {
    for (int number = 0; ; number++) {
      HttpRequest request = setting.firstResource().withBody(Octets.of("{\"a\":" + number + "}"));
      Control control =
          Control.sign(setting.rules(), setting.credentials(), request, setting.time());
      if (!control.signed().signature().contains(letter)) {
        return control;
      }
    }
  }

  @Test
  void signed_isSkipped_whereNoSignatureHasSuchALetter() {
    Setting setting = setting("features", "ticketmatic", Fixtures.NOW);
    Control control =
        Control.sign(setting.rules(), setting.credentials(), setting.request(), Fixtures.NOW);

    assertThatThrownBy(() -> AlikeRequests.signed(setting, control, LETTERS))
        .isInstanceOf(SkippedException.class)
        .hasMessageEndingWith("one of the letters +/");
  }

  private static Setting setting(String folder, String scheme, Instant time) {
    Path schemes = folder.equals("features") ? TestSchemes.features() : TestSchemes.further();
    RunContext run =
        RunContext.of(
            EmbeddedTarget.reference(), Profile.DOCUMENTED, Clock.fixed(time, ZoneOffset.UTC), 1);
    return new Setting(run, Fixtures.subject(schemes, scheme), Role.VERIFIER);
  }
}
