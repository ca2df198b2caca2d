package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.Fields;
import io.countersign.document.Node;
import io.countersign.explain.DeviatingSigner;
import io.countersign.explain.Deviation;
import io.countersign.explain.SignerCatalogue;
import io.countersign.message.HttpRequest;
import io.countersign.message.RawMessage;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.TestSchemes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain} finds, and what it says of it. */
class ExplainTest {
  private static final String EARLIER = "2014-09-20T10:00:00Z";

  /** A request of one of a scheme's own calls, signed with a deviation. */
  private static String signed(String id, String url, String... deviations) {
    Scheme scheme = TestSchemes.builtIn(id);
    SignerCatalogue catalogue = SignerCatalogue.of(scheme, Profile.DOCUMENTED);
    List<Deviation> wrong = List.of(deviations).stream().map(catalogue::deviation).toList();
    HttpRequest request =
        DeviatingSigner.of(scheme, Profile.DOCUMENTED, Credentials.examples(scheme), wrong)
            .sign(HttpRequest.get(url), Instant.parse(ExplainRun.NOW))
            .request();
    return RawMessage.write(request).text();
  }

  @Test
  void explain_findsTheErratumOfThePrintedSignature() {
    Run run = ExplainRun.of(ExplainRun.PRINTED, "ticketevolution");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("rejected: signature-mismatch (the signature is not that of this request)\n\n")
        .contains(
            "\n\n2 explanations give exactly the signature that was sent, the most common"
                + " first.\n\n"
                + "1. The path was signed without its first segment.\n\n"
                + "  signed:   GET api.ticketevolution.com/brokerages?page=1&per_page=1\n"
                + "  expected: GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1\n"
                + "                                        ^\n\n"
                + "Fix: Sign the whole path")
        .contains("\nRule: ticketevolution/covers-path, Ticket Evolution API documentation,")
        .contains("\n2. Only the last segment of the path was signed.\nFix: Sign the whole path.\n")
        .doesNotContain("n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE=");
    assertThat(run.err())
        .isEqualTo(
            "countersign: no credentials given for ticketevolution: using its published"
                + " examples\n");
  }

  /** The first two mistakes give the same string; both have the third with them. */
  @Test
  void explain_givesEachExplanationAllOfItsFixes() {
    String inHex =
        ExplainRun.PRINTED.replace(
            "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0=",
            "a2119c1481c5def83be40f0aa60e362cdc6e42941926c4c12aff319d9012ceed");

    assertThat(ExplainRun.of(inHex, "ticketevolution").out())
        .contains("(the signature is in hex, and base64 is due)")
        .contains("1. 2 things together:", "2. 2 things together:")
        .containsPattern("(?s)Fix: .*Fix: .*2\\. 2 things.*Fix: .*Fix: ");
  }

