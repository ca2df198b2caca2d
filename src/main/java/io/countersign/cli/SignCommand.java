package io.countersign.cli;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.SigningRules;
import io.countersign.signing.SignedRequest;
import io.countersign.signing.Signer;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countersign sign}. */
@Command(
    name = "sign",
    header = "Print a request, signed.",
    description = {
      "",
      "Signs a request by a scheme's rules and prints it. What an earlier signature left in it is"
          + " replaced; everything else stays as it is, to the byte."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the signed request was printed",
      ExitCode.USAGE_HELP,
      ExitCode.INTERNAL_HELP
    },
    footer = {
      "",
      "Examples:",
      "  countersign sign SCHEME --request call.http --credentials mine.yaml",
      "  countersign sign SCHEME --request call.json --format curl | sh",
      "  echo 'GET https://api.example.com/x HTTP/1.1' |",
      "    countersign sign SCHEME --request - --format headers"
    })
final class SignCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCHEME",
      completionCandidates = SchemeIds.class,
      description = "The signing scheme; countersign schemes lists them.")
  private String scheme = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = SignFormat.FormatWords.class,
      completionCandidates = SignFormat.FormatWords.class,
      description =
          "http: the raw HTTP/1.1 message (the default). json: a JSON request object on one line."
              + " curl: a command line for a POSIX shell that sends exactly this request. headers:"
              + " only the headers that signing adds, one on each line; where a scheme signs in the"
              + " query, the URL.")
  private @Nullable SignFormat format;

  @Option(
      names = "--show-string-to-sign",
      description = "Also print the string to sign, on standard error.")
  private boolean show;

  @Mixin private final RequestOptions request;
  @Mixin private final CredentialOptions credentials;
  @Mixin private final ClockOptions clock;
  @Mixin private final ProfileOptions profile = new ProfileOptions();
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;

  private final Environment environment;

  SignCommand(Environment environment) {
    this.environment = environment;
    this.request = new RequestOptions(environment);
    this.credentials = new CredentialOptions(environment);
    this.clock = new ClockOptions(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public Integer call() {
    SignFormat chosen = format();
    Scheme named = schemes.load().scheme(scheme);
    SigningRules rules = named.rules(profile.profile());
    HttpRequest unsigned = request.read();
    Credentials party = credentials.of(named, output);
    SignedRequest signed = Signer.of(rules, party).sign(unsigned, clock.clock().instant());
    if (show) {
      environment.err().println(Printable.line(signed.stringToSign().text()));
    }
    chosen.print(signed.request(), rules, environment.out());
    return ExitCode.OK;
  }

  private SignFormat format() {
    if (output.json() && format != null && format != SignFormat.JSON) {
      throw InputException.of(
          "--json and --format " + Fields.wordFor(format) + " contradict each other",
          "give one of the two");
    }
    return output.json() ? SignFormat.JSON : format == null ? SignFormat.HTTP : format;
  }
}
