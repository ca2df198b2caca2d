package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentSecretTest {
  private static final HttpRequest BEFORE = HttpRequest.get("https://www.rmtrack.com/a?b=1");

  private static final String SECRET = "countersign-example-secret-of-rmtrack";

  /** {@code printf %s SECRET | base64}, and with {@code a:} before it; {@code | xxd -p}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret=" + SECRET,
        "Y291bnRlcnNpZ24tZXhhbXBsZS1zZWNyZXQtb2Ytcm10cmFjaw==",
        "Basic YTpjb3VudGVyc2lnbi1leGFtcGxlLXNlY3JldC1vZi1ybXRyYWNr",
        "636f756e7465727369676e2d6578616d706c652d7365637265742d6f662d726d747261636b",
      })
  void secretInAHeader_isRefused(String value) {
    assertThatThrownBy(() -> refuse("rmtrack", BEFORE, BEFORE.withHeader("X-Debug", value)))
        .isInstanceOf(NotConformantException.class)
        .hasMessage("the request that it signed holds the secret, in the header X-Debug");
  }

  @Test
  void secretInTheUrl_isRefused() {
    HttpRequest signed = BEFORE.withTarget("/a?b=1&key=" + SECRET);

    assertThatThrownBy(() -> refuse("rmtrack", BEFORE, signed))
        .hasMessage("the request that it signed holds the secret, in the URL");
  }

  /** Who was told to send it there did not choose to. */
  @Test
  void secretThatStoodThereBefore_isNotTheSigners() {
    HttpRequest before = BEFORE.withTarget("/" + SECRET).withHeader("X-Note", SECRET);

    assertThatCode(() -> refuse("rmtrack", before, before.withHeader("Authorization", "RMT a:b")))
        .doesNotThrowAnyException();
  }

  /** The scheme has it sent, in one place. */
  @Test
  void passwordInItsPlace_isRight_andInAnotherIsRefused() {
    String basic =
        "Basic MjQyZGRhODg1ZWM2MDI0ZjkzNGE0MGMwOmNvdW50ZXJzaWduLWV4YW1wbGUtc2VjcmV0LW9mLXRpY2tldG1h"
            + "dGlj";

    assertThatCode(
            () -> refuse("ticketmatic-basic", BEFORE, BEFORE.withHeader("authorization", basic)))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> refuse("ticketmatic-basic", BEFORE, BEFORE.withHeader("X-Authorization", basic)))
        .hasMessageEndingWith("in the header X-Authorization");
  }

  /** Three letters stand in a signature by chance. */
  @Test
  void shortSecret_isNotLookedFor() {
    assertThatCode(() -> refuse("ticketevolution", BEFORE, BEFORE.withHeader("X-Debug", "xyz")))
        .doesNotThrowAnyException();
  }

  /** Of a sandbox, perhaps: what is the key id, too, has to be sent. */
  @Test
  void secretThatIsTheKeyIdToo_isNotLookedFor() {
    Setting setting = setting("rmtrack");
    setting.credential("accesskey", "testtest");
    setting.credential("secretkey", "testtest");

    assertThatCode(
            () ->
                SentSecret.refuse(
                    setting, BEFORE, BEFORE.withHeader("Authorization", "RMT testtest:c2lnbg==")))
        .doesNotThrowAnyException();
  }

  private static void refuse(String scheme, HttpRequest before, HttpRequest signed) {
    SentSecret.refuse(setting(scheme), before, signed);
  }

  private static Setting setting(String scheme) {
    RunContext run =
        RunContext.of(
            EmbeddedTarget.reference(),
            Profile.DOCUMENTED,
            Clock.fixed(Fixtures.NOW, ZoneOffset.UTC),
            1);
    return new Setting(run, Fixtures.subject(scheme), Role.SIGNER);
  }
}
