package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The call before all others to a server under test: a correct request, which it must accept if
 * anything shall be learned from it. Where the documentation leaves open how the string to sign is
 * read, each reading is tried, and the one that the server takes is settled for the run.
 */
public final class Preflight {
  private static final String REFUSES = "the server refuses a correctly signed request";

  static final String ONCE =
      "the server refuses a request that it took before, so that cases which show one twice can"
          + " tell nothing";

  private static final Pattern LOGIN =
      Pattern.compile(" to .*(log-?in|log-?on|sign-?in|sso|oauth)", Pattern.CASE_INSENSITIVE);

  private Preflight() {}

  /** What came of it. */
  public sealed interface Finding {
    /**
     * The server accepts what is right.
     *
     * @param subject the scheme, with the reading that the server takes, and that in a sentence
     *     where there was one to settle
     */
    record Ready(SchemeUnderTest subject) implements Finding {}

    /**
     * It does not.
     *
     * @param diagnosis why that may be, in words that a person can act on
     * @param accepted what it accepts in place of it, in lines; empty where nothing was found
     */
    record Refused(String diagnosis, List<String> accepted) implements Finding {}
  }

  public static Finding of(RunContext run, SchemeUnderTest subject) {
    VerifierUnderTest server = run.target().endpoint().orElseThrow();
    Setting setting = new Setting(run, subject, Role.ENDPOINT);
    Judged last = new Judged.Fault("nothing was tried");
    for (Reading reading : Reading.of(setting.rules())) {
      HttpRequest signed = control(setting, reading.rules()).request();
      Scheme scheme = reading.in(subject.scheme(), run.profile());
      last = server.judge(call(run, setting, scheme, signed));
      if (last instanceof Judged.Accepted) {
        SchemeUnderTest settled = subject.withScheme(scheme);
        SchemeUnderTest read =
            Reading.of(signed, setting, run.profile(), setting.time())
                .map(taken -> settled.withSettled("the server takes " + taken.words()))
                .orElse(settled);
        Judged again = server.judge(call(run, setting, scheme, signed));
        boolean takenTwice =
            !(again instanceof Judged.Rejected || again instanceof Judged.RefusedOtherwise);
        return new Finding.Ready(takenTwice ? read : read.withSettled(ONCE));
      }
    }
    List<String> accepted =
        last instanceof Judged.Rejected ? accepted(run, setting, server) : List.of();
    return new Finding.Refused(
        accepted.isEmpty()
            ? diagnosis(last, run, setting)
            : REFUSES + " (" + last.words() + "), and the credentials are right: see what it takes",
        accepted);
  }

  /** Who accepts the request signed in another way has the right credentials. */
  private static List<String> accepted(RunContext run, Setting setting, VerifierUnderTest server) {
    if (setting.isPasswordAtServer()) {
      return List.of();
    }
    Function<HttpRequest, Judged> ask =
        other -> server.judge(call(run, setting, setting.scheme(), other));
    Control right = control(setting, setting.rules());
    Optional<Refusal> refusal = Refusal.withoutMistake(run, setting, right, ask);
    if (refusal.isPresent() && refusal.get().of() != Refusal.Of.THIS_MESSAGE) {
      return List.of(refusal.get().words());
    }
    Profile other = run.profile().other();
    if (setting.scheme().hasDeployedProfile()
        && ask.apply(control(setting, setting.scheme().rules(other)).request())
            instanceof Judged.Accepted) {
      return List.of(
          "it accepts the request as it is signed under the other profile: give --profile "
              + EnumWord.of(other));
    }
    String base =
        run.target().baseUrl(Role.ENDPOINT).map(url -> RequestUrl.parse(url).rawPath()).orElse("");
    Optional<String> onTheWay = new FirstRefusal(setting).changedPath(base, ask);
    if (onTheWay.isPresent()) {
      return onTheWay.stream().toList();
    }
    return VerifyingMistake.find(run, setting, right.signed(), ask)
        .map(VerifyingMistake::lines)
        .orElseGet(() -> refusal.map(Refusal::words).stream().toList());
  }

  private static Call call(RunContext run, Setting setting, Scheme scheme, HttpRequest request) {
    return new Call(scheme, run.profile(), setting.credentials(), setting.time(), request);
  }

  private static Control control(Setting setting, SigningRules rules) {
    return Control.sign(rules, setting.credentials(), setting.request(), setting.time());
  }

  private static String diagnosis(Judged last, RunContext run, Setting setting) {
    if (last instanceof Judged.Rejected rejected) {
      String causes = new FirstRefusal(setting).words(rejected, run.profile());
      return REFUSES + " (" + last.words() + "): " + causes;
    }
    if (last instanceof Judged.Skipped skipped) {
      return "the server was not asked: " + skipped.reason();
    }
    return last instanceof Judged.RefusedOtherwise refused
        ? otherwise(refused) + " (" + refused.what() + "): check the address, and the path (--path)"
        : "the server could not be asked: " + last.words();
  }

  /** What a person would call the answer who saw it in a browser. */
  private static String otherwise(Judged.RefusedOtherwise refused) {
    String signed = "the server answers a correctly signed request with ";
    int status = refused.status().orElse(0);
    if (status == 404 || status == 410) {
      return "the server has no such path";
    }
    if (status == 405) {
      return "the server has the path, and not with this method";
    }
    if (status / 100 == 3) {
      return signed
          + (LOGIN.matcher(refused.what()).find() ? "a redirect to a login page" : "a redirect");
    }
    return status / 100 == 5
        ? "the server fails over a correctly signed request"
        : "the server answers a correctly signed request otherwise than it should";
  }
}
