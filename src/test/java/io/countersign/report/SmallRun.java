package io.countersign.report;

import io.countersign.scheme.Scheme;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import java.util.List;

/** One scheme with one case of every outcome, and a requirement of every disposition. */
final class SmallRun {
  static final String SCHEME = "rmtrack";

  /** What no report format may take for markup, and what some cannot hold. */
  static final String HOSTILE =
      "a|b `c` ```d``` <script>alert(1)</script> & \"e\" 'f' ]]> </title> *g* "
          + "\u0000\u001b\uD800 \u00e9\nsecond line\r\n# third";

  private SmallRun() {}

  static RunResult run() {
    return run("expected x\nbut was y");
  }

  static RunResult run(String failure) {
    Scheme scheme = FabricatedRun.schemes().scheme(SCHEME);
    return FabricatedRun.run(
        List.of(
            new SchemeResult(
                scheme,
                List.of(
                    requirement("path", Level.MUST, Disposition.TESTED),
                    requirement("date", Level.SHOULD, Disposition.ERRATUM),
                    requirement("future", Level.SILENT, Disposition.TESTED),
                    requirement("storage", Level.MUST, Disposition.UNTESTABLE),
                    requirement("method", Level.MAY, Disposition.TESTED)),
                List.of(
                    result("path", "a plain path", Role.SIGNER, Outcome.PASSED, ""),
                    result("path", "a plain path", Role.VERIFIER, Outcome.FAILED, failure),
                    result("path", "a plain path", Role.VERIFIER, Outcome.PASSED, ""),
                    result("date", "no date", Role.CLIENT, Outcome.INCONCLUSIVE, "no answer"),
                    result("date", "no date", Role.ENDPOINT, Outcome.SKIPPED, "no endpoint"),
                    result("future", "in an hour", Role.VERIFIER, Outcome.RECORDED, "accepted"),
                    result("unlisted", "a stray", Role.SIGNER, Outcome.PASSED, "")),
                List.of("the server takes the *host*", "its clock is right"))));
  }

  private static Requirement requirement(String id, Level level, Disposition disposition) {
    return new Requirement(
        SCHEME + "/" + id,
        level,
        "What " + id + " is about.",
        "authentication",
        "The " + id,
        disposition,
        disposition == Disposition.TESTED ? "" : "Because of " + id + ".");
  }

  private static CaseResult result(
      String requirement, String name, Role role, Outcome outcome, String message) {
    return FabricatedRun.result(SCHEME + "/" + requirement, SCHEME, name, role, outcome, message);
  }
}
