package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TestSchemes;
import io.countersign.verify.Verifier;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class SignatureRewritingTest {
  /** Its signature is ohGc…zu0= as the page prints it, and so known apart from our signer. */
  private static final String PUBLISHED = "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=";

  private static final String HEX = HexFormat.of().formatHex(Base64.getDecoder().decode(PUBLISHED));

  private final Control base64 =
      Fixtures.control(
          "ticketevolution", "https://api.ticketevolution.com/brokerages?page=1&per_page=1");
  private final Control hex =
      Fixtures.control("ticketmatic", "https://apps.ticketmatic.com/api/1/countersign/events");

  private String text(SignatureRewriting rewriting) {
    String text = rewriting.apply(base64);
    assertThat(text).isNotNull();
    return text;
  }

  @Test
  void text_isRewritten() {
    assertThat(base64.signed().signature()).isEqualTo(PUBLISHED);
    assertThat(text(SignatureRewriting.EMPTIED)).isEmpty();
    assertThat(SignatureRewriting.REMOVED.apply(base64)).isNull();
    assertThat(text(SignatureRewriting.CUT_BY_ONE))
        .isEqualTo("ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0");
    assertThat(text(SignatureRewriting.CUT_TO_HALF)).isEqualTo("ohGcFIHF3vg75A8Kpg42LN");
    assertThat(text(SignatureRewriting.DOUBLED)).isEqualTo(PUBLISHED + PUBLISHED);
    assertThat(text(SignatureRewriting.CHANGED)).isEqualTo("a" + PUBLISHED.substring(1));
    assertThat(text(SignatureRewriting.QUOTED)).isEqualTo('"' + PUBLISHED + '"');
    assertThat(text(SignatureRewriting.HEX)).isEqualTo(HEX);
    assertThat(text(SignatureRewriting.BASE64)).isEqualTo(PUBLISHED);
    assertThat(text(SignatureRewriting.BASE64_URL))
        .isEqualTo("ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0");
    assertThat(text(SignatureRewriting.PADDED_BASE64_URL)).isEqualTo(PUBLISHED);
    assertThat(text(SignatureRewriting.UNPADDED))
        .isEqualTo("ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0");
    assertThat(text(SignatureRewriting.PERCENT_ENCODED))
        .isEqualTo("ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0%3D");
    assertThat(text(SignatureRewriting.WITH_SHA256)).isEqualTo(PUBLISHED);
  }

  /** Computed with Python's hmac, keyed by the token. */
  @Test
  void keyId_isTakenForTheSecret() {
    assertThat(text(SignatureRewriting.WITH_THE_KEY_ID))
        .isEqualTo("mN8EXkDaAogzRvvr3+YeGRWLYtpOo2mb3B0Gn1EUiO0=");
  }

  @Test
  void siblingAlgorithms_haveTheirLength() {
    assertThat(text(SignatureRewriting.WITH_SHA1)).hasSize(28);
    assertThat(text(SignatureRewriting.WITH_SHA512)).hasSize(88);
    assertThat(text(SignatureRewriting.PLAIN_SHA256)).hasSize(44);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BASE64", "PADDED_BASE64_URL", "WITH_SHA256", "NO_PASSWORD", "NO_COLON"})
  void everyRewriting_ofBase64_isRejected(SignatureRewriting rewriting) {
    assertThat(isAccepted(base64, "ticketevolution", rewriting)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HEX", "LOWER_CASE", "PERCENT_ENCODED", "WITH_SHA256", "NO_PASSWORD", "NO_COLON"})
  void everyRewriting_ofHex_isRejected(SignatureRewriting rewriting) {
    assertThat(isAccepted(hex, "ticketmatic", rewriting)).isFalse();
  }

  private static boolean isAccepted(Control control, String scheme, SignatureRewriting rewriting) {
    SchemeUnderTest subject = Fixtures.subject(scheme);
    return Verifier.of(subject.scheme(), Profile.DOCUMENTED, subject.credentials())
        .verify(control.withField(SigningRules.SIGNATURE, rewriting.apply(control)), Fixtures.NOW)
        .isAccepted();
  }

  @Test
  void changed_isAlwaysAnother() {
    for (SignatureRewriting one :
        new SignatureRewriting[] {
          SignatureRewriting.CHANGED,
          SignatureRewriting.OF_ANOTHER_REQUEST,
          SignatureRewriting.WITH_ANOTHER_SECRET,
          SignatureRewriting.SWAPPED
        }) {
      for (Control control : new Control[] {base64, hex}) {
        assertThat(one.apply(control))
            .as(one.words())
            .isNotEqualTo(control.signed().signature())
            .hasSameSizeAs(control.signed().signature());
      }
    }
  }

  /** A scheme that covers the body alone, and a request without one. */
  @Test
  void emptyMessage_isSwappedToo() {
    SchemeUnderTest subject = Fixtures.subject(TestSchemes.further(), "github-webhook");
    Control control =
        Control.sign(
            subject.scheme().rules(Profile.DOCUMENTED),
            subject.credentials(),
            HttpRequest.get("https://app.example/hook"),
            Fixtures.NOW);
    assertThat(control.signed().stringToSign().isEmpty()).isTrue();
    assertThat(SignatureRewriting.SWAPPED.apply(control)).hasSize(64);
    assertThat(SignatureRewriting.OF_ANOTHER_REQUEST.apply(control))
        .isNotEqualTo(control.signed().signature());
  }

  @Test
  void words_areDistinct() {
    assertThat(Arrays.stream(SignatureRewriting.values()).map(SignatureRewriting::words))
        .doesNotHaveDuplicates();
  }
}
