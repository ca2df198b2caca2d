package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongInputTest {
  private static final String REQUEST = "GET https://example.com/a HTTP/1.1\n\n";

  @TempDir private Path folder;

  /** What its own verifier would refuse is no signed request. */
  @Test
  void sign_refusesSecondHeaderOfOneThatIsSigned() {
    Run run =
        Run.onInput(
            "GET /v9/x HTTP/1.1\nHost: a.example\nHost: b.example\n\n",
            "sign",
            "ticketevolution",
            "--request",
            "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("the header Host is signed, and the request has it more than once; leave one");
  }

  /** picocli takes an argument for optional unless it is told so, whatever its arity. */
  @Timeout(60)
  @ParameterizedTest
  @CsvSource({
    "sign --request -, SCHEME",
    "verify --request -, SCHEME",
    "explain --request -, SCHEME",
    "serve, SCHEME",
    "schemes show, SCHEME",
    "vectors check, FILE"
  })
  void command_refusesToGoWithoutItsArgument(String command, String missing) {
    Run run = Run.onInput(REQUEST, command.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("countersign: Missing required parameter: '" + missing + "'\nTry '");
  }

  @Timeout(60)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sgn|there is no command 'sgn'|Did you mean: countersign sign?|countersign",
        "--nosuch|unknown option --nosuch; options stand behind the command||countersign",
        "sign rmtrack --request - --nosuch|unknown option --nosuch||countersign sign",
        "sign rmtrack --reqest -|unknown option --reqest|Possible solutions: --request"
            + "|countersign sign",
        "sign rmtrack more --request -|nothing is to be done with 'more'||countersign sign",
        "schemes shw|nothing is to be done with 'shw'"
            + "|Did you mean: countersign schemes show?|countersign schemes"
      })
  void command_saysWhatIsTooMuch_byItsWholeName(
      String line, String message, String suggestion, String name) {
    Run run = Run.onInput(REQUEST, line.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .startsWith("countersign: " + message)
        .contains(suggestion == null ? "countersign: " + message : suggestion)
        .endsWith("Try '" + name + " --help'.");
  }

  /** Whatever is an argument is seen by every user of the machine, and in the logs of a job. */
  @ParameterizedTest
  @CsvSource({
    "--secretkey s3cr3t, --secretkey",
    "--secretkey=s3cr3t, --secretkey",
    "--app-key=s3cr3t, --app-key",
    "--Token s3cr3t, --Token"
  })
  void option_forACredential_isRefusedWithoutItsValue(String options, String name) {
    Run run = Run.onInput(REQUEST, ("sign rmtrack --request - " + options).split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "countersign: unknown option "
                + name
                + "; credentials come from a file (--credentials) or the environment, never from an"
                + " argument")
        .doesNotContain("s3cr3t");
  }

  @Test
  void sign_refusesUnknownScheme() {
    assertOneMessage(
        Run.onInput(REQUEST, "sign", "rmtrak", "--request", "-"),
        "there is no scheme 'rmtrak'; did you mean 'rmtrack'?");
  }

  @Test
  void sign_refusesMissingCredentialsFile() {
    Path none = folder.resolve("none.yaml");
    assertOneMessage(
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", none.toString()),
        "there is no file " + none);
  }

  @Test
  void vectorsCheck_refusesMalformedFile() throws IOException {
    Path file =
        write("v.json", "{\"scheme\":\"rmtrack\",\"vectors\":[{\"id\":\"a\",\n \"op\" 5}]}");
    assertOneMessage(Run.of("vectors", "check", file.toString()), file + ":2:");
  }

  @Test
  void sign_refusesRequestWithoutRequestLine() throws IOException {
    Path file = write("r.http", "Accept: */*\n\n");
    assertOneMessage(
        Run.of("sign", "rmtrack", "--request", file.toString(), "--quiet"),
        file + ":1:1: this is no request line");
  }

  @Test
  void verify_refusesMissingRequestFile() {
    assertOneMessage(
        Run.of("verify", "rmtrack", "--request", folder.resolve("none").toString()),
        "there is no request file");
  }

  @Test
  void sign_refusesIncompleteCredentials_namingFieldsAndVariables() {
    assertOneMessage(
        Run.with(
            Map.of("COUNTERSIGN_SECRETKEY", "s"), REQUEST, "sign", "ticketmatic", "--request", "-"),
        "lack accesskey, account; set COUNTERSIGN_ACCESSKEY, COUNTERSIGN_ACCOUNT");
  }

  @Test
  void sign_refusesUnknownCredentialField_namingTheSchemes() throws IOException {
    Path file = write("c.yaml", "accesskey: a\ntoken: b\n");
    assertOneMessage(
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", file.toString()),
        file
            + ":2:1: unknown field 'token' in the credentials; those of rmtrack are accesskey,"
            + " secretkey");
  }

  @Test
  void sign_refusesNumberAsCredential_askingForQuotes() throws IOException {
    Path file = write("c.yaml", "accesskey: a\nsecretkey: 12345678\n");
    Run run =
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", file.toString());
    assertOneMessage(run, file + ":2:12: 'secretkey' is text, and here is a number");
    assertThat(run.err()).contains("put it in quotes").doesNotContain("12345678");
  }

  @Test
  void sign_refusesCredentialThatNoVerifierWouldReadAgain() throws IOException {
    Path file = write("c.yaml", "accesskey: 'a:pasted'\nsecretkey: s\n");
    Run run =
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", file.toString());
    assertOneMessage(
        run,
        "the credential 'accesskey' is one that the header Authorization: RMT"
            + " {accesskey}:{signature} cannot carry; it would arrive as 'a': give it");
    assertThat(run.err()).as("it may be a secret").doesNotContain("pasted");
  }

  @Test
  void sign_neverQuotesAMalformedCredentialsFile() throws IOException {
    Path file = write("c.json", "{\"accesskey\": \"a\", \"secretkey\": topsecret}");
    Run run =
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--credentials", file.toString());
    assertOneMessage(run, file + ":1:");
    assertThat(run.err()).doesNotContain("topsec");
  }

  @Test
  void usageErrors_pointToHelp() {
    Run run = Run.of("sign", "rmtrack");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("countersign: Missing required option: '--request=FILE'")
        .contains("Try 'countersign sign --help'.");
    assertThat(Run.of("sing").err())
        .startsWith("countersign: there is no command 'sing'")
        .contains("countersign sign");
    assertThat(Run.of("verify", "rmtrack", "--request", "-", "--at", "noon").status()).isEqualTo(2);
    assertThat(Run.of("verify", "rmtrack", "--request", "-", "--profile", "x").err())
        .contains("one of documented, deployed");
    assertThat(Run.of().status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve rmtrack --port many|'many' is no whole number",
        "certify --seed 99999999999999999999|no whole number, or too large a one",
        "sign rmtrack --request - --at +10000-01-01T00:00:00Z|is no point in time",
        "sign rmtrack --request - --at -0001-12-31T23:59:59Z|is no point in time"
      })
  void values_areSpokenOfInWordsForPeople(String line, String says) {
    Run run = Run.onInput(REQUEST, line.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(says).doesNotContain(" long", " int\n");
  }

  @ParameterizedTest
  @CsvSource({"--request", "--credentials"})
  void sign_saysThatAFileIsAFolder_orHasNoName(String option) {
    for (String name : List.of(folder.toString(), "")) {
      Run run =
          option.equals("--request")
              ? Run.of("sign", "rmtrack", "--request", name)
              : Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", option, name);

      assertOneMessage(run, name.isEmpty() ? "is empty; give the path" : name + " is a folder; ");
      assertThat(run.err()).doesNotContain("Exception");
    }
  }

  @Test
  void sign_refusesContradictingFormats() {
    assertOneMessage(
        Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--json", "--format", "curl"),
        "contradict each other");
  }

  @Test
  void debug_showsWhereItHappened() {
    Run run = Run.with(Map.of("COUNTERSIGN_DEBUG", "1"), REQUEST, "sign", "no", "--request", "-");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("\tat io.countersign.");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertOneMessage(Run run, String text) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("countersign: ").contains(text);
    assertThat(run.err().lines()).as("one message, no stack trace").hasSize(1);
  }
}
