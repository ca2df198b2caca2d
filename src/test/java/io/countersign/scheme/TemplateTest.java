package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
  private static final Template HEADER = template("MAC key={key} ts={time} sign={signature}");

  @Property
  void read_undoesFill(
      @ForAll @AlphaChars String key,
      @ForAll @NumericChars String time,
      @ForAll @AlphaChars @NumericChars String signature) {
    Map<String, String> values = Map.of("key", key, "time", time, "signature", signature);

    assertThat(HEADER.read(HEADER.fill(values::get))).contains(values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a", "{}", "{a}{b}", "x{a}{b}", "{a}-{b", "{"})
  void parse_refusesBracesThatDoNotFit(String pattern) {
    assertThat(Template.parse(pattern)).isEmpty();
  }

  @Test
  void fields_areInTheOrderWritten() {
    assertThat(HEADER.fields()).containsExactly("key", "time", "signature");
    assertThat(template("no fields").fields()).isEmpty();
  }

  @Test
  void fill_leavesAFieldOutTogetherWithTheTextBeforeIt() {
    assertThat(HEADER.fill(field -> field.equals("time") ? null : "v"))
        .isEqualTo("MAC key=v sign=v");
    assertThat(template("A {a}:{b}").fill(field -> field.equals("b") ? null : "v"))
        .isEqualTo("A v");
    assertThat(template("A {a}:{b}").fill(field -> field.equals("a") ? null : "v"))
        .isEqualTo("A :v");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAC key=k ts=t sign=s | key=k, signature=s, time=t",
        "MAC key=k sign=s | key=k, signature=s",
        "MAC key=k ts=t | key=k, time=t",
        "MAC ts=t sign=s | signature=s",
        "MAC key= ts= sign= | key=, signature=, time=",
        "MAC key=k ts=t sign=s=s | key=k, signature=s=s, time=t",
        "MAC key=k ts=t sign=s x | key=k, signature=s x, time=t",
        "MAC nonsense | ''",
        "MAC xkey=k ts=t | time=t",
      })
  void read_tellsWhatIsThere(String text, String fields) {
    assertThat(HEADER.read(text)).isPresent();
    assertThat(new java.util.TreeMap<>(HEADER.read(text).orElseThrow()))
        .hasToString("{" + fields + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MAC", "mac key=k", "MACkey=k ts=t sign=s", "Basic key=k ts=t sign=s"})
  void read_refusesAnotherAuthenticationScheme(String text) {
    assertThat(HEADER.read(text)).isEmpty();
  }

  @Test
  void read_needsTheTextBehindTheLastField() {
    Template quoted = template("hmac id=\"{id}\", mac=\"{mac}\"");

    assertThat(quoted.read("hmac id=\"a\", mac=\"b\"")).contains(Map.of("id", "a", "mac", "b"));
    assertThat(quoted.read("hmac id=\"a\", mac=\"b")).isEmpty();
  }

  @Test
  void read_doesNotTakeOneTextForBothItsBeginningAndItsEnd() {
    assertThat(template("a {x} a").read("a a")).isEmpty();
    assertThat(template("a {x} a").read("a  a")).contains(Map.of("x", ""));
  }

  @Test
  void read_keepsWhatStandsAtTheEndOutOfAllElse() {
    assertThat(template("{a}-{b}-").read("x-")).contains(Map.of("a", "x"));
    assertThat(template("A b{x}b").read("A b")).contains(Map.of());
  }

  @Test
  void read_takesAllOfAText_onlyForOneFieldWithNothingAroundIt() {
    assertThat(template("{a}").read("x-")).contains(Map.of("a", "x-"));
    assertThat(template("{a}-").read("x-")).contains(Map.of("a", "x"));
    assertThat(template("{a}-").read("x")).isEmpty();
    assertThat(template("{a}-{b}").read("x-y")).contains(Map.of("a", "x", "b", "y"));
  }

  @Test
  void read_ofAPrefixWithoutABlank_needsAllOfIt() {
    Template prefixed = template("sha256={signature}");

    assertThat(prefixed.read("sha256=ab")).contains(Map.of("signature", "ab"));
    assertThat(prefixed.read("sha1=ab")).isEmpty();
    assertThat(prefixed.read("ab")).isEmpty();
  }

  @Test
  void templates_areEqualByTheirText() {
    assertThat(template("a {b}")).isEqualTo(template("a {b}")).hasSameHashCodeAs(template("a {b}"));
    assertThat(template("a {b}")).isNotEqualTo(template("a {c}")).hasToString("a {b}");
  }

  private static Template template(String pattern) {
    return Template.parse(pattern).orElseThrow();
  }
}
