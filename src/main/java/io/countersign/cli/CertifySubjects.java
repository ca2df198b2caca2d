package io.countersign.cli;

import io.countersign.document.Fields;
import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.suite.ExpectedDeviations;
import io.countersign.suite.Requirement;
import io.countersign.suite.Requirements;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.suite.Selection;
import java.util.List;
import java.util.Map;

/** The schemes of a run with what they ask for, and whose credentials they are tried with. */
record CertifySubjects(List<SchemeUnderTest> all) {
  /**
   * @param credentials of each scheme, by its id
   */
  static CertifySubjects of(List<Scheme> schemes, Map<String, Credentials> credentials) {
    return new CertifySubjects(
        schemes.stream()
            .map(
                scheme ->
                    new SchemeUnderTest(
                        scheme, Requirements.of(scheme), credentials.get(scheme.id())))
            .toList());
  }

  /** Published examples are no secrets; taking them out would only make the reports unreadable. */
  Redactor redactor() {
    return Redactor.of(
        all.stream()
            .filter(subject -> !subject.credentials().equals(Credentials.examples(subject.scheme())))
            .map(SchemeUnderTest::credentials)
            .toList());
  }

  /**
   * @throws InputException if a deviation is expected from what is no requirement of these schemes
   */
  void requireKnown(ExpectedDeviations deviations) {
    List<String> ids = requirementIds();
    for (String id : deviations.ids()) {
      boolean ofThisRun =
          all.stream().anyMatch(subject -> id.startsWith(subject.scheme().id() + "/"));
      if (ofThisRun && !ids.isEmpty() && !ids.contains(id)) {
        throw InputException.of(
            "--expected names '" + id + "', which is no requirement", suggestion(id, ids));
      }
    }
  }

  /** What is selected and not there, to be said behind a message; empty where all is. */
  String unknown(Selection chosen) {
    List<String> ids = requirementIds();
    List<String> unknown = chosen.unknown(ids);
    return unknown.isEmpty()
        ? ""
        : "; there is no requirement '"
            + unknown.get(0)
            + "'; "
            + suggestion(unknown.get(0), ids);
  }

  private static String suggestion(String id, List<String> ids) {
    return Fields.suggestion(id, ids.toArray(String[]::new));
  }

  private List<String> requirementIds() {
    return all.stream()
        .flatMap(subject -> subject.requirements().all().stream())
        .map(Requirement::id)
        .toList();
  }
}
