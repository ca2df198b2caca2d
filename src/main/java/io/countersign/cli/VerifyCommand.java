package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.document.Visible;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.verify.Verdict;
import io.countersign.verify.Verifier;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code countersign verify}. */
final class VerifyCommand implements Command {
  private final RequestOptions request;
  private final PartyOptions party;

  private final Environment environment;

  VerifyCommand(Environment environment) {
    this.environment = environment;
    this.request = new RequestOptions(environment);
    this.party = new PartyOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of("verify", "Accept or reject a signed request.", this)
        .description(
            "Looks at a request as the scheme's server would, and prints 'accepted', or 'rejected:' with"
                + " exactly one reason and, on the next line, what was found. A detail never holds a"
                + " secret or the right signature.",
            "",
            "Reasons: missing-credential, malformed-credential, unknown-key, missing-timestamp,"
                + " malformed-timestamp, expired-timestamp, future-timestamp, missing-signature,"
                + " malformed-signature, signature-mismatch, ambiguous-request.",
            "",
            "With --json: {\"verdict\":…,\"reason\":…,\"detail\":…,\"stringToSign\":…}, where reason and"
                + " detail are null for an accepted request, and stringToSign for a rejected one.")
        .takes(request)
        .takes(party)
        .exits("0:accepted", "1:rejected", ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign verify SCHEME --request captured.http --credentials mine.yaml",
            "  countersign verify SCHEME --request captured.json --at 2014-09-23T17:23:00Z --json",
            "  countersign sign SCHEME --request call.http | countersign verify SCHEME --request -")
        .spec();
  }

  @Override
  public Integer call() {
    Scheme named = request.scheme(party.schemes());
    HttpRequest sent = request.read();
    Credentials credentials = party.credentials(named);
    Verdict verdict =
        Verifier.of(named, party.profile(), credentials).verify(sent, party.time().instant());
    // A request may carry the secret where the key belongs, and a detail quotes what it found.
    Redactor redactor = Redactor.sparingExamples(Map.of(named, credentials));
    if (party.output().json()) {
      Json.line(environment.out(), json -> write(verdict, redactor, json));
    } else if (verdict instanceof Verdict.Rejected rejected) {
      print(rejected, redactor);
    } else {
      environment.out().println(party.output().mark(true, "accepted"));
    }
    return verdict.isAccepted() ? ExitCode.OK : ExitCode.NO;
  }

  private void print(Verdict.Rejected rejected, Redactor redactor) {
    environment.out().println(party.output().mark(false, "rejected: " + rejected.reason()));
    environment.out().println(Visible.line(redactor.redact(rejected.detail())));
  }

  private static void write(Verdict verdict, Redactor redactor, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    if (verdict instanceof Verdict.Rejected rejected) {
      json.writeStringField("verdict", "rejected");
      json.writeStringField("reason", rejected.reason().toString());
      json.writeStringField("detail", redactor.redact(rejected.detail()));
      json.writeNullField("stringToSign");
    } else {
      Verdict.Accepted accepted = (Verdict.Accepted) verdict;
      json.writeStringField("verdict", "accepted");
      json.writeNullField("reason");
      json.writeNullField("detail");
      json.writeStringField("stringToSign", redactor.redact(accepted.stringToSign().text()));
    }
    json.writeEndObject();
  }
}
