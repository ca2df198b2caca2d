package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestChangesTest {
  private static final HttpRequest REQUEST =
      HttpRequest.get("https://a.example/p?a=1&b=2&aa=3&a")
          .withHeader("One", "1")
          .withHeader("X-Sig", "old")
          .withHeader("Two", "2");

  private static List<Header> headers(HttpRequest request) {
    return request.headers().all();
  }

  private static HttpRequest query(String query) {
    return HttpRequest.get("https://a.example/p" + query);
  }

  @Test
  void withHeader_changesTheValueInItsPlace_underAnyCaseOfTheName() {
    assertThat(headers(RequestChanges.withHeader(REQUEST, "x-sig", "new")))
        .containsExactly(
            new Header("One", "1"), new Header("X-Sig", "new"), new Header("Two", "2"));
  }

  @Test
  void withHeaderTwice_keepsThePlace() {
    assertThat(headers(RequestChanges.withHeaderTwice(REQUEST, "X-Sig")))
        .extracting(Header::name)
        .containsExactly("One", "X-Sig", "X-Sig", "Two");
  }

  @Test
  void withHeaderRenamed_keepsValueAndPlace() {
    assertThat(headers(RequestChanges.withHeaderRenamed(REQUEST, "X-Sig", "x-SIG")))
        .containsExactly(
            new Header("One", "1"), new Header("x-SIG", "old"), new Header("Two", "2"));
  }

  @Test
  void withParameter_changesEveryParameterOfThatNameAndNoOther() {
    HttpRequest changed =
        RequestChanges.withParameter(REQUEST, "a", pair -> Optional.of("[" + pair + "]"));
    assertThat(changed.target()).isEqualTo("/p?[a=1]&b=2&aa=3&[a]");
    assertThat(changed.headers()).isEqualTo(REQUEST.headers());
  }

  @Test
  void withParameter_takenAway_leavesNoQuestionMarkBehind() {
    assertThat(RequestChanges.withParameter(query("?a=1"), "a", pair -> Optional.empty()).target())
        .isEqualTo("/p");
    assertThat(
            RequestChanges.withParameter(query("?a=1&b"), "a", pair -> Optional.empty()).target())
        .isEqualTo("/p?b");
  }

  @ParameterizedTest
  @CsvSource({"'',/p?x=1", "?,/p?x=1", "?a=1,/p?x=1&a=1"})
  void withParameterInFront_standsBeforeAllOthers(String query, String target) {
    assertThat(RequestChanges.withParameterInFront(query(query), "x=1").target()).isEqualTo(target);
  }

  @Test
  void withFirstParametersSwapped_leavesTheRest() {
    assertThat(RequestChanges.withFirstParametersSwapped(query("?a=1&b=2&c=3")).target())
        .isEqualTo("/p?b=2&a=1&c=3");
  }

  @Test
  void changeOfWhatIsNotThere_isInconclusive() {
    assertThatThrownBy(() -> RequestChanges.withHeader(REQUEST, "Three", "x"))
        .isInstanceOf(InconclusiveException.class)
        .hasMessage("the signed request has no header Three");
    assertThatThrownBy(() -> RequestChanges.withParameter(REQUEST, "c", Optional::of))
        .isInstanceOf(InconclusiveException.class)
        .hasMessage("the signed request has no parameter c");
    assertThatThrownBy(() -> RequestChanges.withFirstParametersSwapped(query("?a=1")))
        .isInstanceOf(InconclusiveException.class);
  }
}
