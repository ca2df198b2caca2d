package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.CredentialRole;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Proof;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.Secret;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a case is given before anything is signed: credentials, clock and request. */
public final class Setting {
  private final RunContext run;
  private final SchemeUnderTest subject;
  private final Vocabulary vocabulary;
  private final Destination destination;
  private Credentials credentials;
  private Optional<Instant> fixedTime = Optional.empty();
  private final Instant startTime;
  private Optional<HttpRequest> request = Optional.empty();

  /** The same as the scenario has it. */
  private Optional<HttpRequest> written = Optional.empty();

  Setting(RunContext run, SchemeUnderTest subject, Role role) {
    this.run = run;
    this.destination = Destination.of(run, subject, role);
    this.subject = subject;
    this.vocabulary = new Vocabulary(run, subject.scheme());
    this.credentials = subject.credentials();
    // Whole seconds: no scheme's boundary can be met exactly with a fraction in between.
    this.startTime = run.now(role).truncatedTo(ChronoUnit.SECONDS);
  }

  public Scheme scheme() {
    return subject.scheme();
  }

  public SigningRules rules() {
    return scheme().rules(run.profile());
  }

  public Credentials credentials() {
    return credentials;
  }

  /**
   * @throws io.countersign.document.InputException if the scheme has no such credential
   */
  public void credential(String field, String value) {
    credentials = with(credentials, field, value);
  }

  Credentials with(Credentials original, String field, String value) {
    return vocabulary.credential(field).role() == CredentialRole.SECRET
        ? original.withSecret(field, Secret.of(field, value))
        : original.withText(field, value);
  }

  /** What a case of the same kind is given that begins now and has not said anything. */
  Setting anew(Role role) {
    return new Setting(run, subject, role);
  }

  /** Whether it goes to a server that was seen to refuse what it took before. */
  boolean isTakenOnce() {
    return destination.isServer() && subject.settled().contains(Preflight.ONCE);
  }

  /** Whether the credentials are no longer those of the run. */
  boolean hasOwnCredentials() {
    return credentials != subject.credentials();
  }

  /** For a target that knows those of the run alone. */
  static SkippedException otherCredentials() {
    return new SkippedException("the scenario has other credentials than the target knows");
  }

  /** Sets the clock of signer and verifier. */
  public void time(Instant time) {
    fixedTime = Optional.of(time);
  }

  /** The case's time: the one it was given, or the one at which it began. */
  public Instant time() {
    return fixedTime.orElse(startTime);
  }

  /**
   * Whether a password goes to a server, which is shown it once where it refuses it, since it may
   * lock the account, and in no place that it is not meant for, which servers and proxies log.
   */
  boolean isPasswordAtServer() {
    return destination().isServer() && rules().proof() instanceof Proof.Password;
  }

  public boolean hasFixedTime() {
    return fixedTime.isPresent();
  }

  /**
   * @throws SkippedException if it calls something that a server under test may not have, or as
   *     somebody whom it does not know
   */
  public void request(HttpRequest given) {
    if (destination.isServer() && hasOwnCredentials()) {
      throw otherCredentials();
    }
    request = Optional.of(destination.of(given));
    written = Optional.of(given);
  }

  /** Changes the request that the scenario has given, or else the one that it has without. */
  public void request(UnaryOperator<HttpRequest> change) {
    request(change.apply(written.orElseGet(this::firstResource)));
  }

  /**
   * For what is written out in a scenario and holds only at the address that stands there.
   *
   * @throws SkippedException if requests go elsewhere and the signature covers the host
   */
  void requireNotMoved() {
    if (isMoved()) {
      throw elsewhere();
    }
  }

  /**
   * A string to sign that is written out in a scenario, for the address that is really called: once
   * for each way of reading the documentation that is still open.
   *
   * @throws SkippedException if it is about that other address
   */
  List<String> moved(String stringToSign) {
    HttpRequest called = request();
    RequestUrl there = written.orElseThrow().url();
    if (!isMoved()) {
      return List.of(Destination.withPath(stringToSign, there, called.url(), rules()));
    }
    boolean usual =
        there.authority().equals(RequestUrl.parse(scheme().service().base()).authority());
    if (!usual
        || !stringToSign.contains(there.authority())
        || !there.target().equals(called.url().target())) {
      throw elsewhere();
    }
    return Reading.of(rules()).stream()
        .map(reading -> stringToSign.replace(there.authority(), hostSigned(reading, called)))
        .toList();
  }

  private String hostSigned(Reading reading, HttpRequest called) {
    String right =
        Control.sign(reading.rules(), credentials, called, time()).signed().stringToSign().text();
    String authority = called.url().authority();
    return right.contains(authority) ? authority : called.url().host();
  }

  private boolean isMoved() {
    return destination.isElsewhere()
        && rules().covered().stream().anyMatch(aspect -> aspect.kind() == Aspect.Kind.HOST);
  }

  private static SkippedException elsewhere() {
    return new SkippedException("the scenario is about another host than the one that is called");
  }

  /** The call of a resource of the scheme's service. */
  public void resource(String name) {
    request(call(vocabulary.resource(name)));
  }

  /** The request as it is before it is signed. */
  public HttpRequest request() {
    if (request.isEmpty()) {
      request(firstResource());
    }
    return request.orElseThrow();
  }

  private HttpRequest call(Resource resource) {
    return Destination.call(scheme(), resource, credentials);
  }

  /** The call that is made where a scenario names none. */
  HttpRequest firstResource() {
    return call(scheme().service().first());
  }

  /** Where requests really go. */
  Destination destination() {
    return destination;
  }
}
