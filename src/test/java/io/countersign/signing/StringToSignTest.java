package io.countersign.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Part;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.SigningInput;
import io.countersign.scheme.TestSchemes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StringToSignTest {
  private static final SigningInput INPUT =
      new SigningInput(
          HttpRequest.get("https://h/x"),
          Credentials.examples(TestSchemes.builtIn("rmtrack")),
          "now");
  private static final List<Part> PARTS =
      List.of(new Part.Method(), new Part.Text(" "), new Part.Path());

  @Test
  void of_isThePartsInTheirOrder() {
    assertThat(StringToSign.of(PARTS, INPUT)).hasToString("GET /x");
  }

  @Test
  void compose_emptiesTheBufferFirst() {
    OctetBuffer buffer = new OctetBuffer().append("left over");
    StringToSign.compose(PARTS, INPUT, buffer);

    assertThat(buffer.toOctets()).hasToString("GET /x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/x?a=1&b=2, RAW, '', POST h/x?a=1&b=2",
    "https://h/x?b=2&a=1, RAW, '', POST h/x?a=1&b=2",
    "https://h/x?a=%31&b, RAW, '', POST h/x?a=%31&b",
    "https://h/x?a=%31&b, DECODED, '', POST h/x?a=1&b",
    "https://h/x?, RAW, '', POST h/x?",
    "https://h/x, RAW, '', POST h/x?",
    "https://h, RAW, '', POST h/?",
    "https://h?a, RAW, '', POST h/?a",
    "https://h/x?a=1, RAW, body, POST h/x?body",
  })
  void of_pathAndQueryOfOneParty_isAsEachWouldWriteIt(
      String url, Part.Form form, String body, String expected) {
    QueryPart query =
        new QueryPart(QueryPart.Order.BY_NAME, form, Set.of(), "=", "&", Set.of("POST"));
    List<Part> parts = new ArrayList<>(PARTS);
    parts.add(2, new Part.Host(Part.Host.Port.OMITTED));
    parts.addAll(List.of(new Part.Text("?"), query));
    SigningInput input = input(HttpRequest.get(url).withMethod("POST").withBody(Octets.of(body)));

    assertThat(StringToSign.of(parts, input)).hasToString(expected);
    assertThat(StringToSign.of(StringToSign.of(parts, input.credentials()), input))
        .hasToString(expected);
  }

  @Property
  void of_partsOfOneParty_isAsEachWouldWriteIt(
      @ForAll("parts") List<Part> parts, @ForAll("targets") String target) {
    SigningInput input = input(HttpRequest.get("https://h" + target));

    assertThat(StringToSign.of(StringToSign.of(parts, input.credentials()), input))
        .isEqualTo(StringToSign.of(parts, input));
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    return Arbitraries.<Part>of(
            new Part.Path(),
            new Part.Text("?"),
            new Part.Text("!"),
            new Part.Method(),
            query(QueryPart.Order.AS_SENT, Part.Form.RAW, Set.of(), "="),
            query(QueryPart.Order.BY_NAME, Part.Form.RAW, Set.of(), "="),
            query(QueryPart.Order.AS_SENT, Part.Form.DECODED, Set.of(), "="),
            query(QueryPart.Order.AS_SENT, Part.Form.RAW, Set.of("a"), "="),
            query(QueryPart.Order.AS_SENT, Part.Form.RAW, Set.of(), ":"))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> targets() {
    return Arbitraries.of("/", "?", "a", "b", "=", "&", "%41")
        .list()
        .ofMaxSize(8)
        .map(pieces -> "/" + String.join("", pieces));
  }

  private static QueryPart query(
      QueryPart.Order order, Part.Form form, Set<String> omit, String equals) {
    return new QueryPart(order, form, omit, equals, "&", Set.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 12})
  void of_asManyPartsAsThereAre(int parts) {
    assertThat(StringToSign.of(Collections.nCopies(parts, new Part.Path()), INPUT))
        .hasToString("/x".repeat(parts));
  }

  private static SigningInput input(HttpRequest request) {
    return new SigningInput(request, INPUT.credentials(), "now");
  }
}
