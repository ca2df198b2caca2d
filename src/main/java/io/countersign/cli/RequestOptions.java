package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.document.Unreadable;
import io.countersign.importer.RequestFile;
import io.countersign.message.HttpRequest;
import io.countersign.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a command is about: a request, and the scheme by whose rules it is signed. */
final class RequestOptions implements OptionGroup {
  private final PositionalParamSpec scheme;

  private final OptionSpec file =
      Options.value(
              "--request",
              "FILE",
              String.class,
              "The request, - for standard input: a raw HTTP/1.1 message (request line with an absolute"
                  + " URL or a Host header, headers, blank line, body), a JSON object with method, url,"
                  + " headers, and body or bodyBase64, a curl command line, or a HAR file.")
          .required(true)
          .build();

  private final OptionSpec entry =
      Options.value(
              "--entry",
              "N",
              Integer.class,
              "Which entry of a HAR file, counted from 1; needed where it has several. Browsers leave"
                  + " the Authorization header out of a HAR file unless sensitive data is asked for.")
          .build();

  private final Environment environment;

  RequestOptions(Environment environment) {
    this.environment = environment;
    this.scheme = Options.scheme(environment);
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addPositional(scheme).addOption(file).addOption(entry);
  }

  /**
   * @param known among which it is looked for
   * @throws InputException if there is none of that name
   */
  Scheme scheme(SchemeOptions known) {
    return known.load().scheme(scheme.getValue());
  }

  /**
   * @throws InputException if there is no such file, or it holds no request
   */
  HttpRequest read() {
    String name = file.getValue();
    Integer number = entry.getValue();
    OptionalInt chosen = number == null ? OptionalInt.empty() : OptionalInt.of(number);
    try {
      return name.equals("-")
          ? RequestFile.read("standard input", environment.in().readAllBytes(), chosen)
          : RequestFile.read(name, Files.readAllBytes(Path.of(name)), chosen);
    } catch (IOException e) {
      throw Unreadable.because(
          e, "request file", name, "give the path of an existing file that can be read, or -");
    }
  }
}
