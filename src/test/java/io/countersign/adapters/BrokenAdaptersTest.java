package io.countersign.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.CaseResult;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A correct adapter with one line broken is caught, and the requirement is the right one. */
class BrokenAdaptersTest {
  @TempDir Path folder;

  static List<Slip> signers() {
    return List.of(
        new Slip(
            "the query is not sorted",
            Example.PYTHON,
            "\"&\".join(sorted(parameters, key=lambda one: one.partition(\"=\")[0])).encode()",
            "\"&\".join(parameters).encode()",
            "ticketevolution/sorted-query"),
        new Slip(
            "the question mark is forgotten where there is no query",
            Example.NODE,
            "`${message.method} ${host}${message.path}?`",
            "`${message.method} ${host}${message.path}${message.query && '?'}`",
            "ticketevolution/question-mark"),
        new Slip(
            "the body is left out",
            Example.RUBY,
            "covered = with_body ? message.body : sorted",
            "covered = sorted",
            "ticketevolution/body-in-place-of-query"),
        new Slip(
            "hex for base64",
            Example.PHP,
            "$signature = base64_encode(self::mac($keys, $message, $message->host));",
            "$signature = bin2hex(self::mac($keys, $message, $message->host));",
            "ticketevolution/base64"),
        new Slip(
            "SHA-1 for SHA-256",
            Example.BASH,
            "hmac sha256 base64 \"$escaped\" \"$covered\"",
            "hmac sha1 base64 \"$escaped\" \"$covered\"",
            "ticketevolution/hmac-sha256"),
        new Slip(
            "SHA-256 for SHA-1",
            Example.PYTHON,
            "mac(\"sha1\", credentials[\"secretkey\"]",
            "mac(\"sha256\", credentials[\"secretkey\"]",
            "rmtrack/hmac-sha1"),
        new Slip(
            "the final newline is left out",
            Example.RUBY,
            "\"#{message.method}\\n#{message.path}\\n#{date}\\n\"",
            "\"#{message.method}\\n#{message.path}\\n#{date}\"",
            "rmtrack/final-newline"),
        new Slip(
            "the query is signed, too",
            Example.PHP,
            "\"$message->method\\n$message->path\\n$date\\n\"",
            "\"$message->method\\n$message->target\\n$date\\n\"",
            "rmtrack/path-alone"),
        new Slip(
            "local time",
            Example.NODE,
            "date(now).toISOString().slice(0, 19)",
            "new Date(date(now) - date(now).getTimezoneOffset() * 60000).toISOString()"
                + ".slice(0, 19)",
            "ticketmatic/timestamp-utc",
            "TZ=Asia/Tokyo"),
        new Slip(
            "the year of the week",
            Example.PYTHON,
            "stamp = utc(now).strftime(\"%Y-%m-%dT%H:%M:%S\")\n    return with_headers",
            "stamp = utc(now).strftime(\"%G-%m-%dT%H:%M:%S\")\n    return with_headers",
            "ticketmatic/timestamp-calendar-year"),
        new Slip(
            "a clock of twelve hours",
            Example.RUBY,
            "stamp = now.strftime('%Y-%m-%dT%H:%M:%S')\n    value",
            "stamp = now.strftime('%Y-%m-%dT%I:%M:%S')\n    value",
            "ticketmatic/timestamp-24-hours"),
        new Slip(
            "the account is left out",
            Example.BASH,
            "plain \"$key$account$stamp\"",
            "plain \"$key$stamp\"",
            "ticketmatic/string-to-sign"),
        new Slip(
            "lines of base64 are wrapped",
            Example.PYTHON,
            "return base64.b64encode(data).decode()",
            "return base64.encodebytes(data).decode().replace('\\n', ' ').strip()",
            "ticketmatic-basic/one-line"),
        new Slip(
            "values are signed as they are sent",
            Example.NODE,
            "mac('sha256', secret, DEPLOYED ? target : percentDecode(target))",
            "mac('sha256', secret, target)",
            "hoshinplan/valid-request"));
  }

