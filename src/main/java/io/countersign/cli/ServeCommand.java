package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.document.Visible;
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
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code countersign serve}. */
final class ServeCommand implements Command {
  private final PositionalParamSpec names;

  private final OptionSpec port =
      Options.value("--port", "PORT", int.class, "The port; 0, the default, takes any free one.")
          .initialValue(0)
          .build();

  private final OptionSpec bind =
      Options.value(
              "--bind",
              "ADDRESS",
              String.class,
              "The address to listen on. The default, 127.0.0.1, is reached from this machine"
                  + " alone.")
          .initialValue("127.0.0.1")
          .build();

  private final OptionSpec explain =
      Options.flag(
          "--explain",
          "Also answer the explanation: the body of a refusal gets a member \"explanation\", which is"
              + " what countersign explain --json prints.");

  private final PartyOptions party;

  private final Environment environment;

  ServeCommand(Environment environment) {
    this.environment = environment;
    this.names =
        Options.schemes(
            environment, "1..*", "The signing schemes to serve; countersign schemes lists them.");
    this.party = new PartyOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            "serve",
            "Run the mock vendor: a server that answers as the documents of the schemes say.",
            this)
        .description(
            "Serves the resources that scheme.yaml lists, and lets in only requests that are signed"
                + " rightly; others get the documented refusal, a 401 for most, with the reason. The first line of output is 'listening on"
                + " http://127.0.0.1:PORT', or with --json {\"listening\":\"http://…\"}. Every"
                + " exchange is a line on standard error, unless --quiet, and a request that is refused"
                + " is explained below it. Ends when it is interrupted.")
        .takes(names, port, bind, explain)
        .takes(party)
        .exits(
            "2:wrong usage or input, or it cannot listen there",
            "130, 143:interrupted or terminated, which is how it ends",
            ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign serve SCHEME",
            "  countersign serve SCHEME OTHER --port 8080 --credentials mine.yaml",
            "  countersign serve SCHEME --explain")
        .spec();
  }

  @Override
  public Integer call() {
    String address = address();
    requireAddress(address, port.getValue());
    Schemes known = party.schemes().load();
    List<Scheme> served =
        names.<List<String>>getValue().stream().distinct().map(known::scheme).toList();
    Map<String, Credentials> parties = party.credentials().of(served, party.output());
    Redactor redactor =
        Redactor.sparingExamples(
            served.stream().collect(Collectors.toMap(one -> one, one -> parties.get(one.id()))));
    List<Registration> clients =
        served.stream()
            .map(one -> new Registration(one, party.profile(), parties.get(one.id())))
            .toList();
    ServeExplanations explanations = new ServeExplanations(clients);
    MockVendor.Settings settings =
        MockVendor.Settings.of(clients, party.time())
            .withRevision(exchange -> revised(exchange, explanations, redactor));
    try (MockVendor vendor = MockVendor.start(settings, address, port.getValue())) {
      Runtime.getRuntime().addShutdownHook(new Thread(vendor::close));
      announce(vendor.url());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // The end that was asked for.
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  /** An IPv6 address may be given as a URL has it. */
  private String address() {
    String given = bind.getValue();
    return given.startsWith("[") && given.endsWith("]")
        ? given.substring(1, given.length() - 1)
        : given;
  }

  private void requireAddress(String bind, int port) {
    if (port < 0 || port > 65535) {
      throw InputException.of("there is no port " + port, "give one from 0 to 65535");
    }
    if (bind.isBlank()) {
      throw InputException.of("the address to listen on is empty", "give one of this machine");
    }
    try {
      if (!InetAddress.getByName(bind).isLoopbackAddress()) {
        party.output().note(bind + " can be reached from other machines");
      }
    } catch (UnknownHostException e) {
      throw InputException.of("there is no address " + bind, "give one of this machine");
    }
  }

  private void announce(String url) {
    if (party.output().json()) {
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
    boolean quiet = party.output().quiet();
    boolean answered = explain.getValue();
    if (quiet && !answered) {
      return exchange;
    }
    Optional<ExplainedRequest> explained = explanations.of(exchange);
    if (!quiet) {
      List<String> lines = new ArrayList<>();
      lines.add(redactor.redact(line(exchange)));
      explained.ifPresent(one -> lines.addAll(ServeExplanations.lines(one)));
      log(lines);
    }
    return answered
        ? explained.map(one -> ServeExplanations.withExplanation(exchange, one)).orElse(exchange)
        : exchange;
  }

  /** Lines that belong together stay together, though several requests are answered at once. */
  private void log(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(Visible.line(line)).append('\n'));
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
