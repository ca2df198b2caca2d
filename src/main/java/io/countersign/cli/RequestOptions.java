package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.message.HttpRequest;
import io.countersign.message.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The request that a command is about. */
final class RequestOptions {
  @Option(
      names = "--request",
      paramLabel = "FILE",
      required = true,
      description =
          "The request, - for standard input: a raw HTTP/1.1 message (request line with an absolute"
              + " URL or a Host header, headers, blank line, body), a JSON object with method, url,"
              + " headers, and body or bodyBase64, a curl command line, or a HAR file.")
  private String file = "";

  @Option(
      names = "--entry",
      paramLabel = "N",
      description =
          "Which entry of a HAR file, counted from 1; needed where it has several. Browsers leave"
              + " the Authorization header out of a HAR file unless sensitive data is asked for.")
  private @Nullable Integer entry;

  private final Environment environment;

  RequestOptions(Environment environment) {
    this.environment = environment;
  }

  /**
   * @throws InputException if there is no such file, or it holds no request
   */
  HttpRequest read() {
    OptionalInt chosen = entry == null ? OptionalInt.empty() : OptionalInt.of(entry);
    try {
      return file.equals("-")
          ? RequestFile.read("standard input", environment.in().readAllBytes(), chosen)
          : RequestFile.read(file, Files.readAllBytes(Path.of(file)), chosen);
    } catch (NoSuchFileException e) {
      throw InputException.of(
          "there is no request file " + file, "give the path of an existing file, or -");
    } catch (IOException e) {
      throw InputException.of(
          "cannot read the request from " + file + " (" + e.getClass().getSimpleName() + ")",
          "give a file that can be read, or -");
    }
  }
}
