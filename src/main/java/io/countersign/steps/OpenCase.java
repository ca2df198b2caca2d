package io.countersign.steps;

import io.countersign.suite.Attachment;
import io.countersign.suite.CaseLog;
import io.countersign.suite.Course;
import io.countersign.suite.Course.StepResult;
import io.cucumber.plugin.event.TestCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A case that runs: its steps so far, and what it wrote down. */
final class OpenCase implements CaseLog {
  private final TestCase testCase;
  private final Instant started;
  private final List<StepResult> steps = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<String> settled = new ArrayList<>();
  private final List<String> saw = new ArrayList<>();

  OpenCase(TestCase testCase, Instant started) {
    this.testCase = testCase;
    this.started = started;
  }

  TestCase testCase() {
    return testCase;
  }

  void took(StepResult step) {
    steps.add(step);
  }

  @Override
  public void attach(String name, String text) {
    attachments.add(new Attachment(name, text));
  }

  @Override
  public void settled(String sentence) {
    settled.add(sentence);
  }

  @Override
  public void saw(String sentence) {
    saw.add(sentence);
  }

  /** Everything that it said of what the target did; empty if it said nothing. */
  String saw() {
    return String.join("; ", saw);
  }

  /** How it went, now that it has ended. */
  Course course(Duration duration) {
    return new Course(steps, attachments, settled, started, duration);
  }
}
