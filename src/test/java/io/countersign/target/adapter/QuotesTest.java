package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.target.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuotesTest {
  private static final String SECRET = "this-is-a-very-long-secret-of-somebody-0123456789";

  private final Quotes quotes = new Quotes();

  @Test
  void line_isQuotedAsItIs() {
    assertThat(quotes.line("DEBUG: signing")).isEqualTo("'DEBUG: signing'");
    assertThat(quotes.line("")).isEqualTo("''");
    assertThat(quotes.line("caf\u00e9 \ud83d\ude00")).isEqualTo("'caf\u00e9 \ud83d\ude00'");
  }

  @Test
  void line_makesVisibleWhatIsNot() {
    assertThat(quotes.line("\ufeff{}\u001b[2J\u202eabc\u0000\ud800"))
        .isEqualTo("'\\ufeff{}\\u001b[2J\\u202eabc\\u0000\\ud800'");
  }

  @Test
  void line_isShort() {
    assertThat(quotes.line("x".repeat(5_000_000))).startsWith("'xxx").endsWith("x…'").hasSize(303);
    assertThat(quotes.words("x".repeat(5_000_000))).hasSize(301);
    assertThat(quotes.name("x".repeat(5_000_000))).hasSize(101);
  }

  @Test
  void line_isNotCutInsideACharacter() {
    assertThat(quotes.line("x".repeat(299) + "\ud83d\ude00" + "y")).endsWith("x…'");
    assertThat(quotes.end("x\ud83d\ude00" + "y".repeat(299))).startsWith("'…yyy");
  }

  @Test
  void end_isTheEndOnOneLine() {
    assertThat(quotes.end("Traceback:\r\n  File \"a.py\"\n\n    oops\n"))
        .isEqualTo("'Traceback: File \"a.py\" oops'");
    assertThat(quotes.end("noise ".repeat(1000) + "the end")).startsWith("'…").endsWith("the end'");
  }

  /** Blanks by the million must not take minutes. */
  @Test
  void line_ofBlanksTakesNoTime() {
    long begun = System.nanoTime();

    quotes.line(" ".repeat(4_000_000) + "x");
    quotes.line("\n".repeat(4_000_000));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  /** Wherever it is cut, and whatever is made of control characters. */
  @Test
  void guard_keepsEveryPieceOfASecretOut() {
    Scheme scheme = Samples.scheme("rmtrack");
    quotes.guard(
        Redactor.of(
            List.of(Credentials.of(scheme, Map.of("accesskey", "k", "secretkey", SECRET)))));

    for (int before = 230; before < 310; before++) {
      String text = ".".repeat(before) + SECRET + ".".repeat(70_000);
      assertSilent(quotes.line(text));
      assertSilent(quotes.words(text));
      assertSilent(quotes.beginning(text.substring(0, before + 20)));
      assertSilent(quotes.end(text.substring(before + 20, before + 300)));
      assertSilent(quotes.end("." + SECRET + ".".repeat(before)));
    }
    for (int before = 65_460; before < 65_560; before++) {
      assertSilent(quotes.line(".".repeat(before) + SECRET + "."));
    }
  }

  private static void assertSilent(String text) {
    for (int i = 0; i + 6 <= SECRET.length(); i++) {
      assertThat(text).doesNotContain(SECRET.substring(i, i + 6));
    }
  }
}
