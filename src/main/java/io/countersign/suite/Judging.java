package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.TimestampRule;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the verifier or the server under test about the requests of one case. */
final class Judging {
  private static final Duration CLEARANCE = Duration.ofSeconds(20);
  private static final Set<Integer> OF_THE_RESOURCE = Set.of(404, 405, 415, 422);

  private final RunContext run;
  private final Setting setting;
  private final Role role;

  /** Whether it takes what was signed at the time of the scenario. */
  private boolean timeTaken;

  Judging(RunContext run, Setting setting, Role role) {
    this.run = run;
    this.setting = setting;
    this.role = role;
  }

  /**
   * @throws SkippedException if it cannot be asked this
   */
  Judged judge(HttpRequest request) {
    return judge(request, Duration.ZERO);
  }

  /**
   * @param later how long after the case's time it is asked
   * @throws SkippedException if it cannot be asked this
   */
  Judged judge(HttpRequest request, Duration later) {
    if (setting.hasOwnCredentials() && !verifier().takesAnyCredentials()) {
      throw Setting.otherCredentials();
    }
    Withheld.because(setting, request)
        .ifPresent(
            reason -> {
              throw new SkippedException(reason);
            });
    boolean ownClock = !verifier().hasSettableClock();
    if (ownClock && !later.isZero()) {
      throw new SkippedException("the clock of the target cannot be moved on");
    }
    if (ownClock && setting.hasFixedTime() && isTimeBound()) {
      throw new SkippedException(
          "the time of this scenario is not that of the target's clock, which cannot be set");
    }
    if (ownClock && setting.hasFixedTime() && !timeTaken) {
      HttpRequest right = right();
      Judged first = askAtItsTime(right);
      if (request.equals(right)) {
        return first;
      }
    }
    return ask(request, later);
  }

  private boolean isTimeBound() {
    return setting
        .rules()
        .timestamp()
        .filter(rule -> rule.maxAge().isPresent() || rule.maxAhead().isPresent())
        .isPresent();
  }

  private HttpRequest right() {
    return Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time())
        .request();
  }

  /** Where no page says that a date gets too old, a server may still think so. */
  private Judged askAtItsTime(HttpRequest right) {
    Judged judged = ask(right, Duration.ZERO);
    if (isRefused(judged)) {
      throw new SkippedException(
          "the target does not take what was signed at the time of this scenario, "
              + setting.time()
              + ", and whether it has to is not said");
    }
    timeTaken = true;
    return judged;
  }

  private Judged ask(HttpRequest request, Duration later) {
    return verifier().judge(call(request, later));
  }

  /** Asks about them on a connection of their own; of what could be asked before. */
  List<Judged> judgeApart(List<HttpRequest> requests) {
    return verifier()
        .judgeApart(requests.stream().map(request -> call(request, Duration.ZERO)).toList());
  }

  private Call call(HttpRequest request, Duration later) {
    return new Call(
        setting.scheme(),
        run.profile(),
        setting.credentials(),
        setting.time().plus(later),
        request);
  }

  VerifierUnderTest verifier() {
    return (role == Role.ENDPOINT ? run.target().endpoint() : run.target().verifier())
        .orElseThrow(() -> new SkippedException("the target has no " + EnumWord.of(role)));
  }

  /**
   * Whether a server says that it has no such resource, or cannot read what it was sent: nobody
   * knows then whether it would have taken the signature.
   */
  boolean isOfTheResource(Judged judged) {
    return role == Role.ENDPOINT
        && judged instanceof Judged.RefusedOtherwise refused
        && refused.status().stream().anyMatch(OF_THE_RESOURCE::contains);
  }

  /** What is documented for a request that is not signed rightly, in words. */
  String rejection() {
    return role == Role.ENDPOINT
        ? "the documented rejection, a " + setting.scheme().service().refusalStatus()
        : "a rejection";
  }

  /** What to make of an answer that was not expected, whatever was. */
  static EndedCaseException refusal(Judged judged, String words) {
    String message = words + judged.words();
    if (judged instanceof Judged.Skipped skipped) {
      return new SkippedException(skipped.reason());
    }
    if (judged instanceof Judged.Fault fault) {
      return new InconclusiveException(fault.what());
    }
    return judged instanceof Judged.RefusedOtherwise refused
        ? new NotConformantException(
            message, Cause.ofAnswer(words + "refused otherwise", refused.what()))
        : new NotConformantException(message);
  }

  /**
   * What to make of a right request that was not accepted, before or after the one that matters.
   *
   * @param first whether it was not accepted before
   */
  EndedCaseException unusable(Judged judged, String message, boolean first) {
    if (judged instanceof Judged.Skipped skipped) {
      return new SkippedException(skipped.reason());
    }
    String method = setting.request().method();
    if (first && isRefused(judged) && setting.destination().mayLack(method)) {
      return new SkippedException(
          "the target does not take a signed " + method + " there: it was " + judged.words());
    }
    if (judged instanceof Judged.Fault fault) {
      // Whichever request met it: one reason is said once.
      return new InconclusiveException(fault.what());
    }
    if (!first || setting.isTakenOnce()) {
      return new InconclusiveException(message);
    }
    Optional<String> usual = usualRefused(judged);
    if (usual.isPresent()) {
      return InconclusiveException.ofTheUsual(message + "\n" + usual.get());
    }
    return judged instanceof Judged.Rejected
        ? new ControlRefusedException(message)
        : new InconclusiveException(message);
  }

  /**
   * Whether the request that a server accepts before all others is not accepted any more either, in
   * a line: nothing can be said then of the one that was refused.
   */
  Optional<String> usualRefused(Judged judged) {
    if (!isRefused(judged) || !setting.destination().isServer()) {
      return Optional.empty();
    }
    Setting usual = setting.anew(role);
    Judged again = judge(UsualRequest.sign(run, usual).request());
    return again instanceof Judged.Accepted
        ? Optional.empty()
        : Optional.of("the usual request, signed anew, was refused, too: it was " + again.words());
  }

  private static boolean isRefused(Judged judged) {
    return judged instanceof Judged.Rejected || judged instanceof Judged.RefusedOtherwise;
  }

  /** A clock that goes on by itself cannot be met to the second. */
  void requireClearOfBoundary(Duration age) {
    Optional<TimestampRule> rule = setting.rules().timestamp();
    boolean close =
        isClose(age, Duration.ZERO)
            || rule.flatMap(TimestampRule::maxAge).filter(end -> isClose(age, end)).isPresent()
            || rule.flatMap(TimestampRule::maxAhead)
                .filter(start -> isClose(age, start.negated()))
                .isPresent();
    if (close && !verifier().hasSettableClock()) {
      throw new SkippedException("this is too close to a boundary for a clock that cannot be set");
    }
  }

  private static boolean isClose(Duration age, Duration boundary) {
    return age.minus(boundary).abs().compareTo(CLEARANCE) < 0;
  }
}