  static List<Slip> verifiers() {
    return List.of(
        new Slip(
            "nothing expires",
            Example.RUBY,
            "require!(now - instant(\"#{stamp}Z\") <= 30 * 60, 'expired-timestamp')",
            "instant(\"#{stamp}Z\")",
            "ticketmatic/timestamp-window"),
        new Slip(
            "nothing expires",
            Example.NODE,
            "require(age <= 5n * NANOS_PER_MINUTE, 'expired-timestamp');",
            "",
            "hoshinplan/timestamp-window"),
        new Slip(
            "a second too long",
            Example.PYTHON,
            "require(age <= 5 * 60, \"expired-timestamp\")",
            "require(age <= 5 * 60 + 1, \"expired-timestamp\")",
            "hoshinplan/timestamp-window"),
        new Slip(
            "the method is ignored",
            Example.PHP,
            "\"$message->method\\n$message->path\\n$date\\n\"",
            "\"GET\\n$message->path\\n$date\\n\"",
            "rmtrack/covers-method"),
        new Slip(
            "the method is ignored",
            Example.BASH,
            "plain \"$method $1$path?${sorted[*]}\"",
            "plain \"GET $1$path?${sorted[*]}\"",
            "ticketevolution/covers-method"),
        new Slip(
            "only the beginning is compared",
            Example.PYTHON,
            "require(hmac.compare_digest(signature, ticketmatic_mac(credentials, stamp)),",
            "require(ticketmatic_mac(credentials, stamp).startswith(signature[:16]),",
            "ticketmatic/signature-value"),
        new Slip(
            "the beginning is enough",
            Example.NODE,
            "require(/^[0-9a-f]{64}$/.test(signature), 'malformed-signature');\n"
                + "    require(same(signature, this.hex(keys, stamp)), 'signature-mismatch');",
            "require(this.hex(keys, stamp).startsWith(signature), 'signature-mismatch');",
            "ticketmatic/signature-form"),
        new Slip(
            "any key will do",
            Example.PHP,
            "check($given === $key, 'unknown-key');",
            "",
            "ticketevolution/unknown-key"),
        new Slip(
            "broken base64 is taken",
            Example.RUBY,
            "  data = text.unpack1('m0')\n  require!(base64(data) == text, reason)\n",
            "  data = text.unpack1('m')\n",
            "rmtrack/signature-form"));
  }

  static Slip acceptAll() {
    return new Slip(
        "everything is accepted",
        Example.NODE,
        "scheme.verify(credentials, new Message(request), now);",
        "",
        "ticketevolution/covers-path");
  }

  static Slip rejectAll() {
    return new Slip(
        "everything is rejected",
        Example.RUBY,
        "scheme.verify(keys, Message.new(request), now)\n",
        "raise Rejected, 'no'\n",
        "ticketmatic/valid-request");
  }

  @ParameterizedTest
  @MethodSource("signers")
  void certify_catchesABrokenSigner(Slip slip) throws IOException {
    assertCaught(slip, run(slip, "@signer"));
  }

  @ParameterizedTest
  @MethodSource("verifiers")
  void certify_catchesABrokenVerifier(Slip slip) throws IOException {
    assertCaught(slip, run(slip, "@verifier"));
  }

  @Test
  void certify_ofOneThatAcceptsAll_failsEveryNegative() throws IOException {
    RunResult run = run(acceptAll(), "@verifier");

    assertCaught(acceptAll(), run);
    assertThat(Certification.requirements(run, Outcome.FAILED))
        .contains(
            "ticketevolution/covers-method",
            "ticketevolution/covers-query",
            "ticketevolution/covers-body",
            "ticketevolution/credential-required",
            "ticketevolution/signature-form",
            "ticketevolution/signature-value",
            "ticketevolution/unknown-key");
    assertThat(Certification.cases(run, Outcome.PASSED))
        .allSatisfy(
            result ->
                assertThat(result.course().steps().toString()).contains("Then it is accepted"));
  }

  @Test
  void certify_ofOneThatRejectsAll_passesNoNegative() throws IOException {
    RunResult run = run(rejectAll(), "@verifier");

    assertCaught(rejectAll(), run);
    assertThat(Certification.cases(run, Outcome.PASSED)).isEmpty();
    assertThat(Certification.cases(run, Outcome.INCONCLUSIVE))
        .isNotEmpty()
        .extracting(CaseResult::message)
        .allSatisfy(message -> assertThat(message).contains("was not accepted"));
  }

  private RunResult run(Slip slip, String tags) throws IOException {
    return Certification.of(slip.in(folder), slip.scheme()).tags(tags).run();
  }

  private static void assertCaught(Slip slip, RunResult run) {
    assertThat(run.verdict()).isEqualTo(RunVerdict.NOT_CONFORMANT);
    assertThat(Certification.requirements(run, Outcome.FAILED))
        .as(Certification.wrong(run))
        .contains(slip.requirement());
  }
}
