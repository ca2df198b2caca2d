package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.UNUSUAL_REQUESTS;

import io.countersign.scheme.Aspect;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a verifier may take for the same although its bytes are others. No description rules it, so
 * that it is recorded, and left to the features of a scheme that has requirements.
 */
final class DerivedLeniency {
  /** Any time will do to see which ways of writing times are read. */
  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  /** Of the last segment, since a server may look for its resources by the first. */
  private static final Pattern LETTER = Pattern.compile("[A-Za-z](?=[^/]*$)");

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final SigningRules rules;

  private DerivedLeniency(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    this.out = out;
    this.subject = subject;
    this.rules = rules;
  }

  static void write(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    if (subject.isTriedWithTheUnusual()) {
      new DerivedLeniency(out, subject, rules).write();
    }
  }

  private void write() {
    if (rules.covered().contains(new Aspect(Aspect.Kind.METHOD, ""))) {
      String method = subject.scheme().service().first().method();
      judged(
          "A method in lower case",
          "its method is changed to " + Gherkin.quoted(method.toLowerCase(Locale.ROOT)),
          "rejected");
    }
    if (rules.covered().contains(new Aspect(Aspect.Kind.PATH, ""))) {
      path();
    }
    rules.timestamp().ifPresent(rule -> times(rule.format()));
  }

  private void path() {
    SampleCalls calls = new SampleCalls(subject, rules);
    String escaped =
        LETTER
            .matcher(calls.pathWithLetters())
            .replaceFirst(letter -> "%%%02X".formatted((int) letter.group().charAt(0)));
    judged(
        "A path with an escape for a letter",
        calls.givenLetters(),
        "its path is changed to " + Gherkin.quoted(escaped),
        "rejected");
  }

  private void times(TimestampFormat format) {
    for (TimestampWriting writing : TimestampWriting.values()) {
      String text = writing.write(EXAMPLE);
      boolean isSame = format.parse(text).filter(EXAMPLE::equals).isPresent();
      if (isSame && !text.equals(format.format(EXAMPLE))) {
        judged(
            "A timestamp " + writing.words(),
            "it is signed with the time written " + writing.words(),
            "accepted");
      }
    }
  }

  private void judged(String name, String when, String judgement) {
    judged(name, List.of(), when, judgement);
  }

  private void judged(String name, List<String> given, String when, String judgement) {
    out.changed(UNUSUAL_REQUESTS, name + " is " + judgement, given, when, judgement);
  }
}
