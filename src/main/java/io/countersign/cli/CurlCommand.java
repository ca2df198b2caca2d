package io.countersign.cli;

import io.countersign.message.Header;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line for a POSIX shell and curl that sends a request as it stands: nothing normalised,
 * globbed, added or compressed on the way.
 */
final class CurlCommand {
  /** Headers that curl adds by itself unless it is told not to. */
  private static final List<String> UNASKED = List.of("User-Agent", "Accept");

  /** An argument may not be longer than this on common systems; they differ, so with a margin. */
  private static final int LONGEST_ARGUMENT = 100_000;

  private final List<String> words = new ArrayList<>();

  private CurlCommand() {}

  static String of(HttpRequest request) {
    CurlCommand command = new CurlCommand();
    Octets body = request.body();
    boolean piped = !body.isEmpty() && !isArgument(body);
    command.options(request);
    request.headers().all().forEach(command::header);
    UNASKED.forEach(name -> command.suppress(name, request));
    if (!body.isEmpty()) {
      command.suppress("Content-Type", request);
      command.suppress("Expect", request);
      command.words.add("--data-binary");
      command.words.add(piped ? "@-" : quoted(body.text()));
    }
    command.words.add(quoted(request.url().toString()));
    String line = String.join(" ", command.words);
    return piped ? "printf " + octal(body) + " | " + line : line;
  }

  private void options(HttpRequest request) {
    words.addAll(List.of("curl", "--http1.1", "--path-as-is", "--globoff"));
    // With --request HEAD curl would wait for a body that never comes.
    boolean head = request.method().equals("HEAD") && request.body().isEmpty();
    words.addAll(head ? List.of("--head") : List.of("--request", word(request.method())));
  }

  /** curl takes {@code Name:} as "leave it out" and {@code Name;} as "send it empty". */
  private void header(Header header) {
    String value = header.value();
    words.add("--header");
    words.add(quoted(value.isEmpty() ? header.name() + ";" : header.name() + ": " + value));
  }

  private void suppress(String name, HttpRequest request) {
    if (!request.headers().has(name)) {
      words.add("--header");
      words.add(quoted(name + ":"));
    }
  }

  /** Whether the body can stand in an argument and survive being copied into a terminal. */
  private static boolean isArgument(Octets body) {
    return body.length() < LONGEST_ARGUMENT
        && body.isText()
        && !body.text().startsWith("@")
        && body.text().chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  private static String word(String text) {
    return text.matches("[A-Za-z]+") ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A format of printf that writes these bytes; one that began with a dash would be an option. */
  private static String octal(Octets body) {
    StringBuilder format = new StringBuilder("'");
    for (byte octet : body.toBytes()) {
      int c = octet & 0xFF;
      boolean option = c == '-' && format.length() == 1;
      boolean plain = c > ' ' && c < 0x7F && "%\\'".indexOf(c) < 0 && !option;
      format.append(plain ? String.valueOf((char) c) : "\\%03o".formatted(c));
    }
    return format.append("'").toString();
  }
}
