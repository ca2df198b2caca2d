package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Requests that are as good as the one of a case, and have another signature. */
final class AlikeRequests {
  /** Of a short signature, two in five have none of two letters; of so many, one will have. */
  private static final int TRIED = 50;

  /** Where nothing expires. */
  private static final Duration FAR_BACK = Duration.ofMinutes(2);

  private final Setting setting;
  private final SigningRules rules;
  private final HttpRequest draft;

  private AlikeRequests(Setting setting, HttpRequest draft) {
    this.setting = setting;
    this.rules = setting.rules();
    this.draft = draft;
  }

  /**
   * The first whose signature has one of some letters, beginning with the control itself; always
   * the same one for the same control.
   *
   * @throws SkippedException if none has
   */
  static Control signed(Setting setting, Control control, String letters) {
    AlikeRequests alike = new AlikeRequests(setting, control.draft());
    return Stream.of(Stream.of(control), alike.before(), alike.others())
        .flatMap(each -> each)
        .filter(one -> one.signed().signature().chars().anyMatch(at -> letters.indexOf(at) >= 0))
        .findFirst()
        .orElseThrow(
            () ->
                new SkippedException(
                    "no request was found whose signature has one of the letters " + letters));
  }

  /**
   * One that is as good as the control and has another signature, where there can be one.
   *
   * @param number another one for each, as far as there are
   */
  static Optional<Control> another(Setting setting, Control control, int number) {
    AlikeRequests alike = new AlikeRequests(setting, control.draft());
    List<Control> earlier = alike.before().toList();
    return pick(earlier.isEmpty() ? alike.others().toList() : earlier, control, number);
  }

  /** The same message, signed somewhat earlier; nothing where no time is signed. */
  static Optional<Control> earlier(Setting setting, Control control, int number) {
    return pick(new AlikeRequests(setting, control.draft()).before().toList(), control, number);
  }

  private static Optional<Control> pick(List<Control> all, Control control, int number) {
    // The farthest first: cases have their own uses for the nearest.
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1 - number % all.size()))
            .filter(one -> !one.signed().signature().equals(control.signed().signature()));
  }

  /** Signed somewhat earlier, and never so early that the age alone is a reason to refuse. */
  private Stream<Control> before() {
    if (rules.timestamp().isEmpty()) {
      return Stream.empty();
    }
    long fresh = rules.timestamp().flatMap(TimestampRule::maxAge).orElse(FAR_BACK).toSeconds();
    return LongStream.rangeClosed(1, Math.min(TRIED, fresh / 2))
        .mapToObj(seconds -> signed(draft, setting.time().minusSeconds(seconds)));
  }

  /** With more of what is signed: a parameter, blanks behind the body, or another path. */
  private Stream<Control> others() {
    return more()
        .map(
            more ->
                IntStream.rangeClosed(1, TRIED)
                    .mapToObj(more)
                    .map(request -> signed(request, setting.time())))
        .orElse(Stream.empty());
  }

  private Optional<IntFunction<HttpRequest>> more() {
    // Where there is a body, it may be signed in place of the query.
    boolean bodySigned = rules.signsBodyOf(draft);
    if (covers(Aspect.Kind.QUERY) && !(bodySigned && !draft.body().isEmpty())) {
      return Optional.of(number -> RequestChanges.withParameterInFront(draft, "a=" + number));
    }
    if (bodySigned) {
      // As bytes: read as a text, those that are none would become others.
      return Optional.of(
          number -> draft.withBody(draft.body().plus(Octets.of(" ".repeat(number)))));
    }
    // A server may have no other path.
    return covers(Aspect.Kind.PATH) && !setting.destination().isServer()
        ? Optional.of(number -> PathChange.withPath(draft, draft.path() + "/" + number))
        : Optional.empty();
  }

  private boolean covers(Aspect.Kind kind) {
    return rules.covered().contains(new Aspect(kind, ""));
  }

  private Control signed(HttpRequest request, Instant time) {
    return Control.sign(rules, setting.credentials(), request, time);
  }
}
