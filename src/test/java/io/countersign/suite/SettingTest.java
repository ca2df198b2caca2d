package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Profile;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SettingTest {
  private static final Clock CLOCK = Clock.fixed(Fixtures.NOW.plusMillis(789), ZoneOffset.UTC);

  private static Setting setting(String scheme) {
    return new Setting(
        RunContext.of(EmbeddedTarget.reference(), Profile.DOCUMENTED, CLOCK, 1),
        Fixtures.subject(scheme),
        Role.VERIFIER);
  }

  /** A setting whose requests go to another server than the scheme's. */
  private static Setting elsewhere(String scheme, Role role, String... path) {
    return new Setting(
        RunContext.of(ServerTarget.placed(ServerTarget.answering()), Profile.DOCUMENTED, CLOCK, 1)
            .calling(Stream.of(path).findFirst()),
        Fixtures.subject(scheme),
        role);
  }

  private static String sentTo(Setting setting, String url) {
    setting.request(HttpRequest.get(url));
    return setting.request().url().toString();
  }

  @Test
  void time_isWholeSecondsOfTheClock_untilOneIsGiven() {
    Setting setting = setting("ticketmatic");
    assertThat(setting.time()).isEqualTo(Fixtures.NOW);
    assertThat(setting.hasFixedTime()).isFalse();
    Instant given = Instant.parse("2014-09-23T17:23:00.500Z");
    setting.time(given);
    assertThat(setting.time()).isEqualTo(given);
    assertThat(setting.hasFixedTime()).isTrue();
  }

  @Test
  void request_isTheFirstResource_untilOneIsGiven() {
    Setting setting = setting("ticketmatic");
    assertThat(setting.request().url())
        .hasToString(
            "https://apps.ticketmatic.com/api/1/countersign/events?simplefilter=upcoming&limit=2");
    HttpRequest given = HttpRequest.get("https://www.example.com/");
    setting.request(given);
    assertThat(setting.request()).isEqualTo(given);
  }

  @Test
  void resource_isCalledWithItsBodyAndTheCredentialsOfTheCase() {
    Setting setting = setting("ticketmatic");
    setting.credential("account", "club");
    setting.resource("export");
    assertThat(setting.request().method()).isEqualTo("POST");
    assertThat(setting.request().target()).isEqualTo("/api/1/club/tools/queries/export");
    assertThat(setting.request().headers().first("Content-Type")).contains("application/json");
    assertThat(setting.request().body().text()).startsWith("{\"query\":");
  }

  @Test
  void credential_makesTheCredentialsTheCasesOwn() {
    Setting setting = setting("ticketmatic");
    assertThat(setting.hasOwnCredentials()).isFalse();
    setting.credential("secretkey", "another");
    assertThat(setting.hasOwnCredentials()).isTrue();
    byte[] another = "another".getBytes(StandardCharsets.UTF_8);
    assertThat(setting.credentials().secret("secretkey").matches(another)).isTrue();
    assertThat(setting.credentials().text("account")).isEqualTo("countersign");
  }

  @Test
  void whatTheSchemeDoesNotHave_isWrongInput() {
    assertThatThrownBy(() -> setting("ticketmatic").credential("nosuch", "x"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the scheme ticketmatic has no credential 'nosuch'");
    assertThatThrownBy(() -> setting("ticketmatic").resource("nosuch"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no resource 'nosuch'");
  }

  @Test
  void request_goesToTheCaptureServer_withPathAndQueryAsTheyStand() {
    Setting setting = elsewhere("ticketevolution", Role.CLIENT);
    setting.request(
        HttpRequest.get("https://api.ticketevolution.com/a/../%7e?b=+&a")
            .withHeader("Host", "api.ticketevolution.com"));
    assertThat(setting.request().url()).hasToString("http://127.0.0.1:8080/a/../%7e?b=+&a");
    assertThat(setting.request().headers().has("Host")).isFalse();
  }

  @Test
  void request_toAServer_isForAResourceThatItHas() {
    String host = "https://api.ticketevolution.com";
    assertThat(sentTo(elsewhere("ticketevolution", Role.ENDPOINT), host + "/v9/brokerages?b=+&a"))
        .isEqualTo("http://127.0.0.1:8080/v9/brokerages?b=+&a");
    assertThatThrownBy(() -> sentTo(elsewhere("ticketevolution", Role.ENDPOINT), host + "/a"))
        .isInstanceOf(SkippedException.class)
        .hasMessageContaining("calls /a, which the server may not have");
  }

  @Test
  void request_toAServer_takesThePathOfTheRun() {
    String first = "https://api.ticketevolution.com/v9/brokerages";
    assertThat(sentTo(elsewhere("ticketevolution", Role.ENDPOINT, "/own"), first + "?b=1"))
        .isEqualTo("http://127.0.0.1:8080/own?b=1");
    assertThat(
            sentTo(
                elsewhere("ticketevolution", Role.ENDPOINT, "/own?c=1"),
                first + "?page=1&per_page=1"))
        .isEqualTo("http://127.0.0.1:8080/own?c=1");
    assertThat(sentTo(elsewhere("ticketevolution", Role.ENDPOINT, "/own?c=1"), first + "?b=1"))
        .isEqualTo("http://127.0.0.1:8080/own?b=1");
    assertThat(
            sentTo(
                elsewhere("ticketevolution", Role.ENDPOINT, "/own"),
                "https://api.ticketevolution.com/v9/categories"))
        .isEqualTo("http://127.0.0.1:8080/v9/categories");
  }

  @Test
  void whatIsWrittenOut_holdsOnlyAtItsAddress_whereTheHostIsSigned() {
    assertThatThrownBy(() -> elsewhere("ticketevolution", Role.CLIENT).requireNotMoved())
        .isInstanceOf(SkippedException.class)
        .hasMessageContaining("another host than the one that is called");
    assertThatCode(() -> elsewhere("rmtrack", Role.CLIENT).requireNotMoved())
        .doesNotThrowAnyException();
    assertThatCode(() -> setting("ticketevolution").requireNotMoved()).doesNotThrowAnyException();
  }

  /** A path that is not what the scenario is about is replaced by that of the run. */
  @Test
  void aStringToSign_isThatOfThePathThatIsCalled_whereThePathIsSigned() {
    String path = "/RMT/RMTrackApi/IssueDetails.ashx";
    Setting setting = elsewhere("rmtrack", Role.ENDPOINT, "/own");
    setting.request(HttpRequest.get("https://www.rmtrack.com" + path + "?IssueId=1"));

    assertThat(setting.moved("GET\n" + path + "?IssueId=1\nnow\n"))
        .containsExactly("GET\n/own?IssueId=1\nnow\n");
    for (String other : new String[] {"GET\n/rmt/\nnow\n", path + path}) {
      assertThatThrownBy(() -> setting.moved(other))
          .isInstanceOf(SkippedException.class)
          .hasMessage("the scenario is about another path than the one that is called");
    }
    // Signed decoded by some.
    Setting escaped = elsewhere("rmtrack", Role.ENDPOINT, "/my%20own");
    escaped.request(HttpRequest.get("https://www.rmtrack.com" + path));
    assertThatThrownBy(() -> escaped.moved(path)).isInstanceOf(SkippedException.class);
    Setting usual = elsewhere("rmtrack", Role.ENDPOINT);
    usual.request(HttpRequest.get("https://www.rmtrack.com" + path));
    assertThat(usual.moved("anything")).containsExactly("anything");
  }

  /** It is changed as it stands in the scenario, and goes where it goes after that. */
  @Test
  void request_isChangedBeforeItIsSentElsewhere() {
    Setting setting = elsewhere("rmtrack", Role.ENDPOINT, "/own");
    setting.request(UnaryOperator.identity());
    setting.request(request -> request.withMethod("HEAD"));
    setting.request(request -> request.withHeader("Host", "x"));
    assertThat(setting.request().method()).isEqualTo("HEAD");
    assertThat(setting.request().url())
        .hasToString("http://127.0.0.1:8080/own?IssueId=1001&Fields=Summary");
    assertThat(setting.request().headers().has("Host")).isFalse();
  }

  @Test
  void somebodyElsesCall_isNoneThatAServerKnows_whateverItCalls() {
    Setting setting = elsewhere("ticketmatic", Role.ENDPOINT);
    setting.credential("account", "club");
    assertThatThrownBy(() -> setting.resource("events"))
        .isInstanceOf(SkippedException.class)
        .hasMessage("the scenario has other credentials than the target knows");
  }

  @Test
  void sortsQuery_isTheSchemes() {
    assertThat(setting("ticketevolution").rules().sortsQuery()).isTrue();
    assertThat(setting("rmtrack").rules().sortsQuery()).isFalse();
  }
}
