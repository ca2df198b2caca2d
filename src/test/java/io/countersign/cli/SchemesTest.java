package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.scheme.Algorithm;
import io.countersign.scheme.DigestPart;
import io.countersign.scheme.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemesTest {
  @TempDir private Path folder;

  @Test
  void schemes_listsThem() {
    Run run = Run.of("schemes");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().map(line -> line.split(" ")[0]))
        .contains("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic");
  }

  @Test
  void schemes_json_hasTheCredentialFields() {
    var all = Fields.itemsOf(Documents.readJson("out", Run.of("schemes", "--json").out()), "all");
    Fields first = Fields.open(all.get(0), "a scheme");

    assertThat(first.text("id")).isEqualTo("hoshinplan");
    assertThat(first.texts("credentials")).containsExactly("app_key", "secret");
    assertThat(first.texts("profiles")).containsExactly("documented", "deployed");
  }

  @Test
  void show_saysHowItSignsAndWhatStaysOpen() {
    assertThat(Run.of("schemes", "show", "rmtrack").out().replaceAll("\\s+", " "))
        .contains("the method the text \"\\n\" the path as sent")
        .contains("HMAC-SHA1, keyed with the secretkey")
        .contains("header Authorization: RMT {accesskey}:{signature}")
        .contains("the body can be changed after signing")
        .contains("a captured request can be sent again for ever");
  }

  /** Before it they would be the other command's. */
  @Test
  void show_wantsItsOptionsBehindIt() {
    Run run = Run.of("schemes", "--json", "show", "rmtrack");

    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("countersign: --json stands before 'show'; write it behind\n");
  }

  @Test
  void show_namesNoSecret() {
    assertThat(Run.of("schemes", "show", "rmtrack").out())
        .contains("countersign-access-key")
        .doesNotContain("countersign-example-secret");
  }

  @Test
  void show_json_hasTheProfilesThatDiffer() {
    Fields scheme =
        Fields.open(
            Documents.readJson("out", Run.of("schemes", "show", "hoshinplan", "--json").out()),
            "a scheme");
    assertThat(Fields.open(scheme.required("profiles"), "profiles").names())
        .isEqualTo(List.of("documented", "deployed"));
    assertThat(Run.of("schemes", "show", "hoshinplan", "--json", "--profile", "deployed").out())
        .doesNotContain("\"documented\"");
  }

  @Test
  void schemes_ofOnesOwnAreAdded() throws IOException {
    Path own = Files.createDirectories(folder.resolve("mine/own"));
    String text = Files.readString(Run.HOME.resolve("features/rmtrack/scheme.yaml"));
    Files.writeString(own.resolve("scheme.yaml"), text.replace("scheme: rmtrack", "scheme: own"));

    assertThat(Run.of("schemes", "--schemes", own.getParent().toString()).out())
        .contains("own ", "rmtrack ");
  }

  @Test
  void sharedOptionsWithoutUse_areTakenWithANote() {
    Run run = Run.of("schemes", "--at", "2014-09-23T17:23:00Z");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEqualTo("countersign: --at changes nothing here\n");
  }

  /** Of which only the first is what nearly every scheme has. */
  @Test
  void newline_isShownInAnotherWayThanABackslashAndAnN() {
    assertThat(new PartWords().of(new Part.Text("\n"))).isEqualTo("the text \"\\n\"");
    assertThat(new PartWords().of(new Part.Text("\\n"))).isEqualTo("the text \"\\\\n\"");
  }

  @Test
  void show_saysWhatIsHashedAndHow() {
    Path further = Run.HOME.resolve("src/test/resources/schemes");

    assertThat(
            Run.of("schemes", "show", "aws-signature-4", "--schemes", further.toString())
                .out()
                .replaceAll("\\s+", " "))
        .contains("the SHA-256, in lower-case hexadecimal, of [the method, then the text \"\\n\",")
        .contains("then the SHA-256, in lower-case hexadecimal, of [the body]]");
    assertThat(
            new PartWords()
                .of(new DigestPart(Algorithm.HMAC_MD5, Optional.empty(), List.of(new Part.Body()))))
        .isEqualTo("the MD5, as raw bytes, of [the body]");
  }

  @ParameterizedTest
  @CsvSource({
    "slack, documented, good for 5 minutes, accepted up to 5 minutes",
    "ticketmatic, documented, good for 30 minutes, accepted",
    "hoshinplan, deployed, good for 5 minutes, rejected",
    "rmtrack, documented, never too old, accepted",
  })
  void show_saysHowOldAndHowFarAheadATimestampMayBe(
      String scheme, String profile, String old, String ahead) {
    String further = Run.HOME.resolve("src/test/resources/schemes").toString();

    assertThat(
            Run.of("schemes", "show", scheme, "--profile", profile, "--schemes", further)
                .out()
                .replaceAll("\\s+", " "))
        .contains("; " + old + "; ahead of the verifier's clock it is " + ahead + " leaves open ");
  }

  @Test
  void show_saysHowTheKeyIsDerived() {
    Path further = Run.HOME.resolve("src/test/resources/schemes");

    assertThat(
            Run.of("schemes", "show", "aws-signature-4", "--schemes", further.toString())
                .out()
                .replaceAll("\\s+", " "))
        .contains(
            "HMAC-SHA256, keyed with what is derived from the secret_key: \"AWS4\" and it key the MAC"
                + " of the timestamp's day in UTC, that keys the MAC of the credential region, that"
                + " keys the MAC of the credential service, that keys the MAC of the text"
                + " \"aws4_request\", and that is the key");
  }

  @Test
  void show_saysWhatTheDigestThatIsSentIs() {
    String further = Run.HOME.resolve("src/test/resources/schemes").toString();

    assertThat(
            Run.of("schemes", "show", "content-md5", "--schemes", further)
                .out()
                .replaceAll("\\s+", " "))
        .contains("the text \",\" the digest as it is sent the text")
        .contains(
            "{digest} is the MD5, in base64 with padding, without line breaks, of [the body];")
        .contains("of [the body]; left out where there is no body timestamp")
        .contains("leaves open the host can be changed")
        .doesNotContain("the body can be changed");
  }

  @Test
  void everyPartHasWords() {
    assertThat(new PartWords().kinds())
        .as("a part without words cannot be shown")
        .isEqualTo(Set.of(Part.class.getPermittedSubclasses()));
  }
}
