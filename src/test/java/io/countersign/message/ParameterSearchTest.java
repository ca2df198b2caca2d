package io.countersign.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Several parameters are found in one pass as each is when the query is cut up. */
final class ParameterSearchTest {
  private static final List<String> NAMES = List.of("a", "ab", "abcdabcd");

  @Property
  void search_findsWhatParsingFinds(@ForAll("queries") String query) {
    // With other bytes before and behind it, which belong to no parameter.
    Octets within = Octets.of("a=b" + query + "b=&a").slice(3, 3 + query.length());
    ParameterSearch.Found found = new ParameterSearch(NAMES).in(within);

    List<Parameter> parameters = Parameter.parse(query);
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      List<Parameter> ofThatName =
          parameters.stream().filter(one -> one.name().equals(name)).toList();
      assertThat(found.times(i)).as("times of '%s'", name).isEqualTo(ofThatName.size());
      assertThat(found.value(i).text())
          .as("first of '%s'", name)
          .isEqualTo(ofThatName.stream().findFirst().flatMap(Parameter::value).orElse(""));
    }
  }

  @Test
  void search_ofNothing_findsNothing() {
    assertThat(new ParameterSearch(NAMES).in(Octets.EMPTY).times(0)).isZero();
    assertThat(new ParameterSearch(NAMES).in(Octets.EMPTY).value(0)).isEqualTo(Octets.EMPTY);
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.of("a", "b", "ab", "abcd", "abcdabcd", "=", "&", "&", "=", "&a=", "")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }
}
