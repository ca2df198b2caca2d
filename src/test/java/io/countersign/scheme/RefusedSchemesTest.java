package io.countersign.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every complaint about a scheme file says where, what, and what would be right. */
final class RefusedSchemesTest {
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
            "title: Acme",
            "titl: Acme",
            "2:1: unknown key 'titl' in a scheme; did you mean 'title'?"),
        change("title: Acme\n", "", "1:1: a scheme lacks the field 'title'; add 'title:'"),
        change(
            "title: Acme",
            "title: [Acme]",
            "2:8: 'title' is text, and here is a list; put it in quotes"),
        change(
            "scheme: acme",
            "scheme: other",
            "1:9: the scheme calls itself 'other' and its folder is 'acme'; give both the"
                + " same name"),
        change(
            "  - method",
            "  - methd",
            "10:5: there is no part 'methd' of a string to sign; did you mean 'method'?"),
        change(
            "  - method",
            "  - nonce",
            "10:5: there is no part 'nonce' of a string to sign; one of body, credential,"
                + " header, host, method, path, query, target, text, timestamp"),
        change(
            "  - method",
            "  - path: {form: decoded}",
            "10:11: the part 'path' has no settings; write '- path'"),
        change(
            "  - method",
            "  - method:",
            "10:12: the part 'method' has no settings; write '- method'"),
        change(
            "  - method",
            "  - [method]",
            "10:5: a part of the string to sign is a name, and here is a list"),
        change(
            "  - method",
            "  - {text: a, path: b}",
            "10:5: a part of the string to sign is a name, and here is a mapping"),
        change("  - method", "  - text", "10:5: 'text' is text, and here is a mapping"),
        change(
            "  - method",
            "  - text:  ",
            "10:10: the text is empty; put it in quotes, as in 'text: \" \"', or remove it"),
        change(
            "  - method",
            "  - query:",
            "10:11: the part 'query' is a mapping, and here is nothing"),
        change(
            "  - method",
            "  - header: X Y",
            "10:13: no message can carry this; 'X Y' is no header name"),
        change(
            "value: \"Acme {key}:{sig",
            "value: \"Acme key:{sig",
            "14:3: the key id 'key' is not sent; write {key} into an item of 'sent', or make its"
                + " role identifier"),
        change(
            "key: secret,",
            "key: secret, key-encoding: base64,",
            "8:43: the example of 'secret' is not base64; 'key-encoding' says that it is"),
        change(
            "max-age: PT5M",
            "max-age: 300",
            "16:44: '300' is no duration of a second or more; write it as in PT30M or PT45S"),
        change(
            "  - method",
            "  - text: 1",
            "10:11: 'text' is text, and here is a number; put it in quotes"),
        change(
            "  - method",
            "  - host: {prt: as-sent}",
            "10:12: unknown key 'prt' in the part 'host'; did you mean 'port'?"),
        change(
            "  - method",
            "  - host: {port: maybe}",
            "10:18: 'port' cannot be 'maybe'; one of as-sent, either, omitted"),
        change(
            "  - method",
            "  - query: {order: sorted}",
            "10:20: 'order' cannot be 'sorted'; one of as-sent, by-name, by-name-and-value"),
        change(
            "  - method",
            "  - target: {form: raw, befor: signature}",
            "10:25: unknown key 'befor' in the part 'target'; did you mean 'before'?"),
        change(
            "  - method",
            "  - header: x-auth",
            "10:5: the signature would sign itself: it is sent in the header x-auth; remove it"),
        change(
            "  - method",
            "  - credential: secret",
            "10:17: 'secret' is a secret and must not leave; name another field"),
        change(
            "  - method",
            "  - credential: kee",
            "10:17: the scheme has no credential 'kee'; did you mean 'key'?"),
        change(
            "  - method\n  - timestamp\n",
            "",
            "9:16: 'string-to-sign' is a list, and here is nothing"),
        change(
            "\n  - method\n  - timestamp\n",
            " []\n",
            "9:17: the string to sign has no parts; list them in order"),
        change(
            "key: secret,",
            "key: key,",
            "12:36: 'key' is no secret; name a credential whose role is secret"),
        change(
            "hmac-sha256",
            "hmac-sha265",
            "12:18: 'algorithm' cannot be 'hmac-sha265'; did you mean 'hmac-sha256'?"),
        change(
            "encoding: hex",
            "encoding: HEX",
            "12:54: 'encoding' cannot be 'HEX'; did you mean 'hex'?"),
        change("encoding: hex", "encoding: hex, salt: x", "12:59: unknown key 'salt' in 'mac'"),
        change(
            "mac: {",
            "password: {user: key, secret: secret}\nmac: {",
            "1:1: a scheme has either 'mac' or 'password'; write exactly one of them"),
        change(
            "mac: {algorithm: hmac-sha256, key: secret, encoding: hex}",
            "password: {user: key, secret: secret}",
            "10:3: a password signs nothing; remove 'string-to-sign'"),
        change(
            "{key}:{signature}",
            "{secret}:{signature}",
            "15:29: 'secret' is a secret and must not leave; name another field"),
        change(
            "{key}:{signature}",
            "{key}{signature}",
            "15:29: the braces of 'Acme {key}{signature}' do not fit; write {field}, with"
                + " some text between two fields"),
        change(
            "{key}:{signature}",
            "{key:{signature}",
            "15:29: the scheme has no credential 'key:{signature'"),
        change(
            "{key}:{signature}",
            "{key}:{signature",
            "15:29: the braces of 'Acme {key}:{signature' do not fit"),
        change(
            "{key}:{signature}",
            "{signature}:{signature}",
            "14:3: {signature} travels 2 times; one item of 'sent' carries it"),
        change(
            "{key}:{signature}",
            "{key}",
            "14:3: {signature} travels 0 times; one item of 'sent' carries it"),
        change(
            "{key}:{signature}",
            "{timestamp}:{signature}",
            "14:3: {timestamp} travels 2 times; one item of 'sent' carries it"),
        change(
            "header: X-Date",
            "header: X-Date, query: d",
            "14:5: a field travels in a header or in the query; write one of the two"),
        change(
            "header: X-Date",
            "header: X-Date, last: true",
            "14:28: 'last' says nothing of a header; remove it"),
        change(
            "header: X-Date",
            "query: d, or: [e]",
            "14:20: 'or' says nothing of a query parameter; remove it"),
        change(
            "header: X-Date",
            "query: d, last: 1",
            "14:22: 'last' is true or false, and here is a number"),
        change(
            "PT5M",
            "5 minutes",
            "16:44: '5 minutes' is no duration of a second or more; write it as in PT30M or PT45S"),
        change("PT5M", "PT0S", "16:44: 'PT0S' is no duration of a second or more; write it"),
        change("PT5M", "PT0.5S", "16:44: 'PT0.5S' has a fraction of a second; write whole seconds"),
        change("PT5M", "-PT5M", "16:44: '-PT5M' is no duration of a second or more; write it"),
        change("unix-seconds", "unix", "16:21: 'format' cannot be 'unix'; one of "),
        change(
            "timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}\n",
            "",
            "14:3: {timestamp} is sent and the scheme does not say its format;"
                + " add 'timestamp: {format: …}'"),
        change(
            "timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}\n",
            "profiles: {deployd: {}}\n",
            "14:3: {timestamp} is sent and the scheme does not say its format"),
        change(
            "  - {name: secret,",
            "  - {name: key,",
            "8:5: 'key' is here twice; rename one of the two"),
        change(
            "role: key-id",
            "role: keyid",
            "7:23: 'role' cannot be 'keyid'; did you mean 'key-id'?"),
        change(
            "  - {id: page, title: The page, file: none kept}\n",
            "  - {id: page, title: The page, file: x}\n  - {id: page, title: P, file: y}\n",
            "6:5: 'page' is here twice; rename one of the two"),
        change(
            "/{key}/things",
            "/{secret}/things",
            "21:43: 'secret' is a secret and must not leave; name another field"),
        change(
            "/{key}/things",
            "/{key/things",
            "21:43: the braces of '/{key/things' do not fit; write {field}, with some text between two fields"),
        change(
            "    - {name: things, method: GET, target: \"/{key}/things\", answer: '{}'}",
            "    []",
            "21:5: the service has no resources; list at least one"),
        change(
            "answer: '{}'}",
            "open: true, answer: '{}'}",
            "21:5: every resource is open; list one that needs a signature"),
        change("  refusal: '{}'\n", "", "18:3: 'service' lacks the field 'refusal'"));
  }

  @ParameterizedTest
  @CsvSource({
    "query, parameter sig, 'query: {omit: [sig]}'",
    "'query: {omit: [signature]}', parameter sig, 'query: {omit: [sig]}'",
    "target, parameter sig, 'target: {before: sig}'",
    "'target: {before: signature}', parameter sig, 'target: {before: sig}'"
  })
  void signatureInTheQueryThatItSigns_isRefused(String part, String carrier, String right) {
    AcmeScheme.assertRefused(
        root,
        inQuery(part),
        "10:5: the signature would sign itself: it is sent in the "
            + carrier
            + "; write '"
            + right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query: {omit: [sig]}",
        "target: {before: sig}",
        "target: {before: at}",
        "header: X-Auth"
      })
  void signatureBesideWhatItSigns_isTaken(String part) {
    assertThat(AcmeScheme.load(root, inQuery(part)).rules(Profile.DOCUMENTED).sent()).hasSize(2);
  }

  private static String inQuery(String part) {
    return AcmeScheme.GOOD
        .replace("- method", "- " + part)
        .replace("header: X-Date", "query: at")
        .replace("header: X-Auth, value: \"Acme ", "query: sig, value: \"");
  }

  @Test
  void timestampWithoutARule_isRefused() {
    String text =
        AcmeScheme.GOOD
            .replace("timestamp: {format: unix-seconds, max-age: PT5M, future: rejected}\n", "")
            .replace("  - {header: X-Date, value: \"{timestamp}\"}\n", "");

    AcmeScheme.assertRefused(
        root,
        text,
        "10:3: the string to sign has a timestamp and the scheme does not say its format;"
            + " add 'timestamp: {format: …}'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "a=b", "a&b"})
  void parameterThatWouldNotArrive_isRefused(String name) {
    AcmeScheme.assertRefused(
        root,
        AcmeScheme.GOOD.replace("header: X-Date", "query: " + name),
        "14:13: '" + name.replace("'", "") + "' is no name of a parameter");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void load_refusesAProfile(String profile, String message) {
    AcmeScheme.assertRefused(root, AcmeScheme.GOOD + profile, message);
  }

  static List<Arguments> load_refusesAProfile() {
    return List.of(
        Arguments.of(
            "profiles: {deployed: {title: x}}",
            "22:23: unknown key 'title' in a profile; one of mac, password, sent, string-to-sign,"
                + " timestamp"),
        Arguments.of(
            "profiles: {deplyed: {}}",
            "22:12: unknown key 'deplyed' in 'profiles'; did you mean 'deployed'?"),
        Arguments.of("profiles: {deployed: x}", "22:22: a profile is a mapping, and here is text"),
        Arguments.of("profiles: {}", "22:11: 'profiles' lacks the field 'deployed'"),
        Arguments.of(
            "profiles: {deployed: {sent: []}}", "22:29: {signature} travels 0 times; one item"));
  }

  private static Arguments change(String original, String replacement, String message) {
    return Arguments.of(original, replacement, message);
  }
}
