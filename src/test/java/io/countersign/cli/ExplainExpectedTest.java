package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The string that should have been signed is one that somebody could sign, also where a field is
 * sent under another name or not at all. The signatures were computed by other means.
 */
class ExplainExpectedTest {
  private static final String DATE = "Fri, 05 Jul 2024 15:04:09 GMT";
  private static final String RIGHT =
      "The string to sign is right: GET↵/RMT/RMTrackApi/IssueDetails.ashx↵" + DATE + "↵\n";

  @TempDir Path folder;

  private String explained(String scheme, String credentials, String at, String... lines)
      throws Exception {
    String file = Files.writeString(folder.resolve("mine.json"), credentials).toString();
    String request = String.join("\n", lines) + "\n\n";
    return ExplainRun.of(request, scheme, "--credentials", file, "--at", at).out();
  }

  private String rmtrack(String... date) throws Exception {
    String[] lines = new String[date.length + 3];
    lines[0] = "GET /RMT/RMTrackApi/IssueDetails.ashx?IssueId=7&Fields=Summary HTTP/1.1";
    lines[1] = "Host: www.rmtrack.com";
    lines[2] = "Authorization: RMT rmKey01:bpp/GYk8poGTXSlGm01HBZlNqMQ=";
    System.arraycopy(date, 0, lines, 3, date.length);
    return explained(
        "rmtrack",
        "{\"accesskey\": \"rmKey01\", \"secretkey\": \"deadbeefcafe0123\"}",
        "2024-07-05T15:09:09Z",
        lines);
  }

  @Test
  void dateThatIsNotSent_isTheOneThatWasSigned() throws Exception {
    assertThat(rmtrack())
        .contains("The request carries no timestamp.", RIGHT, "Rule: rmtrack/date-required, ")
        .doesNotContain("expected:", "14:54");
  }

  @Test
  void dateUnderAnotherName_isTheOneThatIsSent() throws Exception {
    assertThat(rmtrack("x-rmt-date: " + DATE))
        .contains("is sent as x-rmt-date: {timestamp}.", RIGHT)
        .doesNotContain("expected:", "14:54");
  }

  private String hoshinplan(String query) throws Exception {
    return explained(
        "hoshinplan",
        "{\"app_key\": \"app-55\", \"secret\": \"hoshin secret\"}",
        "2024-07-05T15:04:09Z",
        "GET /companies?" + query + " HTTP/1.1",
        "Host: www.hoshinplan.com");
  }

  @Test
  void signatureUnderAnotherName_isNotSigned() throws Exception {
    assertThat(
            hoshinplan(
                "app_key=app-55&timestamp=2024-07-05T15%3A04%3A09%2B00%3A00"
                    + "&sign=6C3wmVynsUUIHcWptaqYisNwcKAe1K9o9hPCmMIvN64%3D"))
        .contains(
            "The string to sign is right: /companies?app_key=app-55"
                + "&timestamp=2024-07-05T15:04:09+00:00\n")
        .doesNotContain("expected:");
  }

  @Test
  void parameterUnderAnotherName_isSignedUnderItsOwnAlone() throws Exception {
    assertThat(
            hoshinplan(
                "appKey=app-55&timestamp=2024-07-05T15%3A04%3A09%2B00%3A00"
                    + "&signature=fStNbRNaZoNR4f0edOt4cDBFnOtg1safzcgBs3eczfU%3D"))
        .contains("  signed:   /companies?appKey=app-55&timestamp=2024-07-05T15:04:09+00:00\n")
        .contains("  expected: /companies?app_key=app-55&timestamp=2024-07-05T15:04:09+00:00\n");
  }
}
