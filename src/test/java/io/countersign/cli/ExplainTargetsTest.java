package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.scheme.TestSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the signature travels in the query: what authors of clients take for the part to sign. */
class ExplainTargetsTest {
  private static final String SIGNED =
      "/companies?name=a b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c"
          + "&timestamp=2014-09-23T17:23:00+00:00";

  /** Else it would be no mistake of theirs that is explained. */
  @Test
  void wholeTarget_isRight() {
    Run run = Author.HOSHINPLAN.explain(call(SIGNED), TestSchemes.further());

    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /companies?name=a b&page=2                                                            | added-parameters-left-out
          /companies?app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00 | call-parameters-left-out
          /companies?name=a b&page=2&timestamp=2014-09-23T17:23:00+00:00                        | app-key-parameter-left-out
          /companies?name=a b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c                   | timestamp-parameter-left-out
          /companies                                                                            | target-without-query
          /companies?                                                                           | target-without-query
          name=a b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00 | target-without-path
          ?name=a b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00 | target-without-path
          /companies?name=a%20b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17%3A23%3A00%2B00%3A00 | escapes-not-decoded
          /companies?name=a b&page=2&app_key=bb39caab63c3dd6524bcaa61ec4f3b4c&timestamp=2014-09-23T17:23:00+00:00&signature= | signature-parameter-signed-empty
          """)
  void otherPartOfTheTarget_isFound(String signed, String id) {
    assertThat(Author.HOSHINPLAN.explained(call(signed)))
        .contains("\"id\":\"" + id + "\"")
        .containsOnlyOnce("\"deviations\":");
  }

  /** What is not there takes no newline with it, or every newline would be a body's. */
  @Test
  void newlineAtTheEnd_isNoBody() {
    assertThat(Author.HOSHINPLAN.explained(call(SIGNED + "\n")))
        .contains("\"id\":\"final-newline-added\"")
        .doesNotContain("body-signed-too");
  }

  @ParameterizedTest
  @CsvSource({
    "RMTRACK, 'GET\\n/a\\nTue, 23 Sep 2014 17:23:00 GMT\\ncountersign-access-key\\n',"
        + " accesskey-signed-too",
    "RMTRACK, 'GET\\n\\n/a\\n\\nTue, 23 Sep 2014 17:23:00 GMT\\n\\n', newlines-doubled",
  })
  void line_isOneTooMany(Author author, String signed, String id) {
    String signature = author.signature(signed.translateEscapes());

    assertThat(author.explained(author.call(signature))).contains("\"id\":\"" + id + "\"");
  }

  private static String call(String signed) {
    return Author.HOSHINPLAN
        .call(Author.HOSHINPLAN.signature(signed))
        .replace("/companies?", "/companies?name=a%20b&page=2&");
  }
}