  @Test
  void explain_saysHowFarAheadAnAcceptedRequestIs() {
    String ahead =
        Run.onInput(
                ExplainRun.UNSIGNED,
                "sign",
                "ticketmatic",
                "--request",
                "-",
                "--at",
                "2014-09-23T18:04:09Z")
            .out();
    Run run = ExplainRun.of(ahead, "ticketmatic");

    assertThat(run.status()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("accepted ")
        .contains("The signer's clock is 41 min 9 s ahead. It is accepted, since nothing in the")
        .contains("Not ruled: ticketmatic/future-timestamp, ");
    assertThat(
            Run.onInput(
                    ahead,
                    "explain",
                    "ticketmatic",
                    "--request",
                    "-",
                    "--at",
                    "2014-09-23T18:03:09Z")
                .out())
        .doesNotContain("ahead");
  }

  @Test
  void explain_breaksProseAtTheWidthOfTheTerminal() {
    String page =
        Run.with(
                Map.of("COLUMNS", "60"),
                ExplainRun.PRINTED,
                ExplainRun.arguments("ticketevolution"))
            .out();

    assertThat(page)
        .contains(
            "\nFix: Sign the whole path, with the version or prefix that it\n     begins with.\n"
                + "Rule: ticketevolution/covers-path, Ticket Evolution API\n"
                + "      documentation, \"Signature\" (a comparison of two\n"
                + "      versions of the page) › First sentence\n");
    assertThat(page.lines().skip(1)).allMatch(line -> line.length() <= 60);
  }

  @Test
  void explain_revealsTheSignatureOnlyWhenAsked() {
    assertThat(ExplainRun.of(ExplainRun.PRINTED, "ticketevolution", "--reveal").out())
        .endsWith(
            "\nThe signature that was expected: n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE=\n");
    assertThat(ExplainRun.of(ExplainRun.PRINTED, "ticketevolution", "--json", "--reveal").out())
        .contains("\"signature\":\"n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE=\"");
  }

  @Test
  void explain_findsThePageFollowedLiterallyUnderTheDeployedProfile() {
    String literal = Run.onInput(ExplainRun.UNSIGNED, "sign", "hoshinplan", "--request", "-").out();
    Run run = ExplainRun.of(literal, "hoshinplan", "--profile", "deployed");

    assertThat(ExplainRun.of(literal, "hoshinplan").status()).isZero();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("\nThe request was signed as the documentation says, which is not what the")
        .contains("timestamp=2014-09-23T17:23:00+00:00\n", "timestamp=2014-09-23T17%3A23%3A00%2B00")
        .contains("\nErratum: hoshinplan/erratum-decoded-mac, ")
        .contains("\nIt is right by the profile documented; it was held against the profile");
  }

  @ParameterizedTest
  @CsvSource({
    "ticketevolution, signature-in-hex, The string to sign is right: GET api",
    "ticketevolution, query-not-sorted, Rule: ticketevolution/sorted-query",
    "ticketevolution, final-newline-added, per_page=2↵",
    "ticketevolution, signature-missing, The string to sign that was expected:",
    "ticketevolution, header-without-x, Rule: ticketevolution/signature-header",
    "rmtrack, final-newline-left-out, 17:23:00 GMT↵",
    "ticketmatic, local-time-behind, behind UTC",
    "ticketmatic, signature-in-base64, Rule: ticketmatic/signature-form",
    "ticketmatic-basic, colon-left-out, Fix: Write user name"
  })
  void explain_namesTheMistake(String scheme, String deviation, String text) {
    String request = signed(scheme, "https://api.example.com/v9/x?per_page=2&page=1", deviation);
    Run run = ExplainRun.of(request, scheme, "--json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("{\"id\":\"" + deviation + "\"");
    assertThat(ExplainRun.of(request, scheme).out()).contains("Fix: ").contains(text);
  }

  @Test
  void explain_listsWhatWasDoneTogether() {
    String request =
        signed(
            "ticketevolution",
            "https://h.example/v9/x?b=2&a=1",
            "query-not-sorted",
            "final-newline-added");

    assertThat(ExplainRun.of(request, "ticketevolution").out())
        .contains("2 things together:\n  - The query was signed in the order", "\n  - A newline")
        .contains("a=1↵\n", "\nFix: Sort the parameters", "\nFix: Sign exactly the string;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticketmatic", "ticketmatic-basic", "rmtrack", "hoshinplan"})
  void explain_acceptsACorrectRequest(String scheme) {
    String signed = Run.onInput(ExplainRun.UNSIGNED, "sign", scheme, "--request", "-").out();
    Run run = ExplainRun.of(signed, scheme);

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("accepted\n");
    assertThat(ExplainRun.of(signed, scheme, "--json").out())
        .startsWith("{\"verdict\":\"accepted\",\"reason\":null,\"expected\":{\"stringToSign\":")
        .endsWith(
            ",\"explanations\":[],\"searched\":{\"hypotheses\":0,\"millis\":0,"
                + "\"exhausted\":true}}\n");
  }

  @Test
  void explain_json_isOfTheDocumentedShape() {
    Fields root =
        Fields.of(
            Documents.readJson(
                "out", ExplainRun.of(ExplainRun.PRINTED, "ticketevolution", "--json").out()),
            "an explanation",
            "verdict",
            "reason",
            "expected",
            "erratum",
            "explanations",
            "searched");
    assertThat(Fields.of(root.required("erratum"), "e", "requirement", "says").text("requirement"))
        .isEqualTo("ticketevolution/erratum-printed-signature");
    assertThat(root.text("verdict")).isEqualTo("rejected");
    assertThat(root.text("reason")).isEqualTo("signature-mismatch");
    assertThat(Fields.of(root.required("expected"), "e", "stringToSign").text("stringToSign"))
        .isEqualTo("GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1");
    Fields first = Fields.of(root.items("explanations").get(0), "e", "deviations", "stringToSign");
    assertThat(first.text("stringToSign"))
        .isEqualTo("GET api.ticketevolution.com/brokerages?page=1&per_page=1");
    Node deviation = first.items("deviations").get(0);
    assertThat(Fields.of(deviation, "d", "id", "title", "fix", "requirement").text("requirement"))
        .isEqualTo("ticketevolution/covers-path");
    Fields searched =
        Fields.of(root.required("searched"), "s", "hypotheses", "millis", "exhausted");
    assertThat(searched.requiredFlag("exhausted")).isTrue();
  }

  @Test
  void explain_asksForTheTimeOfAnOldRequest() {
    String old =
        Run.onInput(ExplainRun.UNSIGNED, "sign", "ticketmatic", "--request", "-", "--at", EARLIER)
            .out();

    assertThat(ExplainRun.of(old, "ticketmatic").err()).contains("--at");
    assertThat(ExplainRun.of(old, "ticketmatic", "--at", EARLIER).status()).isZero();
    assertThat(ExplainRun.of(old, "ticketmatic", "--at", ExplainRun.NOW).err())
        .doesNotContain("--at");
  }

  @Test
  void explain_neverShowsTheSecret() {
    String secret = "hidden-hidden";
    Map<String, String> variables =
        Map.of("COUNTERSIGN_ACCESSKEY", "public", "COUNTERSIGN_SECRETKEY", secret);
    String swapped =
        "GET https://example.com/"
            + secret
            + " HTTP/1.1\nx-rmtrack-date: Tue, 23 Sep 2014 17:23:00"
            + " GMT\nAuthorization: RMT "
            + secret
            + ":AAAA\n\n";

    for (String option : List.of("--reveal", "--json", "--no-color")) {
      Run run = Run.with(variables, swapped, ExplainRun.arguments("rmtrack", option));
      assertThat(run.out()).contains("[redacted]").doesNotContain(secret);
    }
  }
}
