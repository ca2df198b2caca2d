package io.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Octets;
import io.countersign.scheme.Template;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** One text after the other is read as each is for itself. */
final class TemplateReaderTest {
  @Property
  void read_readsEveryText_asIfItWereTheFirst(
      @ForAll("templates") Template template, @ForAll("texts") List<String> texts) {
    int[] indices = IntStream.range(0, template.fields().size()).toArray();
    TemplateReader reader = new TemplateReader(template, indices);
    for (String text : texts) {
      Octets octets = Octets.of(">" + text).slice(1, text.length() + 1);
      Octets[] values = new Octets[indices.length];
      Octets[] expected = new Octets[indices.length];

      assertThat(reader.read(octets, values))
          .as("%s by %s, among %s", text, template, texts)
          .isEqualTo(template.read(octets, expected, indices));
      assertThat(values).as("%s by %s, among %s", text, template, texts).isEqualTo(expected);
    }
  }

  @Test
  void read_ofTextsThatBeginAlike_findsWhatIsMissing() {
    assertThat(read("T {k}:{s}:;", "T a:b:;", "T a:;")).containsExactly("a", null);
    assertThat(read("T {k}:{t};{s}", "T a;b", "T a;b:c;d")).containsExactly("a;b", "c", "d");
    assertThat(read("T {k}:{t};{s}", "T a:b;c", "T a:b;d;e")).containsExactly("a", "b", "d;e");
  }

  /** The fields of the last of several texts. */
  private static List<String> read(String pattern, String... texts) {
    Template template = Template.parse(pattern).orElseThrow();
    int[] indices = IntStream.range(0, template.fields().size()).toArray();
    TemplateReader reader = new TemplateReader(template, indices);
    Octets[] values = new Octets[0];
    for (String text : texts) {
      values = new Octets[indices.length];
      reader.read(Octets.of(text), values);
    }
    return Arrays.stream(values).map(value -> value == null ? null : value.text()).toList();
  }

  @Provide
  Arbitrary<Template> templates() {
    return Arbitraries.of(
            "T {k}:{s}", "T {k}:{t};{s}", "{k}:{s};", "T {k}:{s}:;", "{s}", "T {s}", "T")
        .map(pattern -> Template.parse(pattern).orElseThrow());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("T ", "T a", ":", ":", "a", ";", ":;")
        .list()
        .ofMaxSize(5)
        .map(pieces -> String.join("", pieces))
        .list()
        .ofMinSize(2)
        .ofMaxSize(9);
  }
}
