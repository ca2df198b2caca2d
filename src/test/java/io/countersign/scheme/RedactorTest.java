package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class RedactorTest {
  private static final String SECRET = "s3cr3t+/ \u00e9?";
  private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);
  private static final Redactor REDACTOR =
      Redactor.of(List.of(credentials("club-key", SECRET), credentials("club-key", "other-one")));

  private static Credentials credentials(String accessKey, String secret) {
    return Credentials.of(
        TestSchemes.builtIn("ticketmatic-basic"),
        Map.of("accesskey", accessKey, "secretkey", secret, "account", "club"));
  }

  @Test
  void redact_takesOutEveryForm() {
    assertGone(SECRET);
    assertGone(HexFormat.of().formatHex(BYTES));
    assertGone(HexFormat.of().withUpperCase().formatHex(BYTES));
    assertGone(Percent.encode(SECRET));
    assertGone(Percent.encode(SECRET).toLowerCase(Locale.ROOT));
    assertGone(Base64.getEncoder().encodeToString(BYTES));
    assertGone(Base64.getEncoder().withoutPadding().encodeToString(BYTES));
    assertGone(Base64.getUrlEncoder().encodeToString(BYTES));
    assertGone(Percent.encode(Base64.getEncoder().encodeToString(BYTES)));
    assertGone("other-one");
  }

  @Test
  void redact_takesOutTheSecretOfABasicHeader() {
    for (String user : new String[] {"club-key", "club"}) {
      byte[] pair = (user + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
      assertGone("Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  @Test
  void redact_takesOutWhatJsonMakesOfASecret() {
    Redactor redactor = Redactor.of(List.of(credentials("club-key", "a\"b\\c/d\u00e9f\tg")));

    for (String form :
        new String[] {
          "a\\\"b\\\\c/d\u00e9f\\tg",
          "a\\\"b\\\\c/d\\u00e9f\\tg",
          "a\\\"b\\\\c\\/d\\u00e9f\\tg",
          "a\\\\\\\"b\\\\\\\\c/d\u00e9f\\\\tg",
          "a\\\\\\\"b\\\\\\\\c/d\\\\u00e9f\\\\tg"
        }) {
      assertThat(redactor.redact("{" + form + "}")).isEqualTo("{[redacted]}");
    }
  }

  @Test
  void redact_takesASecretOutOfTheBase64OfALongerText() {
    for (String before : new String[] {"", "x", "xy", "xyz", "any user:"}) {
      String text = before + SECRET + "\n";
      String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      String left = REDACTOR.redact(encoded);

      assertThat(left).contains("[redacted]");
      assertThat(left.length() - "[redacted]".length())
          .isLessThanOrEqualTo((before.length() + 2) * 4 / 3 + 4);
    }
  }

  @Test
  void redactPiece_takesOutWhatIsLeftOfASecretAtAnEnd() {
    Redactor redactor = Redactor.of(List.of(credentials("club-key", "0123456789abcdef")));

    assertThat(redactor.redactPiece("89abcdef and more")).isEqualTo("[redacted] and more");
    assertThat(redactor.redactPiece("more and 0123456789")).isEqualTo("more and [redacted]");
    assertThat(redactor.redactPiece("456789")).isEqualTo("[redacted]");
    assertThat(redactor.redactPiece("a 456789 b")).isEqualTo("a 456789 b");
    assertThat(redactor.redactPiece("")).isEmpty();
  }

  @Property
  void redact_takesASecretOutOfAnyText(
      @ForAll @StringLength(min = 1, max = 20) String secret,
      @ForAll String before,
      @ForAll String after) {
    Redactor redactor = Redactor.of(List.of(credentials("k", secret)));
    String redacted = redactor.redact(before + secret + after);

    // What is left can hold the secret only as a piece of the word that replaces it.
    assertThat(redacted.replace("[redacted]", "\uFFFF")).doesNotContain(secret);
  }

  @Test
  void redact_takesOutTheLongerOfTwoThatBeginAlike() {
    Redactor redactor =
        Redactor.of(List.of(credentials("k", "s3cr"), credentials("k", "s3cr3t-and-more")));

    assertThat(redactor.redact("s3cr3t-and-more")).isEqualTo("[redacted]");
  }

  @Test
  void redact_leavesOtherTextAlone() {
    assertThat(REDACTOR.redact("key=club-key account=club")).isEqualTo("key=club-key account=club");
    assertThat(Redactor.NONE.redact(SECRET)).isEqualTo(SECRET);
  }

  private static void assertGone(String form) {
    assertThat(REDACTOR.redact("before " + form + " after"))
        .startsWith("before ")
        .endsWith(" after")
        .contains("[redacted]")
        .doesNotContain(form);
  }
}
