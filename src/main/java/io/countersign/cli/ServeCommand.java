package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.vendor.Exchange;
import io.countersign.target.vendor.MockVendor;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countersign serve}. */
@Command(
    name = "serve",
    header = "Run the mock vendor: a server that answers as the documents of the schemes say.",
    description = {
      "",
      "Serves the resources that scheme.yaml lists, and lets in only requests that are signed"
          + " rightly; others get a 401 with the reason. The first line of output is 'listening on"
          + " http://127.0.0.1:PORT', or with --json {\"listening\":\"http://…\"}. Every"
          + " exchange is a line on standard error, unless --quiet, and a request that is refused"
          + " is explained below it. Ends when it is interrupted."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "2:wrong usage or input, or it cannot listen there",
      "130, 143:interrupted or terminated, which is how it ends",
      ExitCode.INTERNAL_HELP
    },
    footer = {
      "",
      "Examples:",
      "  countersign serve SCHEME",
      "  countersign serve SCHEME OTHER --port 8080 --credentials mine.yaml",
      "  countersign serve SCHEME --explain"
    })
final class ServeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCHEME",
      arity = "1..*",
      completionCandidates = SchemeIds.class,
      description = "The signing schemes to serve; countersign schemes lists them.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0, the default, takes any free one.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on. The default, 127.0.0.1, is reached from this machine alone.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--explain",
      description =
          "Also answer the explanation: the body of a 401 gets a member \"explanation\", which is"
              + " what countersign explain --json prints.")
  private boolean explain;

  @Mixin private final CredentialOptions credentials;
  @Mixin private final ClockOptions clock;
  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;

  private final Environment environment;

  ServeCommand(Environment environment) {
    this.environment = environment;
    this.credentials = new CredentialOptions(environment);
    this.clock = new ClockOptions(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    requireAddress();
    Schemes known = schemes.load();
    List<Scheme> served = names.stream().distinct().map(known::scheme).toList();
    Map<String, Credentials> parties = credentials.of(served, output);
    Redactor redactor = Redactor.of(parties.values());
    List<Registration> clients =
        served.stream()
            .map(one -> new Registration(one, profile.profile(), parties.get(one.id())))
            .toList();
    ServeExplanations explanations = new ServeExplanations(clients);
    MockVendor.Settings settings =
        MockVendor.Settings.of(clients, clock.clock())
            .withRevision(exchange -> revised(exchange, explanations, redactor));
    try (MockVendor vendor = start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(vendor::close));
      announce(vendor.url());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // The end that was asked for.
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  private void requireAddress() {
    if (port < 0 || port > 65535) {
      throw InputException.of("there is no port " + port, "give one from 0 to 65535");
    }
    try {
      if (!InetAddress.getByName(bind).isLoopbackAddress()) {
        output.note(bind + " can be reached from other machines");
      }
    } catch (UnknownHostException e) {
      throw InputException.of("there is no address " + bind, "give one of this machine");
    }
  }

  /** The server's library has exceptions of its own, which only the target knows. */
  private MockVendor start(MockVendor.Settings settings) {
    try {
      return MockVendor.start(settings, bind, port);
    } catch (RuntimeException e) {
      throw InputException.of(
          "cannot listen on " + bind + ", port " + port,
          "it may be taken; give another --port, or another --bind");
    }
  }

  private void announce(String url) {
    if (output.json()) {
      Json.line(
          environment.out(),
          json -> {
            json.writeStartObject();
            json.writeStringField("listening", url);
            json.writeEndObject();
          });
    } else {
      environment.out().println("listening on " + url);
    }
    environment.out().flush();
  }

  /** Tells the person who watches what happened and why, and the client if that was asked for. */
  private Exchange revised(Exchange exchange, ServeExplanations explanations, Redactor redactor) {
    if (output.quiet() && !explain) {
      return exchange;
    }
    Optional<ExplainedRequest> explained = explanations.of(exchange);
    if (!output.quiet()) {
      List<String> lines = new ArrayList<>();
      lines.add(redactor.redact(line(exchange)));
      explained.ifPresent(one -> lines.addAll(ServeExplanations.lines(one)));
      log(lines);
    }
    return explain
        ? explained.map(one -> ServeExplanations.withExplanation(exchange, one)).orElse(exchange)
        : exchange;
  }

  /** Lines that belong together stay together, though several requests are answered at once. */
  private void log(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(Printable.line(line)).append('\n'));
    environment.err().print(text);
    environment.err().flush();
  }

  private static String line(Exchange exchange) {
    return "%s %s %s %d %s"
        .formatted(
            exchange.time(),
            exchange.request().method(),
            exchange.request().target(),
            exchange.status(),
            exchange.verdict().map(ServeCommand::words).orElse("open"));
  }

  private static String words(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        ? rejected.reason() + " (" + rejected.detail() + ")"
        : "accepted";
  }
}
