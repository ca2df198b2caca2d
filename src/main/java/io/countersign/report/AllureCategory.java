package io.countersign.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.countersign.suite.Cause;
import io.countersign.suite.Outcome;
import io.countersign.suite.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Allure shows together: the cases of one status whose message is like this.
 *
 * @param status one of Allure's
 * @param message a regular expression for the whole message; empty where any will do, or none
 */
record AllureCategory(String name, String status, String message) {
  private static final String DID = Pattern.quote(Cause.DID);

  private static final String ANY = "";

  /** By the outcome alone; a failure whose cause is known has a category of its own. */
  static final List<AllureCategory> OUTCOMES =
      List.of(
          new AllureCategory("Not conformant", "failed", without(1) + ".*"),
          new AllureCategory("Inconclusive", "broken", ANY),
          new AllureCategory("Skipped", "skipped", ANY),
          new AllureCategory(
              "Recorded, not judged",
              "passed",
              "(?s)" + Pattern.quote(AllureCase.RECORDED) + ".*"));

  /** Of the failures for a cause that messages tell. */
  static Optional<AllureCategory> of(Problem problem) {
    boolean told =
        problem.first().outcome() == Outcome.FAILED
            && problem.first().message().contains(Cause.DID);
    return told ? problem.cause().map(cause -> of(problem, cause)) : Optional.empty();
  }

  /** What is said of a deviation may differ by what was seen of it in a request. */
  private static AllureCategory of(Problem problem, Cause cause) {
    String spellings =
        problem.cases().stream()
            .flatMap(result -> result.ending().cause().stream())
            .map(one -> Pattern.quote(String.join("\n", one.lines())))
            .distinct()
            .collect(Collectors.joining("|"));
    return new AllureCategory(
        String.join(" ", cause.deviations()),
        "failed",
        without(cause.deviations().size() + 1) + ".*(?:" + spellings + ").*");
  }

  /** A message in which deviations are said less often than this. */
  private static String without(int deviations) {
    return "(?s)(?!(?:.*" + DID + "){" + deviations + "})";
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeArrayFieldStart("matchedStatuses");
    json.writeString(status);
    json.writeEndArray();
    if (!message.isEmpty()) {
      json.writeStringField("messageRegex", message);
    }
    json.writeEndObject();
  }
}
