package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that an erratum of the documents is behind, and some that none is behind. The signatures
 * are printed by the documents, or were computed by other means.
 */
class ExplainErrataTest {
  @TempDir Path folder;
  private String credentials;

  @BeforeEach
  void writeCredentials() throws Exception {
    credentials =
        Files.writeString(
                folder.resolve("mine.json"),
                "{\"app_key\": \"app-55\", \"secret\": \"hoshin secret\"}")
            .toString();
  }

  private String deployed(String target, String... more) {
    String[] options = new String[more.length + 5];
    System.arraycopy(more, 0, options, 5, more.length);
    options[0] = "--profile=deployed";
    options[1] = "--credentials";
    options[2] = credentials;
    options[3] = "--at";
    options[4] = "2024-07-05T15:04:09Z";
    String request = "GET " + target + " HTTP/1.1\nHost: www.hoshinplan.com\n\n";
    return ExplainRun.of(request, "hoshinplan", options).out();
  }

  @Test
  void clockAhead_isTheCauseWhereTheStringToSignIsRight() {
    String target =
        "/companies?app_key=app-55&timestamp=2024-07-05T15:04:40Z"
            + "&signature=0Tnynd7tWsv847AhWrRN/2moz/tlqI5I713Wte5qadE=";

    assertThat(deployed(target))
        .contains("The signer's clock is 31 s ahead.", "Rule: hoshinplan/future-rejected, ")
        .doesNotContain("Erratum", "as the documentation says", "explanations give");
  }

  @Test
  void encodedSignature_hasTheErratumThatIsAboutIt() {
    String target =
        "/companies?app_key=app-55&timestamp=2024-07-05T15:04:09Z"
            + "&signature=aKDwWLcgzAlCN1vCa25nBPe7zdCk%2FVLkFVQ9JAr0AV8%3D";

    assertThat(deployed(target))
        .contains("The signature was sent percent-encoded.")
        .contains("Erratum: hoshinplan/erratum-encoded-signature, ")
        .contains("It is right by the profile documented; it was held against the profile")
        .doesNotContain("erratum-decoded-mac", "explanations give");
    assertThat(deployed(target, "--json"))
        .contains("\"requirement\":\"hoshinplan/erratum-encoded-signature\"");
  }

  private static final String WRONG_EXAMPLE = "the documents print for an example, and that";

  @Test
  void printedSignature_isSaidToBeWrongOnThePage() {
    assertThat(ExplainRun.of(ExplainRun.PRINTED, "ticketevolution").out())
        .contains(WRONG_EXAMPLE)
        .contains("\nErratum: ticketevolution/erratum-printed-signature, ")
        .contains("not to the path\n  /v9/brokerages of the string beside it.\n");
    assertThat(ExplainRun.of(ExplainRun.PRINTED.replace("ohGc", "AAAA"), "ticketevolution").out())
        .doesNotContain(WRONG_EXAMPLE, "erratum-");
  }

  @Test
  void printedCall_isSaidToBeWrongOnThePage() {
    String call =
        "GET /companies?app_key=bb39caab63c3dd6524bcaa61ec4f3b4c"
            + "&timestamp=2024-12-04T14%3A55%3A06%2B00%3A00"
            + "&signature=x7/8VfSlr0DlSJ+N4xBEaL1+IwtmeunasI+hYtiDjd8= HTTP/1.1\n"
            + "Host: www.hoshinplan.com\n\n";

    assertThat(ExplainRun.of(call, "hoshinplan").out())
        .contains(WRONG_EXAMPLE, "\nErratum: hoshinplan/erratum-example-mismatch, ");
  }

  @Test
  void printedHeader_isSaidToBeWrongOnThePage() {
    String call =
        "GET / HTTP/1.1\nHost: apps.ticketmatic.com\nAuthorization: TM-HMAC-SHA256"
            + " key=242dda885ec6024f934a40c0 ts=2014-09-23T17:23:00"
            + " sign=c27dc92415cb20dca85fec44f31b60b522bc3c9e422cb24a35dfc8538a1ab570\n\n";

    assertThat(ExplainRun.of(call, "ticketmatic").out())
        .contains(WRONG_EXAMPLE, "\nErratum: ticketmatic/erratum-example-header, ");
  }
}
