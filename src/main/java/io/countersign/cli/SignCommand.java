package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.InputException;
import io.countersign.document.Visible;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code countersign sign}. */
final class SignCommand implements Command {
  private final OptionSpec format =
      new SignFormat.FormatChoices()
          .option(
              "--format",
              "FORMAT",
              "http: the raw HTTP/1.1 message (the default). json: a JSON request object on one line."
                  + " curl: a command line for a POSIX shell that sends exactly this request. headers:"
                  + " only the headers that signing adds, one on each line; where a scheme signs in the"
                  + " query, the URL.");

  private final OptionSpec show =
      Options.flag("--show-string-to-sign", "Also print the string to sign, on standard error.");

  private final RequestOptions request;
  private final PartyOptions party;

  private final Environment environment;

  SignCommand(Environment environment) {
    this.environment = environment;
    this.request = new RequestOptions(environment);
    this.party = new PartyOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of("sign", "Print a request, signed.", this)
        .description(
            "Signs a request by a scheme's rules and prints it. What an earlier signature left in it is"
                + " replaced; everything else stays as it is, to the byte.")
        .takes(format, show)
        .takes(request)
        .takes(party)
        .exits("0:the signed request was printed", ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign sign SCHEME --request call.http --credentials mine.yaml",
            "  countersign sign SCHEME --request call.json --format curl | sh",
            "  echo 'GET https://api.example.com/x HTTP/1.1' |",
            "    countersign sign SCHEME --request - --format headers")
        .spec();
  }

  @Override
  public Integer call() {
    SignFormat chosen = format();
    Scheme named = request.scheme(party.schemes());
    SigningRules rules = named.rules(party.profile());
    HttpRequest unsigned = request.read();
    Credentials credentials = party.credentials(named);
    Signer signer = Signer.of(rules, credentials);
    SignedRequest signed = signer.sign(unsigned, party.time().instant());
    requireOnce(rules, signed.request());
    if (show.getValue()) {
      Redactor redactor = Redactor.sparingExamples(Map.of(named, credentials));
      environment.err().println(Visible.line(redactor.redact(signed.stringToSign().text())));
    }
    chosen.print(signed.request(), rules, environment.out());
    return ExitCode.OK;
  }

  /** Only the first of a name is signed, and no verifier would take a second. */
  private static void requireOnce(SigningRules rules, HttpRequest request) {
    for (String name : rules.signedHeaders()) {
      if (request.headers().repeats(name)) {
        throw InputException.of(
            "the header " + name + " is signed, and the request has it more than once",
            "leave one");
      }
    }
  }

  private SignFormat format() {
    SignFormat given = format.getValue();
    boolean json = party.output().json();
    if (json && given != null && given != SignFormat.JSON) {
      throw InputException.of(
          "--json and --format " + EnumWord.of(given) + " contradict each other",
          "give one of the two");
    }
    return json ? SignFormat.JSON : given == null ? SignFormat.HTTP : given;
  }
}
