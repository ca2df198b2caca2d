package io.countersign.importer;

import io.countersign.document.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options of curl that say something about the request, and those that are known to say
 * nothing. Of an option that curl takes once, the last one counts, as it does there.
 */
@Command(name = "curl")
final class CurlOptions {
  @Parameters(arity = "0..*")
  private List<String> urls = new ArrayList<>();

  private final List<String> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final CurlData data = new CurlData();
  private @Nullable CurlUpload upload;

  @Option(names = {"-X", "--request"})
  @Nullable String method;

  @Option(names = {"-u", "--user"})
  @Nullable String user;

  @Option(names = {"-A", "--user-agent"})
  @Nullable String agent;

  @Option(names = {"-e", "--referer"})
  @Nullable String referer;

  @Option(names = {"-G", "--get"})
  boolean get;

  @Option(names = {"-I", "--head"})
  boolean head;

  @Option(names = "--path-as-is")
  boolean pathAsIs;

  @Option(names = {"-g", "--globoff"})
  boolean globOff;

  @Option(
      names = {
        "-s",
        "--silent",
        "-S",
        "--show-error",
        "-i",
        "--include",
        "-v",
        "--verbose",
        "-k",
        "--insecure",
        "-L",
        "--location",
        "-f",
        "--fail",
        "--fail-with-body",
        "-O",
        "--remote-name",
        "-J",
        "--remote-header-name",
        "-N",
        "--no-buffer",
        "-#",
        "--progress-bar",
        "--no-progress-meter",
        "--compressed",
        "-0",
        "--http1.0",
        "--http1.1",
        "--http2",
        "--http2-prior-knowledge",
        "--http3",
        "-4",
        "--ipv4",
        "-6",
        "--ipv6",
        "-1",
        "--tlsv1",
        "--tlsv1.2",
        "--tlsv1.3",
        "-q",
        "--disable",
        "-Z",
        "--tcp-nodelay",
        "--no-keepalive",
        "--create-dirs",
        "--ssl-reqd",
        "--no-sessionid"
      })
  private boolean[] harmless = {};

  @Option(
      names = {
        "-o",
        "--output",
        "-w",
        "--write-out",
        "-m",
        "--max-time",
        "--connect-timeout",
        "-D",
        "--dump-header",
        "-c",
        "--cookie-jar",
        "--cacert",
        "--capath",
        "-E",
        "--cert",
        "--key",
        "--cert-type",
        "--pass",
        "-x",
        "--proxy",
        "--noproxy",
        "--resolve",
        "--connect-to",
        "--interface",
        "--retry",
        "--retry-delay",
        "--retry-max-time",
        "--max-redirs",
        "--trace",
        "--trace-ascii",
        "--stderr",
        "--ciphers",
        "--limit-rate",
        "--unix-socket",
        "--proto",
        "--output-dir",
        "--keepalive-time"
      })
  private List<String> harmlessWithValue = new ArrayList<>();

  @Option(names = "--url")
  private void url(String url) {
    urls.add(url);
  }

  @Option(names = {"-H", "--header"})
  private void header(String line) {
    headers.add(line);
  }

  @Option(names = {"-b", "--cookie"})
  private void cookie(String cookie) {
    if (cookie.indexOf('=') < 0) {
      throw InputException.of(
          "curl's --cookie names a file here", "write the cookies themselves, as name=value");
    }
    cookies.add(cookie);
  }

  @Option(names = {"-n", "--netrc", "--netrc-optional"})
  private void netrc(boolean asked) {
    throw fromNetrc();
  }

  @Option(names = "--netrc-file")
  private void netrcFile(String file) {
    throw fromNetrc();
  }

  private static InputException fromNetrc() {
    return InputException.of(
        "curl takes user and password from .netrc here",
        "write them as --user name:password, or leave the option out where the request has an"
            + " Authorization header of its own");
  }

  @Option(names = {"-d", "--data", "--data-ascii"})
  private void data(String text) {
    data.text(text);
  }

  @Option(names = "--data-raw")
  private void raw(String text) {
    data.raw(text);
  }

  @Option(names = "--data-binary")
  private void binary(String text) {
    data.binary(text);
  }

  @Option(names = "--data-urlencode")
  private void encoded(String text) {
    data.encoded(text);
  }

  @Option(names = "--json")
  private void json(String text) {
    data.json(text);
  }

  @Option(names = {"-T", "--upload-file"})
  private void upload(String file) {
    if (upload != null) {
      throw InputException.of("the curl command uploads several files", "keep one of them");
    }
    upload = new CurlUpload(file);
  }

  @Option(names = {"-F", "--form", "--form-string"})
  private void form(String part) {
    throw InputException.of(
        "curl's --form puts a boundary between the parts that it draws anew each time, so the body"
            + " that was sent cannot be told from the command",
        "give the request as it was sent: as a raw message, or in a HAR file");
  }

  /** The one URL. */
  String url() {
    // There a ^ quotes the sign or the end of the line behind it.
    if (urls.stream().anyMatch(one -> one.startsWith("^"))) {
      throw InputException.of(
          "this was written for the command prompt of Windows", "copy it for bash");
    }
    if (urls.size() != 1) {
      throw InputException.of(
          "the curl command names " + (urls.isEmpty() ? "no URL" : urls.size() + " URLs"),
          urls.isEmpty()
              ? "write the URL behind curl"
              : "keep one of them, and put what has a space or & in it in quotes: "
                  + String.join(" ", urls));
    }
    return urls.get(0);
  }

  List<String> headers() {
    return headers;
  }

  List<String> cookies() {
    return cookies;
  }

  CurlData data() {
    return data;
  }

  Optional<CurlUpload> upload() {
    return Optional.ofNullable(upload);
  }
}
