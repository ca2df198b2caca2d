package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Part;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Call;
import io.countersign.target.Judged;
import io.countersign.target.Role;
import io.countersign.target.VerifierUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The call before all others to a server under test: a correct request, which it must accept if
 * anything shall be learned from it. Where the documentation leaves open how the string to sign is
 * read, each reading is tried, and the one that the server takes is settled for the run.
 */
public final class Preflight {
  private Preflight() {}

  /** What came of it. */
  public sealed interface Finding {
    /**
     * The server accepts what is right.
     *
     * @param subject the scheme, with the reading that the server takes
     * @param settled what was settled by trying, in words; empty where nothing was open
     */
    record Ready(SchemeUnderTest subject, String settled) implements Finding {}

    /** It does not, and why that may be, in words that a person can act on. */
    record Refused(String diagnosis) implements Finding {}
  }

  public static Finding of(RunContext run, SchemeUnderTest subject) {
    VerifierUnderTest server = run.target().endpoint().orElseThrow();
    Scheme scheme = subject.scheme();
    SigningRules rules = scheme.rules(run.profile());
    List<List<Part>> readings = rules.readings();
    Judged last = new Judged.Fault("nothing was tried");
    for (int i = 0; i < readings.size(); i++) {
      SchemeUnderTest settled =
          readings.size() == 1
              ? subject
              : subject.withScheme(
                  scheme.withRules(run.profile(), rules.withStringToSign(readings.get(i))));
      last = judge(run, settled, server);
      if (last instanceof Judged.Accepted) {
        String words =
            readings.size() == 1
                ? ""
                : "settled by trying: the server takes "
                    + readings.get(i).stream()
                        .filter(part -> !rules.stringToSign().contains(part))
                        .map(Part::reading)
                        .collect(Collectors.joining(", "));
        return new Finding.Ready(settled, words);
      }
    }
    return new Finding.Refused(diagnosis(last, run));
  }

  private static Judged judge(RunContext run, SchemeUnderTest subject, VerifierUnderTest server) {
    Setting setting = new Setting(run, subject, Role.ENDPOINT);
    HttpRequest signed =
        Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time())
            .signed()
            .request();
    return server.judge(
        new Call(subject.scheme(), run.profile(), subject.credentials(), setting.time(), signed));
  }

  private static String diagnosis(Judged last, RunContext run) {
    if (last instanceof Judged.Rejected) {
      return "the server refuses a correctly signed request ("
          + last.words()
          + "): check the credentials, the profile ("
          + run.profile().name().toLowerCase(Locale.ROOT)
          + ") and its clock";
    }
    return last instanceof Judged.RefusedOtherwise
        ? "the server answers a correctly signed request otherwise than it should ("
            + last.words()
            + "): check the address, and the path (--path)"
        : "the server could not be asked: " + last.words();
  }
}
