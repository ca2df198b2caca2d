package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.report.Reports;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.Requirements;
import io.countersign.suite.RunContext;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Target;
import io.countersign.target.http.Trust;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign certify}, the main job. */
final class CertifyCommand implements Command {
  private final PositionalParamSpec asked;

  private final TargetOptions target = new TargetOptions();

  private final OptionSpec reports =
      Options.value("--reports", "DIR", Path.class, "Where the reports go. Default: reports.")
          .initialValue(Path.of("reports"))
          .build();

  private final SelectionOptions selection = new SelectionOptions();

  private final OptionSpec expected =
      Options.value(
              "--expected",
              "FILE",
              Path.class,
              "Known deviations, a mapping of requirement id to reason: an expected failure does not"
                  + " fail the run, and one that no longer happens does.")
          .build();

  private final OptionSpec seed =
      Options.value(
              "--seed",
              "N",
              Long.class,
              "The seed of the freshly made cases, to repeat a run exactly.")
          .build();

  private final PartyOptions party;

  private final Environment environment;

  CertifyCommand(Environment environment) {
    this.environment = environment;
    this.asked =
        Options.schemes(
            environment, "0..*", "The schemes to try. Default: every one that the target knows.");
    this.party = new PartyOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of("certify", "Run the conformance suite and write the reports.", this)
        .description(
            "Runs the features of each scheme against an implementation and says whether it does what"
                + " the scheme's documentation asks. Without --adapter and --endpoint that is the"
                + " reference signer, the reference verifier and the mock vendor, on this machine.")
        .takes(asked)
        .takes(target)
        .takes(reports)
        .takes(selection)
        .takes(expected, seed)
        .takes(party)
        .exits(
            "0:conformant",
            "1:not conformant",
            ExitCode.USAGE_HELP,
            "3:inconclusive: the target could not be reached or crashed, a control failed, not one"
                + " case was executed, or nothing tests a must of the scheme",
            ExitCode.INTERNAL_HELP,
            "130:interrupted; the reports hold what had run")
        .examples(
            "  countersign certify",
            "  countersign certify SCHEME --adapter \"python3 my_signer.py\"",
            "  countersign certify SCHEME --endpoint https://sandbox.example.com \\",
            "      --credentials sandbox.yaml --path /api/1/ACCOUNT/events",
            "  countersign certify SCHEME --only SCHEME/signature-form,SCHEME/timestamp-window")
        .spec();
  }

  @Override
  public Integer call() {
    target.check();
    Schemes known = party.schemes().load();
    asked.<List<String>>getValue().forEach(known::scheme);
    Targets.requireSuited(target, party.clock(), asked.getValue());
    Path deviations = expected.getValue();
    long chosen = chosenSeed();
    Certification certification =
        new Certification(
            environment,
            party.output(),
            reports.getValue(),
            chosen,
            selection.selection(),
            deviations == null ? ExpectedDeviations.NONE : ExpectedDeviations.read(deviations),
            new ChosenIds(known, named(known)));
    certification.requireKnown();
    Reports.requireWritable(reports.getValue());
    if (target.path() != null) {
      untried(known).forEach(this::requireSigned);
    }
    try (Interruption interruption = Interruption.watch(() -> interrupted(certification, known))) {
      return run(certification, known, chosen, interruption);
    }
  }

  private int run(
      Certification certification, Schemes known, long chosen, Interruption interruption) {
    List<String> notes = notes();
    notes.forEach(party.output()::note);
    try (Target underTest = Targets.of(target, environment)) {
      List<SchemeUnderTest> subjects =
          subjects(known, Targets.schemes(underTest, asked.getValue(), known.ids())).stream()
              .map(subject -> subject.withSettled(notes))
              .toList();
      Clock time = Targets.clock(underTest, party.clock());
      // What an adapter sends by itself, it signs at the time that it is, whatever --at says.
      Clock running = target.adapter() == null ? time : environment.clock();
      RunContext context =
          RunContext.of(underTest, party.profile(), running, chosen)
              .calling(Optional.ofNullable(target.path()))
              .at(time.instant());
      return certification.run(context, subjects, interruption);
    } catch (UnreachableException e) {
      return certification.unreachable(
          e, party.profile(), untried(known), party.time(), interruption);
    }
  }

  /** What is odd about the authorities to trust. */
  private List<String> notes() {
    Path authority = target.authority();
    return authority == null ? List.of() : Trust.expired(authority, environment.clock().instant());
  }

  /** Where everybody is answered, nothing can be found out. */
  private void requireSigned(SchemeUnderTest subject) {
    String called = pathOf(Objects.requireNonNull(target.path()));
    List<Resource> there =
        subject.scheme().service().resources().stream()
            .filter(each -> pathOf(each.target().fill(subject.credentials()::text)).equals(called))
            .toList();
    if (!there.isEmpty() && there.stream().allMatch(Resource::open)) {
      throw InputException.of(
          "the path '" + called + "' needs no signature under " + subject.scheme().id(),
          "give one that does, or leave --path out");
    }
  }

  private static String pathOf(String target) {
    return target.split("\\?", 2)[0];
  }

  private long chosenSeed() {
    Long given = seed.getValue();
    return given == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : given;
  }

  /** Before there is a target to try. */
  private void interrupted(Certification certification, Schemes known) {
    try {
      certification.interruptedUntried(
          Targets.info(target), party.profile(), untried(known), party.time());
    } catch (InputException e) {
      // Had it not been interrupted, it would have ended with this.
      environment.say(e.getMessage());
    }
  }

  /** Nothing was tried, so nobody needs to know with whose credentials, or hear it again. */
  private List<SchemeUnderTest> untried(Schemes known) {
    List<Scheme> chosen = schemes(known, named(known));
    return subjects(chosen, party.credentials().quietly(chosen));
  }

  private List<SchemeUnderTest> subjects(Schemes known, List<String> ids) {
    List<Scheme> chosen = schemes(known, ids);
    return subjects(
        chosen,
        target.isEmbedded()
            ? party.credentials().of(chosen, party.output())
            : party.credentials().ofReal(chosen));
  }

  private static List<SchemeUnderTest> subjects(
      List<Scheme> chosen, Map<String, Credentials> found) {
    return chosen.stream()
        .map(scheme -> new SchemeUnderTest(scheme, Requirements.of(scheme), found.get(scheme.id())))
        .toList();
  }

  /** The schemes that were asked for: all of them if none is named. */
  private List<String> named(Schemes known) {
    List<String> given = asked.getValue();
    return given.isEmpty() ? known.ids() : given;
  }

  private static List<Scheme> schemes(Schemes known, List<String> ids) {
    return ids.stream().distinct().map(known::scheme).toList();
  }
}
