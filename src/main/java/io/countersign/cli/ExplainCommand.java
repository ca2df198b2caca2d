package io.countersign.cli;

import io.countersign.explain.Affects;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explainer;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Requirements;
import io.countersign.verify.Reason;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code countersign explain}. */
final class ExplainCommand implements Command {
  private static final int WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  private final RequestOptions request;

  private final OptionSpec budget =
      Options.value(
              "--budget",
              "DURATION",
              Duration.class,
              "How long to search for combinations of deviations, as in 10s or 500ms; each by itself"
                  + " is always tried. Default: 2s.")
          .converters(new TargetOptions.DurationConverter())
          .initialValue(Explainer.DEFAULT_BUDGET)
          .build();

  private final OptionSpec reveal =
      Options.flag(
          "--reveal",
          "Also show the signature that was expected. It is left out otherwise: who pastes it in"
              + " has fixed nothing.");

  private final PartyOptions party;

  private final Environment environment;

  ExplainCommand(Environment environment) {
    this.environment = environment;
    this.request = new RequestOptions(environment);
    this.party = new PartyOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            "explain",
            "Say why a signed request is rejected: what its signer did, and the fix.",
            this)
        .description(
            "Searches the known deviations from the scheme for those that give exactly the signature that"
                + " the request carries. A MAC does not lie: what gives it is what was done. Prints the"
                + " verdict, the two strings to sign with the first difference marked, and the fix with"
                + " the requirement that it comes from. Where nothing gives the signature, it says so"
                + " rather than guess.",
            "",
            "With --json: {\"verdict\":…,\"reason\":…,\"expected\":{\"stringToSign\":…},"
                + "\"explanations\":[{\"deviations\":[{\"id\":…,\"title\":…,\"fix\":…,"
                + "\"requirement\":…}],\"stringToSign\":…}],\"searched\":{\"hypotheses\":n,"
                + "\"millis\":n,\"exhausted\":…}}. Where a scheme hashes something into its string to"
                + " sign, that stands beside the string as \"hashed\":[…]. Where the signature is that of an example"
                + " that the documents print and that is wrong, \"erratum\":"
                + "{\"requirement\":…,\"says\":…} stands before the explanations.")
        .takes(request)
        .takes(budget, reveal)
        .takes(party)
        .exits(
            "0:accepted: there is nothing to explain",
            "1:rejected",
            ExitCode.USAGE_HELP,
            ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign explain SCHEME --request captured.http --credentials mine.yaml",
            "  countersign explain SCHEME --request command.curl --at 2014-09-23T17:23:00Z",
            "  countersign explain SCHEME --request browser.har --entry 3 --json")
        .spec();
  }

  @Override
  public Integer call() {
    Scheme named = request.scheme(party.schemes());
    HttpRequest sent = request.read();
    OutputOptions output = party.output();
    ExplainedRequest explained =
        ExplainedRequest.of(
            named,
            Requirements.of(named),
            party.profile(),
            party.credentials(named),
            sent,
            party.time().instant(),
            budget.getValue());
    if (output.json()) {
      Json.line(environment.out(), ExplainJson.of(explained, reveal.getValue()));
    } else {
      new ExplainPage(explained, reveal.getValue(), output, width(), environment.out()).print();
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
    if (old && !party.clock().isGiven()) {
      party
          .output()
          .note(
              "if the request was captured earlier, say when it was sent, as in --at"
                  + " 2014-09-23T17:23:00Z");
    }
  }

  private int width() {
    String columns = environment.variables().getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : WIDTH;
  }
}
