package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.steps.FeatureShelf;
import io.countersign.steps.Suite;
import io.countersign.steps.Tags;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirements;
import io.countersign.suite.RunContext;
import io.countersign.suite.RunListener;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import io.countersign.target.Target;
import io.countersign.target.adapter.AdapterTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How an adapter is put through the suite in process, without reports. */
record Certification(
    String command,
    List<String> schemes,
    Set<String> only,
    String tags,
    long seed,
    Profile profile,
    Duration timeout) {
  static final List<String> ALL =
      List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic");

  static Certification of(String command, String... schemes) {
    return new Certification(
        command, List.of(schemes), Set.of(), "", 1, Profile.DOCUMENTED, Duration.ofSeconds(20));
  }

  Certification only(String... requirements) {
    return new Certification(command, schemes, Set.of(requirements), tags, seed, profile, timeout);
  }

  Certification tags(String expression) {
    return new Certification(command, schemes, only, expression, seed, profile, timeout);
  }

  Certification seed(long other) {
    return new Certification(command, schemes, only, tags, other, profile, timeout);
  }

  Certification profile(Profile other) {
    return new Certification(command, schemes, only, tags, seed, other, timeout);
  }

  Certification timeout(Duration other) {
    return new Certification(command, schemes, only, tags, seed, profile, other);
  }

  /** Why the adapter cannot be tried at all. */
  String refusal() {
    AdapterTarget.Greeting greeting = AdapterTarget.start(command, timeout, Clock.systemUTC());
    if (greeting instanceof AdapterTarget.Greeting.Ready ready) {
      ready.target().close();
      throw new AssertionError("it was greeted as " + ready.target().info());
    }
    return ((AdapterTarget.Greeting.Unusable) greeting).what();
  }

  RunResult run() {
    AdapterTarget.Greeting greeting = AdapterTarget.start(command, timeout, Clock.systemUTC());
    assertThat(greeting).isInstanceOf(AdapterTarget.Greeting.Ready.class);
    try (AdapterTarget target = ((AdapterTarget.Greeting.Ready) greeting).target()) {
      return run(target, seed);
    }
  }

  /** The same with several seeds, one half each of them with an adapter of its own. */
  List<RunResult> run(long fromSeed, long toSeed) {
    long half = (fromSeed + toSeed) / 2;
    // Such an adapter is mostly waited for.
    CompletableFuture<List<RunResult>> second =
        CompletableFuture.supplyAsync(() -> oneByOne(half + 1, toSeed));
    List<RunResult> results = new ArrayList<>(oneByOne(fromSeed, half));
    results.addAll(second.join());
    return results;
  }

  private List<RunResult> oneByOne(long fromSeed, long toSeed) {
    AdapterTarget.Greeting greeting = AdapterTarget.start(command, timeout, Clock.systemUTC());
    assertThat(greeting).isInstanceOf(AdapterTarget.Greeting.Ready.class);
    try (AdapterTarget target = ((AdapterTarget.Greeting.Ready) greeting).target()) {
      return run(target, fromSeed, toSeed);
    }
  }

  private RunResult run(AdapterTarget target, long withSeed) {
    return run(target, withSeed, withSeed).get(0);
  }

  /** Another target that is there already, with several seeds, one after the other. */
  List<RunResult> run(Target target, long fromSeed, long toSeed) {
    Schemes known = Schemes.in(List.of(Programs.HOME.resolve("features")));
    List<SchemeUnderTest> subjects =
        schemes.stream().map(known::scheme).map(Certification::underTest).toList();
    Predicate<List<String>> wanted = tags.isEmpty() ? all -> true : Tags.parse(tags);
    Selection selection = new Selection(only, Set.of(), Optional.of(wanted));
    FeatureShelf features = new FeatureShelf();
    return LongStream.rangeClosed(fromSeed, toSeed)
        .mapToObj(each -> context(target, each))
        .map(context -> new Suite(context, subjects, selection, RunListener.NONE, features, 2))
        .map(Suite::run)
        .toList();
  }

  private RunContext context(Target target, long withSeed) {
    return RunContext.of(target, profile, Clock.systemUTC(), withSeed);
  }

  private static SchemeUnderTest underTest(Scheme scheme) {
    return new SchemeUnderTest(scheme, Requirements.of(scheme), Credentials.examples(scheme));
  }

  /** The requirements of which a case ended so. */
  static Set<String> requirements(RunResult run, Outcome outcome) {
    return cases(run, outcome).stream()
        .map(CaseResult::requirement)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<CaseResult> cases(RunResult run, Outcome outcome) {
    return run.cases().stream().filter(result -> result.outcome() == outcome).toList();
  }

  /** What went wrong, for the message of an assertion. */
  static String wrong(RunResult run) {
    return run.cases().stream()
        .filter(
            result ->
                result.outcome() == Outcome.FAILED || result.outcome() == Outcome.INCONCLUSIVE)
        .limit(10)
        .map(
            result ->
                "%s (%s) %s: %s"
                    .formatted(
                        result.requirement(), result.role(), result.name(), result.message()))
        .collect(Collectors.joining("\n"));
  }
}
