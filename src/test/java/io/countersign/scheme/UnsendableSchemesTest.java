package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no message can carry, or no verifier could tell apart, is refused where a file says it. */
final class UnsendableSchemesTest {
  @TempDir private Path root;

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void load_refuses(String original, String replacement, String message) {
    assertThat(AcmeScheme.GOOD).contains(original);
    AcmeScheme.assertRefused(root, AcmeScheme.GOOD.replace(original, replacement), message);
  }

  static List<Arguments> load_refuses() {
    return List.of(
        change(
            "header: X-Date",
            "header: X Date",
            "14:14: no message can carry this; 'X Date' is no header name"),
        change(
            "header: X-Date",
            "header: X-Date, or: [X:Date]",
            "14:26: no message can carry this; 'X:Date' is no header name"),
        change(
            "header: X-Date",
            "header: Content-Length",
            "14:14: the header Content-Length belongs to the message itself; name another header"),
        change(
            "header: X-Date",
            "header: x-auth",
            "15:14: the header X-Auth is here twice; write one item, with all its fields"),
        change(
            "header: X-Date",
            "header: X-Date, or: [X-auth]",
            "15:14: the header X-Auth is here twice"),
        change(
            "header: X-Date, value: \"{timestamp}\"}\n  - {header: X-Auth",
            "query: d, value: \"{timestamp}\"}\n  - {query: d",
            "15:13: the parameter d is here twice"),
        change(
            "Acme {key}",
            "Acme\\n{key}",
            "15:29: no message can carry this; the value of the header X-Auth contains a line"),
        change(
            "example: k}",
            "example: ''}",
            "7:40: the example of 'key' is empty; make one up where none is published"),
        change(
            "{name: key,",
            "{name: timestamp,",
            "7:12: {timestamp} has a meaning of its own in templates; give the credential another"),
        change(
            "https://acme.example",
            "acme.example",
            "18:9: no message can carry this; 'acme.example' is no absolute URL"),
        change(
            "https://acme.example",
            "https://acme.example/",
            "18:9: 'https://acme.example/' is more than scheme and host; write what follows"),
        change(
            "https://acme.example",
            "https://acme.example?a",
            "18:9: 'https://acme.example?a' is more than scheme and host"),
        change(
            "\"/{key}/things\"",
            "things",
            "21:43: the target 'things' does not begin with /; write path and query"),
        change("/{key}/things", "/{key}/two things", "21:43: no message can carry this; the URL"),
        change(
            "method: GET",
            "method: G T",
            "21:30: no message can carry this; 'G T' is no HTTP method"),
        change(
            "method: GET",
            "method: GET, content-type: \"a\\nb\"",
            "21:49: no message can carry this; the value of the header Content-Type"),
        change(
            "answer: '{}'}",
            "answer: '{}'}\n    - {name: things, method: GET, target: /b, answer: '{}'}",
            "22:7: 'things' is here twice; rename one of the two"));
  }

  private static Arguments change(String original, String replacement, String message) {
    return Arguments.of(original, replacement, message);
  }
}
