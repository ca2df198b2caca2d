package io.countersign.suite;

import io.countersign.document.InputException;
import io.countersign.explain.Affects;
import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.message.RawMessage;
import io.countersign.signing.SignedRequest;
import io.countersign.target.Judged;
import io.countersign.verify.Verifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a verifier that refuses a right request accepts in its place: it is asked about the same
 * request signed as signers do that deviate, the most common deviations first.
 *
 * @param deviation that it accepts
 * @param accepted the request signed so
 * @param right the request signed as it is due
 */
record VerifyingMistake(Deviation deviation, SignedRequest accepted, SignedRequest right) {
  /** A server may lock out who sends it too many wrong signatures. */
  private static final int MOST_AT_A_SERVER = 24;

  /** It is asked at a pace, and is slower than what it is compared with. */
  private static final int LONGER_AT_A_SERVER = 10;

  /**
   * Asks a verifier.
   *
   * @param right what it refused
   * @param ask asks it about another request
   */
  static Optional<VerifyingMistake> find(
      RunContext run, Setting setting, SignedRequest right, Function<HttpRequest, Judged> ask) {
    if (setting.isPasswordAtServer()) {
      return Optional.empty();
    }
    Patience patience = run.explaining().verifiers();
    boolean server = setting.destination().isServer();
    Duration budget = patience.budget().multipliedBy(server ? LONGER_AT_A_SERVER : 1);
    Optional<VerifyingMistake> found = search(run, setting, right, ask, budget);
    patience.searched(found.isPresent());
    return found;
  }

  private static Optional<VerifyingMistake> search(
      RunContext run,
      Setting setting,
      SignedRequest right,
      Function<HttpRequest, Judged> ask,
      Duration budget) {
    SignerCatalogue catalogue = run.catalogues().of(setting.scheme(), run.profile());
    boolean server = setting.destination().isServer();
    Verifier reference = Verifier.of(setting.scheme(), run.profile(), setting.credentials());
    Collection<Deque<Deviation>> kinds =
        server
            ? MistakeKinds.of(catalogue.deviations())
            : List.of(new ArrayDeque<>(catalogue.deviations()));
    int left = server ? MOST_AT_A_SERVER : Integer.MAX_VALUE;
    long end = System.nanoTime() + budget.toNanos();
    while (kinds.stream().anyMatch(kind -> !kind.isEmpty())) {
      for (Deque<Deviation> kind : kinds) {
        Optional<VerifyingMistake> next = next(kind, catalogue, reference, run, setting, right);
        if (left == 0 || System.nanoTime() > end) {
          return Optional.empty();
        }
        if (next.isPresent()) {
          left--;
          if (ask.apply(next.get().accepted().request()) instanceof Judged.Accepted) {
            return next;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Takes the first off that can be tried, and those before it. */
  private static Optional<VerifyingMistake> next(
      Deque<Deviation> kind,
      SignerCatalogue catalogue,
      Verifier reference,
      RunContext run,
      Setting setting,
      SignedRequest right) {
    while (!kind.isEmpty()) {
      Deviation deviation = kind.remove();
      Optional<SignedRequest> other = signed(catalogue, deviation, run, setting);
      // Who accepts what is right, such as the request of another time, makes no mistake by it.
      if (other.isPresent()
          && !reference.verify(other.get().request(), setting.time()).isAccepted()) {
        return Optional.of(new VerifyingMistake(deviation, other.get(), right));
      }
    }
    return Optional.empty();
  }

  private static Optional<SignedRequest> signed(
      SignerCatalogue catalogue, Deviation deviation, RunContext run, Setting setting) {
    if (deviation.affects() == Affects.TRANSPORT) {
      return Optional.empty(); // What happens on the way is no reading of the documentation.
    }
    try {
      SignedRequest signed =
          DeviatingSigner.of(
                  catalogue,
                  setting.scheme(),
                  run.profile(),
                  setting.credentials(),
                  List.of(deviation))
              .sign(setting.request(), setting.time());
      return Optional.of(signed).filter(VerifyingMistake::isSent);
    } catch (InputException e) {
      return Optional.empty(); // It cannot happen to this secret.
    }
  }

  /** Who accepts what carries no signature reads nothing in another way. */
  private static boolean isSent(SignedRequest signed) {
    String message = RawMessage.write(signed.request()).text();
    return message.contains(signed.signature())
        || message.contains(Percent.encode(signed.signature()));
  }

  private Cause cause() {
    return new Cause(
        deviation.id(),
        List.of("It accepts requests that are signed so: " + deviation.title()),
        List.of("Accept those that are signed as is due: " + deviation.fix()));
  }

  /** What it does, the two strings that were signed, and what to do instead. */
  List<String> lines() {
    Cause cause = cause();
    List<String> lines = new ArrayList<>(cause.lines());
    if (!accepted.stringToSign().equals(right.stringToSign())) {
      lines.addAll(SigningMistake.compared(accepted.stringToSign(), right.stringToSign()));
    }
    return cause.withFixes(lines);
  }

  /** The finding with what is accepted behind it. */
  NotConformantException explain(String finding) {
    return new NotConformantException(finding + "\n" + String.join("\n", lines()), cause());
  }
}
