package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.VALID_REQUEST;

import io.countersign.document.EnumWord;
import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Resource;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.TimestampRule;
import io.countersign.signing.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every part of a request is changed after signing: covered ones must matter, others may not. */
final class DerivedCoverage {
  private static final Set<Aspect.Kind> PARTS_OF_A_REQUEST =
      EnumSet.of(
          Aspect.Kind.METHOD,
          Aspect.Kind.HOST,
          Aspect.Kind.PATH,
          Aspect.Kind.QUERY,
          Aspect.Kind.BODY);

  /** Where nothing expires. */
  private static final Duration FAR_BACK = Duration.ofMinutes(2);

  private static final Instant EXAMPLE = Instant.parse("2014-09-23T17:23:00Z");

  private final Gherkin out;
  private final SchemeUnderTest subject;
  private final SigningRules rules;
  private final SampleCalls calls;

  private DerivedCoverage(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    this.out = out;
    this.subject = subject;
    this.rules = rules;
    this.calls = new SampleCalls(subject, rules);
  }

  static void write(Gherkin out, SchemeUnderTest subject, SigningRules rules) {
    DerivedCoverage coverage = new DerivedCoverage(out, subject, rules);
    Set<Aspect.Kind> open = EnumSet.copyOf(PARTS_OF_A_REQUEST);
    for (Aspect aspect : rules.covered().stream().sorted().toList()) {
      open.remove(aspect.kind());
      coverage.covered(aspect);
    }
    coverage.longBody();
    open.forEach(coverage::open);
  }

  private void covered(Aspect aspect) {
    for (Change change : changes(aspect)) {
      out.changed(
          new DerivedRequirement.Covers(aspect),
          "The signature covers the " + aspect + ": " + change.when(),
          change.given(),
          change.when(),
          Gherkin.rejectedAs(change.reason()));
    }
  }

  private void open(Aspect.Kind kind) {
    String word = EnumWord.of(kind);
    for (Change change : changes(new Aspect(kind, ""))) {
      out.changed(
          new DerivedRequirement.LeavesOpen(kind),
          "The signature leaves the " + word + " open: " + change.when(),
          change.given(),
          change.when(),
          "accepted");
    }
  }

  /**
   * A part of a request changed.
   *
   * @param given before signing
   * @param when what is changed after it
   * @param reason why it is rejected where that part is covered; empty where it may be for any
   */
  private record Change(List<String> given, String when, String reason) {
    Change(List<String> given, String when) {
      this(given, when, "signature-mismatch");
    }

    static Change of(String when) {
      return new Change(List.of(), when);
    }
  }

  private List<Change> changes(Aspect aspect) {
    return switch (aspect.kind()) {
      case METHOD -> methodChanges();
      case HOST ->
          List.of(
              Change.of("its host is changed to \"other.example.com\""),
              // A server is only reached under its own name.
              Change.of("it is signed as if its host were \"other.example.com\""));
      case PATH -> pathChanges();
      case QUERY -> queryChanges();
      case BODY -> bodyChanges();
      case TIMESTAMP -> timestampChanges();
      case DAY -> dayChanges();
      case CREDENTIAL -> credentialChanges(aspect.name());
      case HEADER -> headerChanges(aspect.name());
    };
  }

  /** Who takes his own for what is sent never sees the other; of key ids that is tried anyway. */
  private List<Change> credentialChanges(String field) {
    String name = Gherkin.quoted(field);
    Change signed = Change.of("it is signed as if the credential " + name + " were \"another\"");
    return isSentIdentifier(field)
        ? List.of(
            signed,
            new Change(
                List.of(), "its field " + name + " is changed to \"another\"", "unknown-key"))
        : List.of(signed);
  }

  private boolean isSentIdentifier(String field) {
    return rules.sent().stream().anyMatch(one -> one.value().fields().contains(field))
        && subject.scheme().credentialFields().stream()
            .anyMatch(one -> one.name().equals(field) && one.role() == CredentialRole.IDENTIFIER);
  }

  private List<Change> pathChanges() {
    List<Change> changes = new ArrayList<>();
    changes.add(Change.of("its path is extended"));
    changes.add(Change.of("its path is shortened"));
    for (String when :
        List.of("its path is written in another case", "its path is ended with a slash")) {
      changes.add(new Change(calls.givenLetters(), when));
    }
    return changes;
  }

  /** As far back as a minute, and never so far that the age alone is a reason to refuse. */
  private List<Change> timestampChanges() {
    long fresh = rules.timestamp().flatMap(TimestampRule::maxAge).orElse(FAR_BACK).toSeconds();
    return LongStream.of(1, Math.min(59, fresh / 2))
        .filter(seconds -> seconds > 0)
        .distinct()
        .mapToObj(seconds -> "its timestamp is moved back by " + seconds(seconds))
        // Past midnight, it is not of the day any more that is sent beside it.
        .map(when -> rules.sendsDay() ? new Change(List.of(), when, "") : Change.of(when))
        .toList();
  }

