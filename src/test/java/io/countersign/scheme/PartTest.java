package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.OctetBuffer;
import io.countersign.message.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PartTest {
  private static final Credentials CREDENTIALS =
      Credentials.examples(TestSchemes.builtIn("ticketmatic"));
  private static final HttpRequest REQUEST =
      HttpRequest.get("https://Api.example:8443/a%2Fb/../c?z=1&a=%7e&a=2&B&signature=x")
          .withHeader("X-One", "1")
          .withHeader("x-one", "2")
          .withBody(Octets.of("body"));

  @Test
  void parts_writeTheRequestAsItStands() {
    assertThat(written(new Part.Text("v0:"))).isEqualTo("v0:");
    assertThat(written(new Part.Credential("account"))).isEqualTo("countersign");
    assertThat(written(new Part.Timestamp())).isEqualTo("now");
    assertThat(written(new Part.Method())).isEqualTo("GET");
    assertThat(written(new Part.Path())).isEqualTo("/a%2Fb/../c");
    assertThat(written(new Part.HeaderValue("X-ONE"))).isEqualTo("1");
    assertThat(written(new Part.HeaderValue("X-Two"))).isEmpty();
    assertThat(written(new Part.Body())).isEqualTo("body");
  }

  /** Values of headers may be of bytes that are no text (RFC 9110, section 5.5). */
  @Test
  void header_isWrittenByItsBytes() {
    Header header = new Header("X-Name", "").withValue(Octets.of(new byte[] {'Z', (byte) 0xEB}));
    SigningInput input =
        new SigningInput(
            REQUEST.withHeaders(new Headers(List.of(header))),
            CREDENTIALS,
            "now",
            "",
            Optional.empty());
    OctetBuffer out = new OctetBuffer();

    new Part.HeaderValue("x-name").appendTo(out, input);

    assertThat(out.toOctets().toBytes()).containsExactly((byte) 'Z', (byte) 0xEB);
  }

  @Test
  void host_isWrittenWithItsPortOrWithout() {
    assertThat(written(new Part.Host(Part.Host.Port.AS_SENT))).isEqualTo("Api.example:8443");
    assertThat(written(new Part.Host(Part.Host.Port.OMITTED))).isEqualTo("Api.example");
    assertThat(new Part.Host(Part.Host.Port.EITHER).readings())
        .containsExactly(
            new Part.Host(Part.Host.Port.OMITTED), new Part.Host(Part.Host.Port.AS_SENT));
  }

  @Test
  void host_saysInWordsHowItWasRead() {
    assertThat(new Part.Host(Part.Host.Port.AS_SENT).reading()).isEqualTo("the host with its port");
    assertThat(new Part.Host(Part.Host.Port.OMITTED).reading())
        .isEqualTo("the host without its port");
    assertThat(new Part.Path().reading()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void parts_coverWhatTheyWrite(Part part, List<Aspect> covered) {
    assertThat(part.covers()).containsExactlyInAnyOrderElementsOf(covered);
  }

  static List<Arguments> parts_coverWhatTheyWrite() {
    return List.of(
        Arguments.of(new Part.Text("v0:"), List.of()),
        Arguments.of(
            new Part.Credential("account"), List.of(new Aspect(Aspect.Kind.CREDENTIAL, "account"))),
        Arguments.of(new Part.Timestamp(), aspects(Aspect.Kind.TIMESTAMP)),
        Arguments.of(new Part.Method(), aspects(Aspect.Kind.METHOD)),
        Arguments.of(new Part.Host(Part.Host.Port.EITHER), aspects(Aspect.Kind.HOST)),
        Arguments.of(new Part.Path(), aspects(Aspect.Kind.PATH)),
        Arguments.of(
            new Part.Target(Part.Form.RAW, "signature"),
            aspects(Aspect.Kind.PATH, Aspect.Kind.QUERY)),
        Arguments.of(
            new Part.HeaderValue("X-One"), List.of(new Aspect(Aspect.Kind.HEADER, "X-One"))),
        Arguments.of(new Part.Body(), aspects(Aspect.Kind.BODY)),
        Arguments.of(query(QueryPart.Order.AS_SENT), aspects(Aspect.Kind.QUERY)),
        Arguments.of(
            query(QueryPart.Order.AS_SENT).withBodyInsteadFor(Set.of("POST")),
            aspects(Aspect.Kind.QUERY, Aspect.Kind.BODY)));
  }

  private static List<Aspect> aspects(Aspect.Kind... kinds) {
    return Stream.of(kinds).map(Aspect::of).toList();
  }

  @Test
  void target_endsBeforeTheLastSignature() {
    assertThat(written(new Part.Target(Part.Form.RAW, "signature")))
        .isEqualTo("/a%2Fb/../c?z=1&a=%7e&a=2&B");
    assertThat(written(new Part.Target(Part.Form.DECODED, "signature")))
        .isEqualTo("/a/b/../c?z=1&a=~&a=2&B");
    assertThat(written(new Part.Target(Part.Form.RAW, Optional.empty())))
        .isEqualTo("/a%2Fb/../c?z=1&a=%7e&a=2&B&signature=x");
    assertThat(front("s", "/x?s=1&s=2")).isEqualTo("/x?s=1");
    assertThat(value("s", "/x?s=1&s=2&t=3")).contains("2&t=3");
    assertThat(front("s", "/s=1?as=1")).isEqualTo("/s=1?as=1");
    assertThat(value("s", "/s=1?as=1")).isEmpty();
    assertThat(front("s", "?s=1")).isEmpty();
    assertThat(value("s", "?s=1")).contains("1");
  }

  private static String front(String name, String target) {
    return TrailingParameter.named(name).front(Octets.of(target)).text();
  }

  private static Optional<String> value(String name, String target) {
    return TrailingParameter.named(name).value(Octets.of(target)).map(Octets::text);
  }

  @Test
  void trailingParameter_isNeitherAWordAtTheEndNorTheBeginningOfTheTarget() {
    assertThat(front("s", "/clients")).isEqualTo("/clients");
    assertThat(value("s", "/x?a=1&s")).isEmpty();
    assertThat(value("s", "s=1")).isEmpty();
    assertThat(value("s", "s=1?s=2")).contains("2");
    assertThat(value("s", "=1")).isEmpty();
    assertThat(TrailingParameter.named("s")).hasToString("s");
  }

  @Test
  void rewritten_writesWhatStandsInPlaceOfThePart_andCoversTheSame() {
    Part rewritten =
        new Part.Rewritten(
            new Part.Method(), (part, in, out) -> out.append("<").append(in.request().method()));

    assertThat(written(rewritten)).isEqualTo("<GET");
    assertThat(rewritten.covers()).isEqualTo(new Part.Method().covers());
  }

  @ParameterizedTest
  @CsvSource({
    "AS_SENT, z=1&a=%7e&a=2&B&signature=x",
    "BY_NAME, B&a=%7e&a=2&signature=x&z=1",
    "BY_NAME_AND_VALUE, B&a=%7e&a=2&signature=x&z=1",
  })
  void query_isInTheOrderOfTheScheme(QueryPart.Order order, String expected) {
    assertThat(written(query(order))).isEqualTo(expected);
  }

  @Test
  void query_byNameKeepsEqualNamesInOrder_andByValueDoesNot() {
    HttpRequest request = HttpRequest.get("https://h/?b=2&b=1&a");

    assertThat(written(query(QueryPart.Order.BY_NAME), request)).isEqualTo("a&b=2&b=1");
    assertThat(written(query(QueryPart.Order.BY_NAME_AND_VALUE), request)).isEqualTo("a&b=1&b=2");
  }

  @ParameterizedTest
  @CsvSource({
    "signature, =, &, z=1&a=%7e&a=2&B",
    "'', :, &, z:1&a:%7e&a:2&B&signature:x",
    "'', =, ;, z=1;a=%7e;a=2;B;signature=x",
  })
  void query_asSent_isStillJoinedAsTheSchemeSays(
      String omit, String equals, String separator, String expected) {
    Set<String> omitted = omit.isEmpty() ? Set.of() : Set.of(omit);

    assertThat(
            written(
                new QueryPart(
                    QueryPart.Order.AS_SENT, Part.Form.RAW, omitted, equals, separator, Set.of())))
        .isEqualTo(expected);
  }

  @Test
  void query_changesInOneRespectOnly() {
    QueryPart part =
        new QueryPart(
            QueryPart.Order.BY_NAME, Part.Form.RAW, Set.of("signature"), ":", ";", Set.of("PUT"));

    assertThat(written(part.withOrder(QueryPart.Order.AS_SENT))).isEqualTo("z:1;a:%7e;a:2;B");
    assertThat(written(part.withOrder(QueryPart.Order.AS_SENT), REQUEST.withMethod("PUT")))
        .isEqualTo("body");
    assertThat(written(part.withBodyInsteadFor(Set.of("GET")))).isEqualTo("body");
  }

  @Test
  void query_leavesOutJoinsAndDecodesAsTheSchemeSays() {
    QueryPart part =
        new QueryPart(
            QueryPart.Order.BY_NAME, Part.Form.DECODED, Set.of("signature"), ":", ";", Set.of());

    assertThat(written(part)).isEqualTo("B;a:~;a:2;z:1");
  }

  @Test
  void query_givesWayToABodyOfTheMethodsThatTheSchemeNames() {
    QueryPart part = query(QueryPart.Order.BY_NAME).withBodyInsteadFor(Set.of("POST"));

    assertThat(written(part, REQUEST.withMethod("POST"))).isEqualTo("body");
    assertThat(written(part, REQUEST)).startsWith("B&a=");
    assertThat(written(part, REQUEST.withMethod("POST").withBody(Octets.EMPTY))).startsWith("B&a=");
  }

  @Test
  void query_thatIsNotThere_isNothing() {
    assertThat(written(query(QueryPart.Order.BY_NAME), HttpRequest.get("https://h/x"))).isEmpty();
    assertThat(written(query(QueryPart.Order.BY_NAME), HttpRequest.get("https://h/x?"))).isEmpty();
  }

  private static QueryPart query(QueryPart.Order order) {
    return new QueryPart(order, Part.Form.RAW, Set.of(), "=", "&", Set.of());
  }

  private static String written(Part part) {
    return written(part, REQUEST);
  }

  private static String written(Part part, HttpRequest request) {
    OctetBuffer out = new OctetBuffer();
    part.appendTo(out, new SigningInput(request, CREDENTIALS, "now"));
    return out.toOctets().text();
  }
}
