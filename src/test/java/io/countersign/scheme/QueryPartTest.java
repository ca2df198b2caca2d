package io.countersign.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A query is ordered where it stands as its parameters are when they are cut out one by one. */
final class QueryPartTest {
  private static final Credentials CREDENTIALS =
      Credentials.examples(TestSchemes.builtIn("ticketevolution"));

  /** Characters near the edges of what takes one, two, three and four bytes, and of surrogates. */
  private static final List<String> EDGES =
      Stream.of(
              0x61, 0x7E, 0xA1, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xE001, 0xFFFD, 0x10000, 0x10001,
              0x103FE, 0x103FF, 0x10FFFF)
          .map(Character::toString)
          .toList();

  @Property
  void query_isThatOfItsParametersInOrder(
      @ForAll("queries") String query,
      @ForAll QueryPart.Order order,
      @ForAll Part.Form form,
      @ForAll boolean plain) {
    Set<String> omit = plain ? Set.of() : Set.of("b");
    String equals = plain ? "=" : ":";
    QueryPart part = new QueryPart(order, form, omit, equals, "&", Set.of());

    assertThat(written(part, query)).isEqualTo(expected(query, order, form, omit, equals));
  }

  @Test
  void sorting_isByTheBytesOfUtf8() {
    for (int i = 0; i < EDGES.size(); i++) {
      for (int j = i + 1; j < EDGES.size(); j++) {
        String one = EDGES.get(i);
        String other = EDGES.get(j);
        assertThat(Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8))).isNegative();

        assertThat(sorted(QueryPart.Order.BY_NAME, other + "=1&" + one + "=2"))
            .isEqualTo(one + "=2&" + other + "=1");
        assertThat(sorted(QueryPart.Order.BY_NAME_AND_VALUE, "n=" + other + "&n=" + one))
            .isEqualTo("n=" + one + "&n=" + other);
      }
    }
  }

  @Test
  void sorting_looksBehindTheFirstLetters_andAtNamesWithoutTheirEqualsSigns() {
    // A percent sign comes before an equals sign, and behind the end of a name.
    assertThat(sorted(QueryPart.Order.BY_NAME, "a%41=1&a=2")).isEqualTo("a=2&a%41=1");
    assertThat(sorted(QueryPart.Order.BY_NAME, "0=1&ab=1&aa=2")).isEqualTo("0=1&aa=2&ab=1");
    assertThat(sorted(QueryPart.Order.BY_NAME_AND_VALUE, "0=1&ab=13&ab=12"))
        .isEqualTo("0=1&ab=12&ab=13");
    assertThat(sorted(QueryPart.Order.BY_NAME_AND_VALUE, "a==&a=1&a&a=")).isEqualTo("a&a=&a=1&a==");
  }

  private static String sorted(QueryPart.Order order, String query) {
    return written(new QueryPart(order, Part.Form.RAW, Set.of(), "=", "&", Set.of()), query);
  }

  private static String written(QueryPart part, String query) {
    HttpRequest request = HttpRequest.get("https://h/p?" + query);
    OctetBuffer out = new OctetBuffer();
    part.appendTo(out, new SigningInput(request, CREDENTIALS, ""));
    return out.textFrom(0);
  }

  private static String expected(
      String query, QueryPart.Order order, Part.Form form, Set<String> omit, String equals) {
    List<Parameter> parameters = new ArrayList<>(Parameter.parse(query));
    parameters.removeIf(one -> omit.contains(one.name()));
    Comparator<Parameter> byName = Comparator.comparing(Parameter::name);
    switch (order) {
      case BY_NAME -> parameters.sort(byName);
      case BY_NAME_AND_VALUE ->
          parameters.sort(byName.thenComparing(one -> one.value().orElse("")));
      case AS_SENT -> {}
    }
    List<String> texts = new ArrayList<>();
    for (Parameter one : parameters) {
      String value = one.value().map(text -> equals + formed(text, form)).orElse("");
      texts.add(formed(one.name(), form) + value);
    }
    return String.join("&", texts);
  }

  private static String formed(String text, Part.Form form) {
    return form == Part.Form.RAW ? text : Percent.decode(text);
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.of("a", "b", "ab", "=", "&", "&", "=", "%41", "%26", "\u00e9", "")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }
}
