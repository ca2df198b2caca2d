package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.TestSchemes;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's clock goes on by itself; slack's is five minutes off at most, to either side. */
final class JudgingTest {
  private static final Instant LONG_AGO = Instant.parse("2014-09-23T17:23:00Z");

  private static final Judged YES = new Judged.Accepted("");

  private static final Judged NO = new Judged.Rejected("", "");

  @ParameterizedTest
  @ValueSource(
      strings = {"PT0S", "PT19S", "PT-19S", "PT4M41S", "PT5M19S", "PT-4M-41S", "PT-5M-19S"})
  void whatIsCloseToABoundary_isNotTriedAtAServer(Duration age) {
    assertThatThrownBy(() -> server().requireClearOfBoundary(age))
        .isInstanceOf(SkippedException.class)
        .hasMessageContaining("too close to a boundary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT20S", "PT-20S", "PT4M40S", "PT5M20S", "PT-4M-40S", "PT-5M-20S"})
  void whatIsFarFromEach_is(Duration age) {
    assertThatCode(() -> server().requireClearOfBoundary(age)).doesNotThrowAnyException();
  }

  @Test
  void whatIsAskedLater_isNotAskedOfAServer() {
    HttpRequest request =
        new HttpRequest(
            "GET", RequestUrl.parse("https://app.example/"), Headers.NONE, Octets.EMPTY);
    assertThatThrownBy(() -> server().judge(request, Duration.ofSeconds(1)))
        .isInstanceOf(SkippedException.class)
        .hasMessage("the clock of the target cannot be moved on");
  }

  @Test
  void aFixedTime_isNotThatOfAServersClock_whereTimesAreBound() {
    Setting setting = setting("slack", new Server());
    setting.time(LONG_AGO);
    Judging judging = new Judging(run(new Server()), setting, Role.ENDPOINT);
    assertThatThrownBy(() -> judging.judge(setting.request()))
        .isInstanceOf(SkippedException.class)
        .hasMessage(
            "the time of this scenario is not that of the target's clock, which cannot be set");
  }

  /** What is right is asked first, once; where it is what is to be asked, not twice. */
  @Test
  void aFixedTime_isAskedOfAServer_whereNothingExpires() {
    List<HttpRequest> asked = new ArrayList<>();
    Server server = new Server(asked, List.of(YES, NO, YES));
    Setting setting = setting("rmtrack", server);
    setting.time(LONG_AGO);
    Judging judging = new Judging(run(server), setting, Role.ENDPOINT);
    HttpRequest right = right(setting);

    assertThat(judging.judge(setting.request())).isEqualTo(NO);
    assertThat(judging.judge(right)).isEqualTo(YES);
    assertThat(asked).containsExactly(right, setting.request(), right);
    assertThat(right.headers().first("x-rmtrack-date")).contains("Tue, 23 Sep 2014 17:23:00 GMT");

    Server another = new Server(new ArrayList<>(), List.of(YES));
    assertThat(new Judging(run(another), setting, Role.ENDPOINT).judge(right)).isEqualTo(YES);
  }

  /** No page says that it must not. */
  @Test
  void aServerThatHasOldTimesExpire_isNotAskedAboutThem() {
    for (Judged refused :
        List.of(NO, new Judged.RefusedOtherwise(OptionalInt.of(403), "403 Forbidden", ""))) {
      Server server = new Server(new ArrayList<>(), List.of(refused));
      Setting setting = setting("rmtrack", server);
      setting.time(LONG_AGO);
      Judging judging = new Judging(run(server), setting, Role.ENDPOINT);
      assertThatThrownBy(() -> judging.judge(right(setting)))
          .isInstanceOf(SkippedException.class)
          .hasMessage(
              "the target does not take what was signed at the time of this scenario,"
                  + " 2014-09-23T17:23:00Z, and whether it has to is not said");
    }
  }

  @Test
  void otherCredentials_areNamedFirst() {
    Setting setting = setting("rmtrack", new Server());
    setting.credential("secretkey", "another");
    assertThatThrownBy(
            () ->
                new Judging(run(new Server()), setting, Role.ENDPOINT)
                    .judge(setting.request(), Duration.ofSeconds(1)))
        .isInstanceOf(SkippedException.class)
        .hasMessage("the scenario has other credentials than the target knows");
  }

  /** Who serves browsers has to, before they send anything signed. */
  @Test
  void aServer_isNotAskedByOptions() {
    Server server = new Server();
    Setting setting = setting("rmtrack", server);
    setting.request(request -> request.withMethod("OPTIONS"));

    assertThatThrownBy(
            () -> new Judging(run(server), setting, Role.ENDPOINT).judge(setting.request()))
        .isInstanceOf(SkippedException.class)
        .hasMessageContaining("OPTIONS");
    assertThat(server.asked()).isEmpty();
  }

  /** A method that no resource has, and that the server need not have: nothing follows. */
  @Test
  void aControlByAMethodThatAServerMayLack_isSkippedIfItIsRefused() {
    // What it takes is the usual request, after a refusal that tells something.
    Server server = new Server(new ArrayList<>(), List.of(new Judged.Accepted("")));
    for (Judged refused :
        List.of(NO, new Judged.RefusedOtherwise(OptionalInt.of(405), "405 Not Allowed", ""))) {
      assertThat(unusable(server, "HEAD", refused, true))
          .isInstanceOf(SkippedException.class)
          .hasMessage("the target does not take a signed HEAD there: it was " + refused.words());
    }
    assertThat(unusable(server, "HEAD", NO, false)).isInstanceOf(InconclusiveException.class);
    assertThat(unusable(server, "HEAD", new Judged.Fault("reset"), true))
        .isInstanceOf(InconclusiveException.class);
    assertThat(unusable(server, "GET", NO, true)).isInstanceOf(ControlRefusedException.class);
  }

  private static RuntimeException unusable(
      Server server, String method, Judged judged, boolean first) {
    Setting setting = setting("rmtrack", server);
    setting.request(request -> request.withMethod(method));
    return new Judging(run(server), setting, Role.ENDPOINT).unusable(judged, "not accepted", first);
  }

  private static HttpRequest right(Setting setting) {
    return Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time())
        .request();
  }

  private static Judging server() {
    Server server = new Server();
    return new Judging(
        run(server),
        new Setting(run(server), Fixtures.subject(TestSchemes.further(), "slack"), Role.ENDPOINT),
        Role.ENDPOINT);
  }

  private static Setting setting(String scheme, Server server) {
    return new Setting(
        run(server),
        scheme.equals("slack")
            ? Fixtures.subject(TestSchemes.further(), scheme)
            : Fixtures.subject(scheme),
        Role.ENDPOINT);
  }

  private static RunContext run(Server server) {
    return ServerTarget.placed(server).run();
  }

  /** Answers one after the other, and notes what it was asked. */
  private record Server(List<HttpRequest> asked, List<Judged> answers)
      implements VerifierUnderTest {
    Server() {
      this(new ArrayList<>(), List.of());
    }

    @Override
    public Judged judge(Call call) {
      asked.add(call.request());
      return answers.get(asked.size() - 1);
    }

    @Override
    public boolean hasSettableClock() {
      return false;
    }

    @Override
    public boolean takesAnyCredentials() {
      return false;
    }
  }
}