  /** A day that is not sent changes with the timestamp alone. */
  private List<Change> dayChanges() {
    if (!rules.sendsDay()) {
      return List.of();
    }
    String longAgo = rules.timestamp().orElseThrow().dayOf(Instant.EPOCH);
    return List.of(
        new Change(
            List.of(),
            "its field \"day\" is changed to " + Gherkin.quoted(longAgo),
            "ambiguous-request"));
  }

  private static String seconds(long seconds) {
    return seconds + (seconds == 1 ? " second" : " seconds") + " after signing";
  }

  /** A header that signing writes is changed in what it carries. */
  private List<Change> headerChanges(String name) {
    String header = "header " + Gherkin.quoted(name);
    String when = "the " + header + " is changed to \"after\"";
    List<String> given = rules.digest().isPresent() ? List.of(calls.withBody().given()) : List.of();
    return rules
        .sentIn(name)
        .map(
            placement ->
                placement.value().fields().contains(SigningRules.TIMESTAMP)
                    ? timestampChanges()
                    : List.of(new Change(given, when, "")))
        .orElseGet(
            () -> List.of(new Change(List.of("Given its " + header + " is \"before\""), when)));
  }

  private List<Change> methodChanges() {
    return Stream.of("HEAD", "POST", "GET")
        .filter(method -> !method.equals(first().method()))
        .limit(2)
        .map(method -> Change.of("its method is changed to " + Gherkin.quoted(method)))
        .toList();
  }

  private Resource first() {
    return subject.scheme().service().first();
  }

  private List<Change> queryChanges() {
    String given = "Given a GET request for " + Gherkin.quoted(calls.url() + "?a=1&b=x");
    List<Change> changes = new ArrayList<>();
    changes.add(new Change(List.of(given), "the parameter \"a\" is changed to \"2\""));
    changes.add(new Change(List.of(given), "the parameter \"b\" is removed"));
    changes.add(new Change(List.of(given), "the parameter \"c=3\" is put before the others"));
    // Who collects the query by names has one of the two.
    changes.add(new Change(List.of(given), "the parameter \"a=2\" is put before the others"));
    changes.add(new Change(List.of(given), "\"&a=2\" is added behind the URL", ""));
    changes.add(new Change(List.of(given), "the parameter \"a\" is changed to \"1%20\""));
    changes.add(new Change(List.of(given), "the parameter \"b\" is changed to \"X\""));
    changes.add(new Change(List.of(given), "the parameter \"c=\" is put before the others"));
    if (isSignedAsItStands("?a=1&b=x", "?a=1&b=%78")) {
      changes.add(new Change(List.of(given), "the parameter \"b\" is changed to \"%78\""));
    }
    if (rules.sortsQuery()) {
      changes.add(
          new Change(
              List.of(given), "its first two parameters change places and are signed unsorted"));
    } else {
      changes.add(new Change(List.of(given), "its first two parameters change places"));
    }
    return changes;
  }

  /** Whether one query is another than the other, though they may mean the same. */
  private boolean isSignedAsItStands(String query, String other) {
    return !stringToSign(query).equals(stringToSign(other));
  }

  private Octets stringToSign(String query) {
    return Signer.of(rules, subject.credentials())
        .sign(HttpRequest.get(calls.url() + query), EXAMPLE)
        .stringToSign();
  }

  private List<Change> bodyChanges() {
    SampleCalls.Sample call = calls.withBody();
    String body = call.body();
    return Stream.of(body + "\n", body.substring(0, body.length() - 1), " " + body)
        .map(
            changed ->
                new Change(
                    List.of(call.given()), "its body is changed to " + Gherkin.quoted(changed)))
        .toList();
  }

  /** Who reads one buffer, or one segment, has not read the body. */
  private void longBody() {
    RequestUrl url = RequestUrl.parse(calls.url() + "/long");
    String method = calls.methodFor(SampleCalls.BODY);
    if (rules.signsBodyOf(
        new HttpRequest(method, url, Headers.NONE, Octets.of(SampleCalls.BODY)))) {
      String given =
          "Given a "
              + method
              + " request for "
              + Gherkin.quoted(url.toString())
              + " with the body \"0123456789abcdef\" repeated 4500 times";
      out.scenario(
          VALID_REQUEST,
          "verifier",
          "A body of 70 kB is verified to its end",
          given,
          "And a signed request",
          "Then it is accepted");
      out.changed(
          new DerivedRequirement.Covers(new Aspect(Aspect.Kind.BODY, "")),
          "The signature covers the body to the end of 70 kB",
          List.of(given),
          "its body is extended",
          "rejected as signature-mismatch");
    }
  }
}
