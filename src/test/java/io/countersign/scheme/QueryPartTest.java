package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Parameter;
import io.countersign.message.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A query is ordered where it stands as its parameters are when they are cut out one by one. */
final class QueryPartTest {
  private static final Credentials CREDENTIALS =
      Credentials.examples(TestSchemes.builtIn("ticketevolution"));

  @Property
  void query_isThatOfItsParametersInOrder(
      @ForAll("queries") String query,
      @ForAll QueryPart.Order order,
      @ForAll Part.Form form,
      @ForAll boolean plain) {
    Set<String> omit = plain ? Set.of() : Set.of("b");
    String equals = plain ? "=" : ":";
    QueryPart part = new QueryPart(order, form, omit, equals, "&", Set.of());
    HttpRequest request = HttpRequest.get("https://h/p?" + query);

    OctetBuffer out = new OctetBuffer();
    part.appendTo(out, new SigningInput(request, CREDENTIALS, ""));

    assertThat(out.textFrom(0)).isEqualTo(expected(query, order, form, omit, equals));
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
