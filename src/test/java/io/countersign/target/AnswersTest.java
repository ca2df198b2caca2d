package io.countersign.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.conformance.SchemeCopy;
import io.countersign.message.Headers;
import io.countersign.message.Octets;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Schemes;
import io.countersign.target.http.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static Judged judged(int status, String phrase, Headers headers, String body) {
    return judged(Samples.scheme("rmtrack"), status, phrase, headers, body);
  }

  private static Judged judged(
      Scheme scheme, int status, String phrase, Headers headers, String body) {
    return Answers.judged(
        new Reply.Answer(
            status, "HTTP/1.1 " + status + " " + phrase, headers, Octets.of(body), false),
        scheme);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void success_isAccepted(int status) {
    assertThat(judged(status, "", Headers.NONE, "")).isInstanceOf(Judged.Accepted.class);
  }

  @Test
  void unauthorized_isRejected_withTheReasonOfTheDocumentedForm() {
    Judged judged =
        judged(401, "Unauthorized", Headers.NONE, "{\"error\":\"Unauthorized: unknown-key\"}");
    assertThat(judged)
        .isEqualTo(
            new Judged.Rejected(
                "unknown-key",
                "HTTP/1.1 401 Unauthorized\n\n{\"error\":\"Unauthorized: unknown-key\"}"));
  }

  @Test
  void unauthorized_inOtherWords_isRejectedWithoutReason() {
    Judged judged = judged(401, "Unauthorized", Headers.NONE, "<html>");
    assertThat(((Judged.Rejected) judged).reason()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 404, 500, 503})
  void anythingElse_isRefusedOtherwise(int status) {
    assertThat(judged(status, "", Headers.NONE, "")).isInstanceOf(Judged.RefusedOtherwise.class);
  }

  @Test
  void refusal_isOfTheDocumentedStatus(@TempDir Path folder) throws IOException {
    SchemeCopy.below(folder, "rmtrack")
        .edit(
            "scheme.yaml", text -> text.replace("  refusal:", "  refusal-status: 403\n  refusal:"));
    Scheme scheme = Schemes.in(List.of(folder)).scheme("rmtrack");

    assertThat(judged(scheme, 403, "", Headers.NONE, "")).isInstanceOf(Judged.Rejected.class);
    assertThat(judged(scheme, 401, "", Headers.NONE, ""))
        .isInstanceOf(Judged.RefusedOtherwise.class);
  }

  @Test
  void redirect_saysWhereTo() {
    Judged judged = judged(302, "Found", Headers.NONE.with("Location", "/login"), "");
    assertThat(((Judged.RefusedOtherwise) judged).what()).isEqualTo("302 Found to /login");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429})
  void whatSaysNothingOfTheSignature_isAFault(int status) {
    assertThat(judged(status, "", Headers.NONE, "")).isInstanceOf(Judged.Fault.class);
  }

  @Test
  void fault_isAFault() {
    assertThat(
            Answers.judged(
                new Reply.Fault(Reply.Fault.Kind.RESET, "reset"), Samples.scheme("rmtrack")))
        .isEqualTo(new Judged.Fault("reset"));
  }
}
