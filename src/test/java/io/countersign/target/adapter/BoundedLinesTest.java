package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedLinesTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void next_givesLineByLineAndThenTheEnd() throws InterruptedException {
    BoundedLines lines = of("one\n\ntwo\r\nrest");

    assertThat(lines.next(LONG)).isEqualTo(line("one"));
    assertThat(lines.next(LONG)).isEqualTo(line(""));
    assertThat(lines.next(LONG)).isEqualTo(line("two\r"));
    assertThat(lines.next(LONG)).isEqualTo(new Heard(Heard.Kind.END, "rest"));
    assertThat(lines.next(LONG)).isEqualTo(new Heard(Heard.Kind.END, "rest"));
  }

  @Test
  void next_waitsNoLongerThanItMay() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream()) {
      BoundedLines lines = BoundedLines.of(new PipedInputStream(out));
      out.write("half".getBytes(StandardCharsets.UTF_8));
      out.flush();

      assertThat(lines.next(Duration.ofSeconds(2)))
          .isEqualTo(new Heard(Heard.Kind.SILENCE, "half"));
      out.write(" whole\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertThat(lines.next(LONG)).isEqualTo(line("half whole"));
    }
  }

  @Test
  void next_tellsBytesThatAreNoText() throws InterruptedException {
    BoundedLines lines =
        BoundedLines.of(
            new ByteArrayInputStream("caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(lines.next(LONG)).isEqualTo(new Heard(Heard.Kind.NO_TEXT, "caf\uFFFD"));
  }

  @Test
  void next_takesALineAsLongAsAllowed() throws InterruptedException {
    String longest = "x".repeat(BoundedLines.LONGEST_LINE);

    assertThat(of(longest + "\n").next(LONG)).isEqualTo(line(longest));
  }

  @Test
  void read_endsWithALineThatDoesNotEnd() throws InterruptedException {
    Endless endless = new Endless("x");
    BoundedLines lines = BoundedLines.of(endless);

    Heard heard = lines.next(LONG);

    assertThat(heard.kind()).isEqualTo(Heard.Kind.ENDLESS_LINE);
    assertThat(heard.text()).matches("x{1000,5000}");
    assertThat(endless.given.get()).isLessThan(BoundedLines.LONGEST_LINE + (1L << 20));
  }

  @Test
  void read_endsWithAFlood() throws InterruptedException {
    Endless endless = new Endless("line\n");
    BoundedLines lines = BoundedLines.of(endless);

    Heard heard = lines.next(LONG);
    for (int i = 0; i < 100 && heard.kind() == Heard.Kind.LINE; i++) {
      heard = lines.next(LONG);
    }

    assertThat(heard).isEqualTo(new Heard(Heard.Kind.FLOOD, "line"));
    assertThat(endless.given.get()).isLessThan(10_000_000);
  }

  /** Few lines, but all together too much to keep. */
  @Test
  void read_endsWithAFloodOfLongLines() throws InterruptedException {
    Endless endless = new Endless("x".repeat(1 << 20) + "\n");
    BoundedLines lines = BoundedLines.of(endless);

    Heard heard = lines.next(LONG);
    while (heard.kind() == Heard.Kind.LINE) {
      Thread.sleep(200);
      heard = lines.next(LONG);
    }

    assertThat(heard.kind()).isEqualTo(Heard.Kind.FLOOD);
    assertThat(heard.text()).hasSizeLessThan(5000);
    assertThat(endless.given.get()).isLessThan(40L << 20);
  }

  @Test
  void unasked_showsWhatIsThereAndTakesNothing() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream()) {
      BoundedLines lines = BoundedLines.of(new PipedInputStream(out));
      assertThat(lines.unasked()).isEmpty();
      out.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
      out.flush();

      assertThat(lines.next(LONG)).isEqualTo(line("a"));
      assertThat(lines.next(LONG)).isEqualTo(line("b"));
      assertThat(lines.unasked()).isEmpty();
      assertThat(lines.next(SHORT).kind()).isEqualTo(Heard.Kind.SILENCE);
    }
  }

  @Test
  void next_takesTimeLimitsBeyondMeasure() throws InterruptedException {
    assertThat(of("a\n").next(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(line("a"));
  }

  private static BoundedLines of(String text) {
    return BoundedLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Heard line(String text) {
    return new Heard(Heard.Kind.LINE, text);
  }

  /** The same again and again, and how much of it was taken. */
  private static final class Endless extends InputStream {
    final AtomicLong given = new AtomicLong();
    private final byte[] text;

    Endless(String text) {
      this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return text[(int) (given.getAndIncrement() % text.length)];
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      for (int i = 0; i < length; i++) {
        target[from + i] = (byte) read();
      }
      return length;
    }
  }
}
