package io.countersign.importer;

import io.countersign.document.InputException;
import io.countersign.document.Mark;
import io.countersign.document.ShellWords;
import io.countersign.message.Header;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A request as a curl command line, written for a POSIX shell, would send it: with the method, the
 * headers and the changes to the URL that are curl's own. Its User-Agent and what {@code
 * --compressed} accepts, which tell its version, are not among them.
 */
final class CurlRequest {
  private final CurlOptions options;

  private CurlRequest(CurlOptions options) {
    this.options = options;
  }

  /**
   * @param source the file's name, for messages
   * @throws InputException if a shell would make something else of the command, or an option is not
   *     known
   */
  static HttpRequest read(String source, String command) {
    try {
      List<String> words = ShellWords.splitPasted(command);
      return new CurlRequest(options(words.subList(1, words.size()))).request();
    } catch (InputException e) {
      throw e.within(Mark.startOf(source), "in this curl command");
    }
  }

  private static CurlOptions options(List<String> arguments) {
    CurlOptions options = new CurlOptions();
    CommandLine parser =
        new CommandLine(options)
            .setExpandAtFiles(false)
            .setOverwrittenOptionsAllowed(true)
            .setAllowOptionsAsOptionParameters(true)
            // curl has no --option=value: what follows -d is the data, an equals sign included.
            .setSeparator(" ");
    try {
      parser.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw InputException.of(
          "curl's option " + e.getUnmatched().get(0) + " is not known here",
          "leave it out if it says nothing about the request; else give the request as a raw"
              + " message");
    } catch (ParameterException e) {
      throw e.getCause() instanceof InputException cause
          ? cause
          : InputException.of(e.getMessage(), "correct the command");
    }
    return options;
  }

  private HttpRequest request() {
    return options.upload().map(this::uploading).orElseGet(this::sending);
  }

  private HttpRequest sending() {
    CurlData data = options.data();
    boolean sendsBody = data.isGiven() && !options.get;
    HttpRequest request =
        new HttpRequest(
            method(sendsBody), url(), headers(sendsBody), sendsBody ? data.octets() : Octets.EMPTY);
    return options.get && data.isGiven() ? request.withUrl(withQuery(request.url())) : request;
  }

  /** Without an Expect header, which curl adds or leaves out according to its version. */
  private HttpRequest uploading(CurlUpload upload) {
    if (options.data().isGiven() || options.head) {
      throw InputException.of(
          "curl takes only one of --upload-file, --head and data", "keep the one that was sent");
    }
    if (!options.globOff) {
      upload.requireNoPattern();
    }
    String method = options.method == null ? "PUT" : options.method;
    return new HttpRequest(method, upload.target(url()), headers(false), upload.octets());
  }

  private String method(boolean sendsBody) {
    if (options.method != null) {
      return options.method;
    }
    return options.head ? "HEAD" : sendsBody ? "POST" : "GET";
  }

  private RequestUrl withQuery(RequestUrl url) {
    String data = options.data().octets().text();
    String query = url.rawQuery().filter(one -> !one.isEmpty()).map(one -> one + "&").orElse("");
    return url.withQuery(Optional.of(query + data));
  }

  private RequestUrl url() {
    String text = options.url().split("#", 2)[0];
    RequestUrl url = RequestUrl.parse(text.contains("://") ? text : "http://" + text);
    if (!options.globOff) {
      url = url.withTarget(unglobbed(url.target()));
    }
    if (!options.pathAsIs) {
      String path = withoutDotSegments(url.path());
      url = url.withTarget(url.rawQuery().map(query -> path + "?" + query).orElse(path));
    }
    return url.withAuthority(withoutDefaultPort(url));
  }

  private static String unglobbed(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean escaped = i > 0 && target.charAt(i - 1) == '\\';
      if (!escaped && (c == '{' || c == '[' && !target.startsWith("[]", i))) {
        throw InputException.of(
            "curl takes the " + c + " in the URL for a pattern of several URLs",
            "add --globoff if it is a part of this one");
      }
    }
    return target.replaceAll("\\\\([\\[\\]{}])", "$1");
  }

  /** RFC 3986, section 5.2.4. */
  private static String withoutDotSegments(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String withoutDefaultPort(RequestUrl url) {
    String port = url.scheme().equalsIgnoreCase("https") ? ":443" : ":80";
    return url.authority().endsWith(port)
        ? url.authority().substring(0, url.authority().length() - port.length())
        : url.authority();
  }

  /** Those that were asked for, and curl's own where they were not. */
  private Headers headers(boolean sendsBody) {
    List<Header> own = new ArrayList<>();
    if (options.user != null) {
      own.add(new Header("Authorization", "Basic " + userAndPassword(options.user)));
    }
    if (options.agent != null) {
      own.add(new Header("User-Agent", options.agent));
    }
    own.add(new Header("Accept", options.data().isJson() ? "application/json" : "*/*"));
    if (options.referer != null) {
      own.add(new Header("Referer", options.referer));
    }
    if (!options.cookies().isEmpty()) {
      own.add(new Header("Cookie", String.join(";", options.cookies())));
    }
    if (sendsBody) {
      own.add(
          new Header(
              "Content-Type",
              options.data().isJson() ? "application/json" : "application/x-www-form-urlencoded"));
    }
    for (String line : options.headers()) {
      String name = line.split("[:;]", 2)[0];
      own.removeIf(header -> header.isNamed(name));
    }
    options.headers().forEach(line -> asked(line).ifPresent(own::add));
    return new Headers(own);
  }

  private static String userAndPassword(String user) {
    if (user.indexOf(':') < 0) {
      throw InputException.of(
          "curl asks for the password of --user", "write user:password as curl would send them");
    }
    return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  /** curl takes {@code Name:} as "leave it out" and {@code Name;} as "send it empty". */
  private static Optional<Header> asked(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("@")) {
      throw InputException.of("curl's --header names a file here", "write the headers themselves");
    }
    if (colon < 0) {
      if (!line.endsWith(";")) {
        throw InputException.of(
            "the header '" + line + "' has no colon", "put all of Name: value in quotes");
      }
      return Optional.of(new Header(line.substring(0, line.length() - 1), ""));
    }
    String value = line.substring(colon + 1).strip();
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Header(line.substring(0, colon), value));
  }
}
