package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Profile;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Call;
import io.countersign.target.ReferenceSigner;
import io.countersign.target.Signed;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnchangedTest {
  private static final HttpRequest BEFORE =
      HttpRequest.get("https://www.example.com/a/%7Eb?z=1&a=%20&app_key=old")
          .withHeader("Accept", "text/plain")
          .withHeader("X-Twice", "a")
          .withHeader("X-Twice", "b")
          .withHeader("X-Twice", "a")
          .withBody(Octets.of("body"));

  private static SigningRules rules(String scheme) {
    return Fixtures.subject(scheme).scheme().rules(Profile.DOCUMENTED);
  }

  private static HttpRequest signed(String id) {
    SchemeUnderTest subject = Fixtures.subject(id);
    Call call =
        new Call(subject.scheme(), Profile.DOCUMENTED, subject.credentials(), Fixtures.NOW, BEFORE);
    return ((Signed.Done) new ReferenceSigner().sign(call)).request();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic"})
  void referenceSigner_leavesTheRestAlone(String scheme) {
    assertThatCode(() -> Unchanged.require(rules(scheme), BEFORE, signed(scheme)))
        .doesNotThrowAnyException();
  }

  @Test
  void furtherHeaders_areFree() {
    assertThatCode(
            () ->
                Unchanged.require(
                    rules("rmtrack"), BEFORE, signed("rmtrack").withHeader("User-Agent", "x")))
        .doesNotThrowAnyException();
  }

  /** One list says the same as several headers. */
  @Test
  void headersInOneList_areTheSame() {
    HttpRequest joined = RequestChanges.withHeader(BEFORE, "X-Twice", "a, b, a");
    assertThatCode(() -> Unchanged.require(rules("rmtrack"), BEFORE, joined))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.example.com:443", "www.example.com:"})
  void portThatGoesWithoutSaying_isFree(String authority) {
    HttpRequest written = BEFORE.withUrl(BEFORE.url().withAuthority(authority));
    assertThatCode(() -> Unchanged.require(rules("rmtrack"), BEFORE, written))
        .doesNotThrowAnyException();
    assertThatCode(() -> Unchanged.require(rules("rmtrack"), written, BEFORE))
        .doesNotThrowAnyException();
  }

  /** A request target with an empty query is another one. */
  @ParameterizedTest
  @ValueSource(strings = {"ticketevolution", "rmtrack", "ticketmatic", "ticketmatic-basic"})
  void emptyQuery_isNotDropped_norMade(String scheme) {
    HttpRequest without = HttpRequest.get("https://www.example.com/a");
    HttpRequest with = HttpRequest.get("https://www.example.com/a?");
    assertThatThrownBy(() -> Unchanged.require(rules(scheme), with, without))
        .hasMessage("signing changed the question mark from '?' to ''");
    assertThatThrownBy(() -> Unchanged.require(rules(scheme), without, with))
        .isInstanceOf(NotConformantException.class);
    assertThatCode(() -> Unchanged.require(rules(scheme), with, with)).doesNotThrowAnyException();
  }

  /** Signing puts its own parameters behind it. */
  @Test
  void emptyQuery_isFreeWhereTheSignatureIsInIt() {
    HttpRequest before = HttpRequest.get("https://www.example.com/a?");
    HttpRequest signed =
        HttpRequest.get("https://www.example.com/a?app_key=k&timestamp=t&signature=s");
    assertThatCode(() -> Unchanged.require(rules("hoshinplan"), before, signed))
        .doesNotThrowAnyException();
  }

  @Test
  void orderOfParameters_isFreeOnlyWhereTheSchemeSorts() {
    HttpRequest sorted = BEFORE.withTarget("/a/%7Eb?a=%20&app_key=old&z=1");
    assertThatCode(() -> Unchanged.require(rules("ticketevolution"), BEFORE, sorted))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Unchanged.require(rules("rmtrack"), BEFORE, sorted))
        .isInstanceOf(NotConformantException.class)
        .hasMessage(
            "signing changed the query from 'z=1&a=%20&app_key=old' to 'a=%20&app_key=old&z=1'");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("changed the method", request -> request.withMethod("POST")),
        change(
            "changed the host",
            request -> request.withUrl(request.url().withAuthority("other.example.com"))),
        change("changed the port from '443' to '8443'", request -> at(request, ":8443")),
        change("changed the port from '443' to '80'", request -> at(request, ":80")),
        change(
            "changed the scheme of the URL from 'https' to 'http'",
            request ->
                request.withUrl(
                    RequestUrl.parse(request.url().toString().replace("https:", "http:")))),
        change("header X-Twice", request -> RequestChanges.withHeader(request, "X-Twice", "a")),
        change(
            "header X-Twice",
            request ->
                request
                    .withHeaders(request.headers().without("X-Twice"))
                    .withHeader("X-Twice", "a")
                    .withHeader("X-Twice", "b")),
        change(
            "changed the path",
            request -> request.withTarget(request.target().replace("%7E", "~"))),
        change(
            "changed the query",
            request -> request.withTarget(request.target().replace("%20", "+"))),
        change("changed the query", request -> request.withTarget(request.path())),
        change("changed the body", request -> request.withBody(Octets.EMPTY)),
        change(
            "lost or changed the header Accept",
            request -> request.withHeaders(request.headers().without("Accept"))),
        change(
            "lost or changed the header Accept",
            request -> RequestChanges.withHeader(request, "Accept", "text/html")));
  }

  private static HttpRequest at(HttpRequest request, String port) {
    return request.withUrl(request.url().withAuthority(request.url().authority() + port));
  }

  private static Arguments change(String says, UnaryOperator<HttpRequest> change) {
    return Arguments.of(says, change);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anyOtherChange_isNotConformant(String says, UnaryOperator<HttpRequest> change) {
    for (String scheme : new String[] {"ticketevolution", "rmtrack", "ticketmatic"}) {
      assertThatThrownBy(
              () -> Unchanged.require(rules(scheme), BEFORE, change.apply(signed(scheme))))
          .as(scheme)
          .isInstanceOf(NotConformantException.class)
          .hasMessageContaining(says);
    }
  }
}
