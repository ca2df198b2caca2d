package io.countersign.report;

import io.countersign.scheme.Document;
import io.countersign.scheme.Redactor;
import io.countersign.scheme.Scheme;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Cause;
import io.countersign.suite.Course;
import io.countersign.suite.Course.StepResult;
import io.countersign.suite.Ending;
import io.countersign.suite.Requirement;
import io.countersign.suite.RunResult;
import io.countersign.suite.SchemeResult;
import io.countersign.target.TargetInfo;

/**
 * A copy of a run in which no text holds a secret any more. Reports are made from such a copy only,
 * so that no writer can forget one field; and before anything is escaped, so that no escape hides a
 * secret.
 */
final class Redaction {
  private final Redactor redactor;

  Redaction(Redactor redactor) {
    this.redactor = redactor;
  }

  String text(String text) {
    return Printable.text(redactor.redact(text));
  }

  RunResult run(RunResult run) {
    return new RunResult(
        new TargetInfo(run.target().kind(), text(run.target().name())),
        run.profile(),
        run.seed(),
        run.started(),
        run.duration(),
        run.schemes().stream().map(this::schemeResult).toList(),
        run.complete());
  }

  private SchemeResult schemeResult(SchemeResult result) {
    return new SchemeResult(
        scheme(result.scheme()),
        result.requirements().stream().map(this::requirement).toList(),
        result.cases().stream().map(this::caseResult).toList(),
        result.settled().stream().map(this::text).toList(),
        result.untested());
  }

  /** Of a scheme, reports show only what names it and what it rests on. */
  private Scheme scheme(Scheme scheme) {
    return new Scheme(
        text(scheme.id()),
        text(scheme.title()),
        text(scheme.summary()),
        scheme.documents().stream().map(this::document).toList(),
        scheme.credentialFields(),
        scheme.rules(),
        scheme.service(),
        scheme.folder());
  }

  private Document document(Document document) {
    return new Document(
        text(document.id()),
        text(document.title()),
        text(document.file()),
        document.url().map(this::text));
  }

  private Requirement requirement(Requirement requirement) {
    return new Requirement(
        text(requirement.id()),
        requirement.level(),
        text(requirement.says()),
        text(requirement.document()),
        text(requirement.section()),
        requirement.disposition(),
        text(requirement.because()));
  }

  private CaseResult caseResult(CaseResult result) {
    return new CaseResult(id(result.id()), ending(result.ending()), course(result.course()));
  }

  private CaseId id(CaseId id) {
    return new CaseId(text(id.scheme()), text(id.requirement()), text(id.name()), id.role());
  }

  private Ending ending(Ending ending) {
    return new Ending(
        ending.outcome(),
        text(ending.message()),
        ending.cause().map(this::cause),
        ending.symptom(),
        ending.expected().map(this::text));
  }

  private Course course(Course course) {
    return new Course(
        course.steps().stream().map(this::step).toList(),
        course.attachments().stream().map(this::attachment).toList(),
        course.settled().stream().map(this::text).toList(),
        course.started(),
        course.duration());
  }

  private Cause cause(Cause cause) {
    return new Cause(
        text(cause.id()),
        cause.deviations().stream().map(this::text).toList(),
        cause.fixes().stream().map(this::text).toList());
  }

  private StepResult step(StepResult step) {
    return new StepResult(text(step.text()), step.outcome(), step.started(), step.duration());
  }

  private Attachment attachment(Attachment attachment) {
    return new Attachment(text(attachment.name()), text(attachment.text()));
  }
}
