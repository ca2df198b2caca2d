package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {
  private static final String SECRET = "s3cr3t+/ \u00e9?";
  private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);

  // Of each test its own: one that all shared would hide from mutation testing how it is made.
  private final Redactor redactor =
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

  /** Each form goes wholly, whatever the length of the secret leaves over in base64. */
  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t+/ \u00e9?", "s3cr3t+/ \u00e9?>", "s3cr3t+/ \u00e9?>>"})
  void redact_leavesNothingOfAForm(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().encodeToString(bytes);
    String escaped = Percent.encode(secret);
    Redactor of = Redactor.of(List.of(credentials("club-key", secret)));

    for (String form :
        List.of(
            secret,
            escaped,
            withLowerCaseEscapes(escaped),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(bytes),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            Percent.encode(base64),
            withLowerCaseEscapes(Percent.encode(base64)))) {
      assertThat(of.redact("before " + form + " after"))
          .as(form)
          .isEqualTo("before [redacted] after");
    }
  }

  /** As URLEncoder, quote_plus and urlencode write it, wholly or in part. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr3t%2B%2F+%C3%A9%3F",
        "s3cr3t%2b%2f+%c3%a9%3f",
        "s3cr3t+/+\u00e9?",
        "s3cr3t%252B%252F%2B%25C3%25A9%253F"
      })
  void redact_knowsBlanksOfHtmlForms(String form) {
    assertThat(redactor.redact("a+b " + form + " a+b")).isEqualTo("a+b [redacted] a+b");
  }

  /** As programs break the lines of base64, and a shell joins them again. */
  @ParameterizedTest
  @CsvSource({"60, ' '", "64, ' '", "76, ' '", "76, '\n'", "76, '\r\n'"})
  void redact_takesOutBase64InLines(int length, String between) {
    String secret =
        "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-abcd";
    Redactor of = Redactor.of(List.of(credentials("club-key", secret)));
    String pair = "club-key:" + secret;
    String base64 = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    String broken = base64.replaceAll("(.{" + length + "})(?=.)", "$1" + between);

    assertThat(of.redact("Authorization: Basic " + broken + " is sent"))
        .isEqualTo("Authorization: Basic [redacted] is sent");
  }

  /** Who encodes more than has to be encoded, or less, or twice, shows the secret all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%73%33%63%72%33%74%2B%2F%20%C3%A9%3F",
        "%73%33%63%72%33%74%2b%2f%20%c3%a9%3f",
        "s3cr3t+%2f%20%C3%a9?",
        "s3cr3t%2B/%20\u00e9%3f",
        "s3cr3t%252B%252F%2520%25C3%25A9%253F"
      })
  void redact_takesOutWhatIsEncodedOtherwise(String form) {
    assertThat(redactor.redact("50 % of " + form + " are %20 \u20ac"))
        .isEqualTo("50 % of [redacted] are %20 \u20ac");
  }

  /** What is cut behind a percent sign is no escape, and what stands at the end is one. */
  @Test
  void redact_readsEscapesToTheLastCharacter() {
    Redactor plain = Redactor.of(List.of(credentials("club-key", "open/")));

    assertThat(plain.redact("to open%2f")).isEqualTo("to [redacted]");
    assertThat(plain.redact("%6fpen%2F%2")).isEqualTo("[redacted]%2");
    assertThat(plain.redact("%6fpen%2F%")).isEqualTo("[redacted]%");
    assertThat(plain.redact("%6gpen%2F")).isEqualTo("%6gpen%2F");
    assertThat(plain.redact("%g6pen%2F")).isEqualTo("%g6pen%2F");
  }

  private static String withLowerCaseEscapes(String text) {
    return Pattern.compile("%..")
        .matcher(text)
        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  @Test
  void redact_takesOutTheSecretOfABasicHeader_andTheUserWithIt() {
    for (String user : new String[] {"club-key", "club"}) {
      byte[] pair = (user + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(pair);
      assertThat(redactor.redact("Basic " + encoded)).isEqualTo("Basic [redacted]");
    }
  }

  /** A password that lacks a letter tells all others. */
  @ParameterizedTest
  @ValueSource(strings = {"club-key", "club"})
  void redact_takesOutWhatIsLeftOfASecretInABasicHeader(String user) {
    String pair = base64(user + ":" + SECRET);
    String password = base64(SECRET).substring(0, 8);

    for (String changed :
        List.of(
            pair.substring(0, pair.length() - 3),
            base64(user + ":" + SECRET.substring(0, SECRET.length() - 1)),
            base64(user + ":S" + SECRET.substring(1)),
            pair.toLowerCase(Locale.ROOT),
            pair.toUpperCase(Locale.ROOT),
            Percent.encode(pair.substring(0, pair.length() - 3)))) {
      assertThat(redactor.redact("Basic " + changed)).isEqualTo("Basic [redacted]");
    }
    assertThat(redactor.redact(base64("another:" + password)))
        .isEqualTo(base64("another:" + password));
  }

  @Test
  void redact_leavesWhatBeginsLikeAShortUserAlone() {
    Redactor ofShort = Redactor.of(List.of(credentials("k", "0123456789abcdef")));

    assertThat(ofShort.redact("azpathisnouser")).isEqualTo("azpathisnouser");
    assertThat(ofShort.redact("Basic " + base64("k:0123"))).isEqualTo("Basic [redacted]");
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

  /** Every character of base64 that says something of the secret alone goes, and no other. */
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "xyz", "any user:"})
  void redact_takesExactlyTheSecretOutOfTheBase64OfALongerText(String before) {
    byte[] text = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
    int from = (before.length() * 8 + 5) / 6;
    int to = (before.length() + BYTES.length) * 8 / 6;

    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String encoded = encoder.encodeToString(text);
      assertThat(redactor.redact(encoded))
          .isEqualTo(encoded.substring(0, from) + "[redacted]" + encoded.substring(to));
    }
  }

  @Test
  void redact_looksInLongerBase64ForEightCharactersOrMore() {
    Redactor redactor =
        Redactor.of(List.of(credentials("k", "sixsix"), credentials("k", "seven-7")));

    // One byte before it, and two characters say something of that as well.
    assertThat(redactor.redact(base64("xseven-7, and more"))).contains("[redacted]");
    assertThat(redactor.redact(base64("xsixsix, and more"))).isEqualTo(base64("xsixsix, and more"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void redact_takesASecretOutOfTheBase64OfALongerText() {
    for (String before : new String[] {"", "x", "xy", "xyz", "any user:"}) {
      String text = before + SECRET + "\n";
      String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      String left = redactor.redact(encoded);

      assertThat(left).contains("[redacted]");
      assertThat(left.length() - "[redacted]".length())
          .isLessThanOrEqualTo((before.length() + 2) * 4 / 3 + 4);
    }
  }

  @Test
  void redact_takesOutAControlCharacterAsJsonInAsciiWritesIt() {
    Redactor redactor = Redactor.of(List.of(credentials("club-key", "ab\u007Fcd~ef")));

    assertThat(redactor.redact("ab\\u007fcd~ef")).isEqualTo("[redacted]");
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

  /** Three characters tell nothing. */
  @ParameterizedTest
  @CsvSource({
    "4567, [redacted]", "456, 456",
    "cdef and more, [redacted] and more", "def and more, def and more",
    "more and 0123, more and [redacted]", "more and 012, more and 012",
    "0123456789abcde, [redacted]", "123456789abcdef!, [redacted]!"
  })
  void redactPiece_takesOutFourCharactersOrMore(String piece, String left) {
    Redactor redactor = Redactor.of(List.of(credentials("club-key", "0123456789abcdef")));

    assertThat(redactor.redactPiece(piece)).isEqualTo(left);
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
    assertThat(redactor.redact("key=club-key account=club")).isEqualTo("key=club-key account=club");
    assertThat(Redactor.NONE.redact(SECRET)).isEqualTo(SECRET);
  }

  private void assertGone(String form) {
    assertThat(redactor.redact("before " + form + " after"))
        .startsWith("before ")
        .endsWith(" after")
        .contains("[redacted]")
        .doesNotContain(form);
  }
}
