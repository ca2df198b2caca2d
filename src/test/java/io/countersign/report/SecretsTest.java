package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.Percent;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Document;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Cause;
import io.countersign.suite.Course;
import io.countersign.suite.Course.StepResult;
import io.countersign.suite.Disposition;
import io.countersign.suite.Ending;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.target.Role;
import io.countersign.target.TargetInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file that a run writes holds a secret, whatever field it came in by, in whatever form. */
class SecretsTest {
  /** Each format would escape one of its characters. */
  private static final String SECRET = "s3cr3t <&\"'\\/|*_+é> of ours";

  private static final String KEY = "open-key";

  private final Scheme scheme = FabricatedRun.schemes().scheme("ticketmatic-basic");
  private final Redactor redactor =
      Redactor.of(
          List.of(
              Credentials.of(
                  scheme, Map.of("accesskey", KEY, "secretkey", SECRET, "account", "club"))));

  @TempDir Path folder;

  @Test
  void write_keepsEverySecretOutOfEveryFile() throws IOException {
    Map<String, String> written = ReportFiles.write(folder, run(leak()), redactor).everything();

    assertThat(written.keySet()).anyMatch(name -> name.startsWith("index.html: data/attachments"));
    for (String form : forms()) {
      assertThat(written).allSatisfy((name, text) -> assertThat(text).doesNotContain(form));
    }
  }

  /** Else the test above would pass for reports that leave everything out. */
  @Test
  void write_showsThatSomethingWasTakenOut() throws IOException {
    Map<String, String> written = ReportFiles.write(folder, run(leak()), redactor).everything();

    assertThat(written.get("summary.json")).contains("[redacted]");
    assertThat(written.get("junit.xml")).contains("[redacted]");
    assertThat(written.get("summary.md")).contains("redacted");
    assertThat(written)
        .anySatisfy(
            (name, text) -> {
              assertThat(name).startsWith("index.html: data/attachments");
              assertThat(text).contains("[redacted]");
            });
  }

  private static String leak() {
    return String.join(" ; ", encodings());
  }

  private static List<String> encodings() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    byte[] basic = (KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
    return List.of(
        SECRET,
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        HexFormat.of().formatHex(bytes),
        HexFormat.of().withUpperCase().formatHex(bytes),
        Percent.encode(SECRET),
        "Basic " + Base64.getEncoder().encodeToString(basic));
  }

  /** The forms that went in, and what each format's escapes would have made of the plain one. */
  private static List<String> forms() {
    List<String> forms = new ArrayList<>(encodings());
    forms.add("s3cr3t");
    forms.add(Html.escape(SECRET));
    forms.add(Markdown.escape(SECRET));
    return forms;
  }

  private RunResult run(String leak) {
    Scheme leaking =
        new Scheme(
            leak,
            leak,
            leak,
            List.of(new Document(leak, leak, leak, Optional.of(leak))),
            scheme.credentialFields(),
            scheme.rules(),
            scheme.service(),
            scheme.folder());
    Requirement tested =
        new Requirement(leak, Level.MUST, leak, leak, leak, Disposition.ERRATUM, leak);
    Requirement untestable =
        new Requirement(leak + "2", Level.MAY, leak, leak, leak, Disposition.UNTESTABLE, leak);
    return new RunResult(
        new TargetInfo(TargetInfo.Kind.ADAPTER, leak),
        Profile.DOCUMENTED,
        1,
        FabricatedRun.START,
        Duration.ZERO,
        List.of(
            new SchemeResult(
                leaking,
                List.of(tested, untestable),
                Arrays.stream(Outcome.values()).map(each -> result(leak, each)).toList(),
                List.of(leak))));
  }

  private static CaseResult result(String leak, Outcome outcome) {
    return new CaseResult(
        new CaseId(leak, leak, leak, Role.VERIFIER),
        new Ending(
            outcome,
            leak,
            Optional.of(new Cause(leak, List.of(leak), List.of(leak))),
            Optional.empty(),
            Optional.of(leak)),
        new Course(
            List.of(new StepResult(leak, outcome, FabricatedRun.START, Duration.ZERO)),
            List.of(new Attachment(leak, leak)),
            List.of(leak),
            FabricatedRun.START,
            Duration.ZERO));
  }
}
