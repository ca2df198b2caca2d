package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignAndVerifyTest {
  private static final String REQUEST =
      "POST https://api.example.com/v9/x?b=2&a=1 HTTP/1.1\nAccept: */*\n\n{\"name\":\"café\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ticketmatic, http, documented",
    "ticketmatic-basic, json, documented",
    "ticketevolution, http, deployed",
    "rmtrack, json, documented",
    "hoshinplan, http, documented",
    "hoshinplan, json, deployed"
  })
  void whatWasSigned_isAccepted(String scheme, String format, String profile) {
    Run signed =
        Run.onInput(
            REQUEST, "sign", scheme, "--request", "-", "--format", format, "--profile", profile);
    Run verified =
        Run.onInput(signed.out(), "verify", scheme, "--request", "-", "--profile", profile);

    assertThat(signed.status()).isZero();
    assertThat(verified.status()).isZero();
    assertThat(verified.out()).isEqualTo("accepted\n");
  }

  @Test
  void sign_printsTheMessageToTheByte() {
    Run run = Run.onInput(REQUEST, "sign", "ticketevolution", "--request", "-");

    assertThat(run.out())
        .startsWith("POST /v9/x?b=2&a=1 HTTP/1.1\r\nHost: api.example.com\r\nAccept: */*\r\n")
        .contains("\r\nX-Token: abc\r\n")
        .endsWith("\r\n\r\n{\"name\":\"café\"}");
    assertThat(run.err())
        .isEqualTo(
            "countersign: no credentials given for ticketevolution: using its published"
                + " examples\n");
  }

  /** Of one who puts a secret where it does not belong. */
  @Test
  void sign_showsNoSecretInTheStringToSign() throws IOException {
    Path credentials = folder.resolve("mine.yaml");
    Files.writeString(credentials, "token: mine\nsecret: s3cr3t-of-mine\n");

    Run run =
        Run.onInput(
            "GET https://api.example.com/v9/x?key=s3cr3t-of-mine HTTP/1.1\n\n",
            "sign",
            "ticketevolution",
            "--request",
            "-",
            "--show-string-to-sign",
            "--credentials",
            credentials.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEqualTo("GET api.example.com/v9/x?key=[redacted]\n");
  }

  @Test
  void sign_headers_areThoseOfTheSignatureAlone() {
    Run run = Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--format", "headers");

    assertThat(run.out())
        .matches(
            "x-rmtrack-date: Tue, 23 Sep 2014 17:23:00 GMT\nAuthorization: RMT [^ ]+:[^ ]+=\n");
  }

  @Test
  void sign_headers_areTheUrlWhereTheQueryIsSigned() {
    assertThat(
            Run.onInput(REQUEST, "sign", "hoshinplan", "--request", "-", "--format", "headers")
                .out())
        .startsWith("https://api.example.com/v9/x?b=2&a=1&app_key=")
        .contains("&timestamp=2014-09-23T17%3A23%3A00%2B00%3A00&signature=");
  }

  @Test
  void verify_saysWhyItRejects() {
    Run signed =
        Run.onInput(
            REQUEST, "sign", "ticketmatic", "--request", "-", "--at", "2014-09-23T16:00:00Z");
    Run verified = Run.onInput(signed.out(), "verify", "ticketmatic", "--request", "-");

    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.out())
        .isEqualTo("rejected: expired-timestamp\nit is 1 h 23 min old and may be 30 min\n");
  }

  @Test
  void verify_json_isOneObject() {
    Run rejected = Run.onInput(REQUEST, "verify", "ticketmatic", "--request", "-", "--json");
    Fields verdict = Fields.open(Documents.readJson("out", rejected.out()), "a verdict");

    assertThat(rejected.status()).isEqualTo(1);
    assertThat(verdict.names()).containsExactly("verdict", "reason", "detail", "stringToSign");
    assertThat(verdict.text("verdict")).isEqualTo("rejected");
    assertThat(verdict.text("reason")).isEqualTo("missing-credential");
  }

  @Test
  void verify_json_givesTheStringToSignOfWhatItAccepts() {
    String signed = Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-").out();
    Run accepted = Run.onInput(signed, "verify", "rmtrack", "--request", "-", "--json");

    Fields verdict = Fields.open(Documents.readJson("out", accepted.out()), "a verdict");

    assertThat(verdict.text("stringToSign"))
        .isEqualTo("POST\n/v9/x\nTue, 23 Sep 2014 17:23:00 GMT\n");
  }

  /** The published secret of this scheme is xyz, and no secret. */
  @Test
  void verify_showsPublishedExamplesAsTheyAre() {
    String request = "GET https://example.com/xyz HTTP/1.1\n\n";
    String signed = Run.onInput(request, "sign", "ticketevolution", "--request", "-").out();
    Run accepted = Run.onInput(signed, "verify", "ticketevolution", "--request", "-", "--json");

    assertThat(accepted.out()).contains("\"stringToSign\":\"GET example.com/xyz?\"");
  }

  @Test
  void verify_neverQuotesASecretThatStandsInTheRequest() {
    Map<String, String> variables =
        Map.of("COUNTERSIGN_ACCESSKEY", "public", "COUNTERSIGN_SECRETKEY", "hidden-hidden");
    String swapped =
        "GET https://example.com/ HTTP/1.1\nx-rmtrack-date: Tue, 23 Sep 2014 17:23:00 GMT\n"
            + "Authorization: RMT hidden-hidden:AAAA\n\n";

    Run run = Run.with(variables, swapped, "verify", "rmtrack", "--request", "-");

    assertThat(run.out()).startsWith("rejected: unknown-key").doesNotContain("hidden-hidden");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void credentials_inAFileAreCompletedByTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "accesskey: from-file\n");
    Run run =
        Run.with(
            Map.of("COUNTERSIGN_ACCESSKEY", "from-variable", "COUNTERSIGN_SECRETKEY", "s"),
            REQUEST,
            "sign",
            "rmtrack",
            "--request",
            "-",
            "--credentials",
            file.toString());

    assertThat(run.out()).contains("Authorization: RMT from-file:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void credentials_inTheEnvironmentHaveNoHyphens() {
    Run run =
        Run.with(
            Map.of("COUNTERSIGN_APP_KEY", "mine", "COUNTERSIGN_SECRET", "s"),
            REQUEST,
            "sign",
            "hoshinplan",
            "--request",
            "-");

    assertThat(run.out()).contains("app_key=mine");
  }

  @Test
  void quiet_leavesStandardErrorEmpty() {
    assertThat(Run.onInput(REQUEST, "sign", "rmtrack", "--request", "-", "--quiet").err())
        .isEmpty();
  }
}
