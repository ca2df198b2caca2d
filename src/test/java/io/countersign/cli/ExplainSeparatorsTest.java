package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Strings that authors of clients put together with another separator than the scheme's. */
class ExplainSeparatorsTest {
  @TempDir private Path guide;

  @BeforeEach
  void writeTheGuidesScheme() throws IOException {
    Files.writeString(
        Files.createDirectory(guide.resolve("acme-freight")).resolve("scheme.yaml"),
        TestSchemes.ofTheGuide());
  }

  /** Else it would be no mistake of theirs that is explained. */
  @ParameterizedTest
  @EnumSource
  void stringWithTheSchemesSeparators_isRight(Author author) {
    Path schemes = author == Author.ACME ? guide : TestSchemes.further();
    Run run = author.explain(author.call(author.signature()), schemes);

    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  /** What was signed, with the escapes that Java has; and how that is called. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOSHINPLAN | /companiesapp_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00     | separator-before-query-left-out
          HOSHINPLAN | /companies app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00    | separator-before-query-changed
          HOSHINPLAN | /companies\\napp_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00 | separator-before-query-changed
          HOSHINPLAN | /companies&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00    | separator-before-query-changed
          RMTRACK | GET/a\\nTue, 23 Sep 2014 17:23:00 GMT\\n      | separator-before-path-left-out
          RMTRACK | GET\\n/aTue, 23 Sep 2014 17:23:00 GMT\\n      | separator-before-timestamp-left-out
          RMTRACK | GET\\n/a\\nTue, 23 Sep 2014 17:23:00 GMT\\\\n   | text-at-end-changed
          RMTRACK | GET /a\\nTue, 23 Sep 2014 17:23:00 GMT        | separator-before-path-changed
          RMTRACK | GET\\t/a\\tTue, 23 Sep 2014 17:23:00 GMT\\t    | joined-with-tab
          STRIPE | 1411492980{"id":1}      | separator-before-body-left-out
          STRIPE | 1411492980:{"id":1}     | separator-before-body-changed
          STRIPE | 1411492980\\n{"id":1}   | separator-before-body-changed
          STRIPE | 1411492980\\\\n{"id":1} | separator-before-body-changed
          TICKETEVOLUTION | GET:api.ticketevolution.com/v9/x?a=1    | separator-before-host-changed
          TICKETEVOLUTION | GET\\napi.ticketevolution.com/v9/x a=1  | separator-before-query-changed
          TICKETEVOLUTION | GET api.ticketevolution.com/v9/x??a=1   | separator-before-query-doubled
          TICKETEVOLUTION | GETapi.ticketevolution.com/v9/x?a=1     | spaces-left-out
          TICKETEVOLUTION | GET api.ticketevolution.com/v9/xa=1     | question-mark-left-out
          TICKETMATIC | 242dda885ec6024f934a40c0\\ncountersign2014-09-23T17:23:00        | separator-before-account-added
          TICKETMATIC | 242dda885ec6024f934a40c0countersign:2014-09-23T17:23:00         | separator-before-timestamp-added
          TICKETMATIC | 242dda885ec6024f934a40c0\\\\ncountersign\\\\n2014-09-23T17:23:00 | joined-with-escaped-newline
          """)
  void separator_isFound(Author author, String signed, String id) {
    String signature = author.signature(signed.translateEscapes());

    assertThat(author.explained(author.call(signature))).contains("\"id\":\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST/v1/parcels\\n\\n1411492980\\n{}         | The newline between the method and the path was left out of the string to sign.
          POST\\n/v1/parcels\\n\\n1411492980{}         | The newline between the timestamp and the body was left out of the string to sign.
          POST\\n/v1/parcels?\\n1411492980\\n{}        | A question mark stands between the path and the query and not the newline.
          POST /v1/parcels\\n\\n1411492980\\n{}        | A space stands between the method and the path and not the newline.
          POST\\n/v1/parcels\\n\\n1411492980\\\\n{}    | An escaped newline (\\\\n as two characters) stands between the timestamp and the body and not the newline.
          POST\\n/v1/parcels\\n\\n1411492980\\n\\n{}   | The newline stands twice between the timestamp and the body in the string to sign.
          POST_/v1/parcels__1411492980_{}          | The parts were joined with an underscore between them.
          """)
  void separatorInOnePlace_isNamedWithThePlace(String signed, String title) {
    String signature = Author.ACME.signature(signed.translateEscapes());
    Run run = Author.ACME.explain(Author.ACME.call(signature), guide);

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("\n" + title.translateEscapes() + "\n")
        .doesNotContain("explanations give");
  }
}
