package io.countersign.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.scheme.CredentialField;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countersign schemes}. */
@Command(
    name = "schemes",
    header = "List the signing schemes, or show one.",
    description = {
      "",
      "Prints the id of each scheme, which the other commands take, and its title.",
      "",
      "With --json: [{\"id\":…,\"title\":…,\"summary\":…,\"credentials\":[…],\"profiles\":[…]}]."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {ExitCode.DONE_HELP, ExitCode.USAGE_HELP, ExitCode.INTERNAL_HELP},
    footer = {
      "",
      "Examples:",
      "  countersign schemes",
      "  countersign schemes show SCHEME",
      "  countersign schemes --schemes my-schemes --json"
    })
final class SchemesCommand implements Callable<Integer> {
  @Mixin private final SchemeOptions schemes;
  @Mixin private final OutputOptions output;
  @Mixin private final IgnoredOptions ignored = new IgnoredOptions();

  private final Environment environment;

  SchemesCommand(Environment environment) {
    this.environment = environment;
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Option(names = "--profile", paramLabel = "PROFILE", hidden = true)
  private void profile(String word) {
    ignored.add("--profile");
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
