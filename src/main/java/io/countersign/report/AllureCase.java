package io.countersign.report;

import static io.qameta.allure.util.ResultsUtils.createEpicLabel;
import static io.qameta.allure.util.ResultsUtils.createFeatureLabel;
import static io.qameta.allure.util.ResultsUtils.createParameter;
import static io.qameta.allure.util.ResultsUtils.createParentSuiteLabel;
import static io.qameta.allure.util.ResultsUtils.createSeverityLabel;
import static io.qameta.allure.util.ResultsUtils.createStoryLabel;
import static io.qameta.allure.util.ResultsUtils.createSuiteLabel;
import static io.qameta.allure.util.ResultsUtils.createTagLabel;

import io.countersign.document.EnumWord;
import io.countersign.scheme.Profile;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Disposition;
import io.countersign.suite.Level;
import io.countersign.suite.Outcome;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A case in Allure's words: scheme, requirement and case become its tree. */
final class AllureCase {
  /** How the message of an observation begins, so that a category can tell it from a pass. */
  static final String RECORDED = "Recorded: ";

  private final RequirementFinding finding;
  private final ReportedCase reported;
  private final Profile profile;

  AllureCase(RequirementFinding finding, ReportedCase reported, Profile profile) {
    this.finding = finding;
    this.reported = reported;
    this.profile = profile;
  }

  TestResult result() {
    CaseResult result = reported.result();
    Course course = result.course();
    String id = reported.id().toString();
    TestResult allure =
        new TestResult()
            .setUuid(id)
            .setHistoryId(id)
            .setTestCaseId(id)
            .setFullName(finding.requirement().id() + ": " + reported.title())
            .setName(reported.name())
            .setDescriptionHtml(AllureDescription.of(finding))
            .setStage(Stage.FINISHED)
            .setStatus(status(result.outcome()))
            .setStart(course.started().toEpochMilli())
            .setStop(stop(course.started(), course.duration()))
            .setLabels(labels())
            .setLinks(links())
            .setParameters(parameters())
            .setSteps(course.steps().stream().map(AllureCase::step).toList());
    return hasDetails(result) ? allure.setStatusDetails(details(result)) : allure;
  }

  List<Attachment> attachments() {
    return reported.attachments();
  }

  private static boolean hasDetails(CaseResult result) {
    return result.outcome() == Outcome.RECORDED || !result.message().isEmpty();
  }

  private static StatusDetails details(CaseResult result) {
    String prefix = result.outcome() == Outcome.RECORDED ? RECORDED : "";
    return new StatusDetails().setMessage(prefix + result.message());
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    labels.add(createEpicLabel(finding.scheme().title()));
    labels.add(createFeatureLabel(finding.shortId()));
    labels.add(createStoryLabel(reported.result().name()));
    labels.add(createParentSuiteLabel(finding.scheme().title()));
    labels.add(createSuiteLabel(finding.shortId()));
    labels.add(createSeverityLabel(severity(finding.requirement().level())));
    labels.add(createTagLabel(finding.requirement().id()));
    labels.add(createTagLabel(reported.role()));
    labels.add(createTagLabel(EnumWord.of(finding.requirement().level())));
    if (finding.requirement().disposition() == Disposition.ERRATUM) {
      labels.add(createTagLabel("erratum"));
    }
    if (reported.result().outcome() == Outcome.RECORDED) {
      labels.add(createTagLabel("recorded"));
    }
    return labels;
  }

  private List<Link> links() {
    return finding.document().stream()
        .flatMap(
            document ->
                document.url().stream()
                    .map(url -> new Link().setName(document.title()).setUrl(url)))
        .toList();
  }

  /** The tree shows them beside the name, also where it is not sorted by requirement. */
  private List<Parameter> parameters() {
    return List.of(
        createParameter("requirement", finding.requirement().id()),
        createParameter("role", reported.role()),
        createParameter("profile", EnumWord.of(profile)),
        createParameter("level", EnumWord.of(finding.requirement().level())));
  }

  private static StepResult step(Course.StepResult step) {
    return new StepResult()
        .setName(step.text())
        .setStage(Stage.FINISHED)
        .setStatus(status(step.outcome()))
        .setStart(step.started().toEpochMilli())
        .setStop(stop(step.started(), step.duration()));
  }

  private static long stop(Instant started, Duration duration) {
    return started.plus(duration).toEpochMilli();
  }

  private static Status status(Outcome outcome) {
    return switch (outcome) {
      case PASSED, RECORDED -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case INCONCLUSIVE -> Status.BROKEN;
      case SKIPPED -> Status.SKIPPED;
    };
  }

  private static SeverityLevel severity(Level level) {
    return switch (level) {
      case MUST -> SeverityLevel.CRITICAL;
      case SHOULD -> SeverityLevel.NORMAL;
      case MAY -> SeverityLevel.MINOR;
      case SILENT -> SeverityLevel.TRIVIAL;
    };
  }
}
