package io.countersign.cli;

import io.countersign.explain.Affects;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explainer;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirements;
import io.countersign.verify.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countersign explain}. */
@Command(
    name = "explain",
    header = "Say why a signed request is rejected: what its signer did, and the fix.",
    description = {
      "",
      "Searches the known deviations from the scheme for those that give exactly the signature that"
          + " the request carries. A MAC does not lie: what gives it is what was done. Prints the"
          + " verdict, the two strings to sign with the first difference marked, and the fix with"
          + " the requirement that it comes from. Where nothing gives the signature, it says so"
          + " rather than guess.",
      "",
      "With --json: {\"verdict\":…,\"reason\":…,\"expected\":{\"stringToSign\":…},"
          + "\"explanations\":[{\"deviations\":[{\"id\":…,\"title\":…,\"fix\":…,"
          + "\"requirement\":…}],\"stringToSign\":…}],\"searched\":{\"hypotheses\":n,"
          + "\"millis\":n,\"exhausted\":…}}."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:accepted: there is nothing to explain",
      "1:rejected",
      ExitCode.USAGE_HELP,
      ExitCode.INTERNAL_HELP
    },
    footer = {
      "",
      "Examples:",
      "  countersign explain SCHEME --request captured.http --credentials mine.yaml",
      "  countersign explain SCHEME --request command.curl --at 2014-09-23T17:23:00Z",
      "  countersign explain SCHEME --request browser.har --entry 3 --json"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  @Parameters(
      paramLabel = "SCHEME",
      completionCandidates = SchemeIds.class,
      description = "The signing scheme; countersign schemes lists them.")
  private String scheme = "";

  @Mixin private final RequestOptions request;

  @Option(
      names = "--budget",
      paramLabel = "DURATION",
      converter = TargetOptions.DurationConverter.class,
      description = "How long to search, as in 10s or 500ms. Default: 2s.")
  private Duration budget = Explainer.DEFAULT_BUDGET;

  @Option(
      names = "--reveal",
      description =
          "Also show the signature that was expected. It is left out otherwise: who pastes it in"
              + " has fixed nothing.")
  private boolean reveal;

  @Mixin private final CredentialOptions credentials;
  @Mixin private final ClockOptions clock;
  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;

  private final Environment environment;

  ExplainCommand(Environment environment) {
    this.environment = environment;
    this.request = new RequestOptions(environment);
    this.credentials = new CredentialOptions(environment);
    this.clock = new ClockOptions(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    Scheme named = schemes.load().scheme(scheme);
    HttpRequest sent = request.read();
    Credentials party = credentials.of(named, output);
    ExplainedRequest explained =
        ExplainedRequest.of(
            named,
            Requirements.of(named),
            profile.profile(),
            party,
            sent,
            clock.clock().instant(),
            budget);
    if (output.json()) {
      Json.line(environment.out(), ExplainJson.of(explained, reveal));
    } else {
      new ExplainPage(explained, reveal, output, width(), environment.out()).print();
    }
    noteOldTime(explained);
    return explained.isAccepted() ? ExitCode.OK : ExitCode.NO;
  }

  /** A request that was captured yesterday is not wrong because of its age. */
  private void noteOldTime(ExplainedRequest explained) {
    boolean old =
        explained.diagnosis() instanceof Diagnosis.Rejected rejected
            && rejected.reason() == Reason.EXPIRED_TIMESTAMP
            && rejected.explanations().stream()
                .flatMap(one -> one.deviations().stream())
                .anyMatch(one -> one.affects() == Affects.TIMESTAMP);
    if (old && !clock.isGiven()) {
      output.note(
          "if the request was captured earlier, say when it was sent, as in --at"
              + " 2014-09-23T17:23:00Z");
    }
  }

  private int width() {
    String columns = environment.variables().getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : WIDTH;
  }
}
