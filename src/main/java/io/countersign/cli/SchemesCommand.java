package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code countersign schemes}. */
final class SchemesCommand implements Command {
  private final SchemeOptions schemes;
  private final OutputOptions output;
  private final IgnoredOptions ignored = IgnoredOptions.withProfile();

  private final Environment environment;

  SchemesCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public CommandSpec spec() {
    return Usage.of("schemes", "List the signing schemes, or show one.", this)
        .description(
            "Prints the id of each scheme, which the other commands take, and its title.",
            "",
            "With --json: [{\"id\":…,\"title\":…,\"summary\":…,\"credentials\":[…],\"profiles\":[…]}].")
        .takes(schemes)
        .takes(output)
        .takes(ignored)
        .exits(ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP)
        .examples(
            "  countersign schemes",
            "  countersign schemes show SCHEME",
            "  countersign schemes --schemes my-schemes --json")
        .spec();
  }

  @Override
  public Integer call() {
    ignored.note(output);
    Schemes known = schemes.load();
    List<Scheme> all = known.ids().stream().map(known::scheme).toList();
    if (output.json()) {
      Json.pretty(environment.out(), json -> write(all, json));
    } else {
      int width = known.ids().stream().mapToInt(String::length).max().orElse(1);
      all.forEach(
          scheme ->
              environment
                  .out()
                  .println(
                      (scheme.id() + " ".repeat(width + 2)).substring(0, width + 2)
                          + scheme.title()));
    }
    return ExitCode.OK;
  }

  private static void write(List<Scheme> all, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Scheme scheme : all) {
      json.writeStartObject();
      json.writeStringField("id", scheme.id());
      json.writeStringField("title", scheme.title());
      json.writeStringField("summary", scheme.summary());
      json.writeArrayFieldStart("credentials");
      for (CredentialField field : scheme.credentialFields()) {
        json.writeString(field.name());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("profiles");
      json.writeString("documented");
      if (scheme.hasDeployedProfile()) {
        json.writeString("deployed");
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
