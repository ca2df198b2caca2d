package io.countersign.conformance;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import io.countersign.steps.Suite;
import io.countersign.suite.Requirements;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Runs of the suite in this process, at a fixed time and with a fixed seed. */
public final class Runs {
  /** The built-in schemes. */
  public static final Path FEATURES = TestSchemes.features();

  public static final List<String> ALL =
      List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic");

  /** Those with a MAC; the other carries a password. */
  public static final List<String> SIGNING = TestSchemes.SIGNING;

  public static final long SEED = 20241204;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-12-04T14:55:06.789Z"), ZoneOffset.UTC);

  private Runs() {}

  /** Schemes of a folder with their example credentials. */
  public static List<SchemeUnderTest> subjects(Path folder, List<String> ids) {
    Schemes schemes = Schemes.in(List.of(folder));
    return ids.stream().map(schemes::scheme).map(Runs::subject).toList();
  }

  private static SchemeUnderTest subject(Scheme scheme) {
    return new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme));
  }

  /** Runs built-in schemes against a target, and closes it. */
  public static RunResult of(Target target, Profile profile, List<String> ids) {
    return of(target, profile, subjects(FEATURES, ids), Selection.ALL);
  }

  public static RunResult of(
      Target target, Profile profile, List<SchemeUnderTest> subjects, Selection selection) {
    try (target) {
      RunContext context = RunContext.of(target, profile, CLOCK, SEED);
      return new Suite(context, subjects, selection, RunListener.NONE).run();
    }
  }
}
