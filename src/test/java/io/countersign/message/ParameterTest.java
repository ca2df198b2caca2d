package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ParameterTest {
  @Property
  void parse_losesNothing(@ForAll("queries") String query) {
    assertThat(
            Parameter.parse(query).stream()
                .map(Parameter::toString)
                .collect(Collectors.joining("&")))
        .isEqualTo(query);
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.strings().withChars("ab=&%+;[]").ofMaxLength(12);
  }

  @Test
  void parse_cutsAtTheFirstEqualsSign_andTellsNoValueFromAnEmptyOne() {
    assertThat(Parameter.parse("a=b=c&d&e=&&=f"))
        .extracting(Parameter::name, parameter -> parameter.value().orElse(null))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "b=c"),
            org.assertj.core.groups.Tuple.tuple("d", null),
            org.assertj.core.groups.Tuple.tuple("e", ""),
            org.assertj.core.groups.Tuple.tuple("", null),
            org.assertj.core.groups.Tuple.tuple("", "f"));
  }

  @Test
  void parse_ofNothing_isNothing() {
    assertThat(Parameter.parse("")).isEmpty();
  }
}
