package io.countersign.target.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTextTest {
  @Test
  void text_isAllOfALittle() throws InterruptedException {
    assertThat(text(" Traceback:\n  oops\n")).isEqualTo("Traceback:\n  oops");
    assertThat(text("")).isEmpty();
  }

  @Test
  void text_isTheEndOfMuch() throws InterruptedException {
    String text = text("noise ".repeat(100_000) + "the end");

    assertThat(text).endsWith("noise the end").hasSizeLessThan(10_000);
  }

  private static String text(String all) throws InterruptedException {
    RecentText text = RecentText.of(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)));
    text.settle(Duration.ofSeconds(20));
    return text.text();
  }
}
