package io.countersign.suite;

import io.countersign.message.Headers;
import io.countersign.message.HttpRequest;
import io.countersign.message.Octets;
import io.countersign.message.RequestUrl;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.QueryPart;
import io.countersign.scheme.Resource;
import io.countersign.scheme.SigningRules;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What derived cases call where the service's own resources will not do, as steps say it. */
final class SampleCalls {
  /** Sent where no resource of the scheme has a body of its own. */
  static final String BODY = "{\"a\":1}";

  private static final String POST = "POST";

  private static final String TELLING = "{ \"b/c\" : \"\u20ac\",\n  \"a\" : [ 1, 2 ] }\n";

  private static final String WORD = "/letters";

  private static final Pattern LETTERS_AT_THE_END = Pattern.compile("[A-Za-z][^/]*$");

  private final SchemeUnderTest subject;
  private final SigningRules rules;

  SampleCalls(SchemeUnderTest subject, SigningRules rules) {
    this.subject = subject;
    this.rules = rules;
  }

  /** The URL of the first resource, without a query. */
  String url() {
    String target =
        subject
            .scheme()
            .service()
            .first()
            .target()
            .fill(field -> subject.credentials().text(field));
    return subject.scheme().service().base() + target.split("\\?")[0];
  }

  /** The same with a slash at its end, behind a word at least. */
  String slashed() {
    String url = url().replaceFirst("/*$", "/");
    return path().equals("/") ? url + "letters/" : url;
  }

  private String path() {
    return RequestUrl.parse(url()).rawPath();
  }

  /** The path of what is called where nothing else is given, or of what is given here. */
  String pathWithLetters() {
    return LETTERS_AT_THE_END.matcher(path()).find() ? path() : path().replaceFirst("/*$", WORD);
  }

  /** A call whose path ends in letters; nothing where the first resource's does. */
  List<String> givenLetters() {
    return pathWithLetters().equals(path())
        ? List.of()
        : List.of(get(url().replaceFirst("/*$", WORD)));
  }

  static String get(String url) {
    return "Given a GET request for " + Gherkin.quoted(url);
  }

  /** A call, with a body or without. */
  record Sample(String given, String body, HttpRequest request) {}

  /** A call of the service's own with a body that is signed, or else one that is made up. */
  Sample withBody() {
    boolean covered = rules.covered().contains(new Aspect(Aspect.Kind.BODY, ""));
    return subject.scheme().service().resources().stream()
        .filter(resource -> !resource.body().isEmpty() && !resource.open())
        .filter(resource -> !covered || rules.signsBodyOf(call(resource)))
        .findFirst()
        .map(
            resource ->
                new Sample(
                    "Given a call of the resource " + Gherkin.quoted(resource.name()),
                    resource.body(),
                    call(resource)))
        .orElseGet(() -> madeUp("", BODY));
  }

  /** A call with a body on which nearly every other way to write it shows, and a query. */
  Sample telling() {
    return madeUp("?a=1", TELLING);
  }

  Sample withoutBody() {
    return new Sample(get(url()), "", HttpRequest.get(url()));
  }

  private Sample madeUp(String query, String body) {
    RequestUrl url = RequestUrl.parse(url() + query);
    return new Sample(
        withBody(query, body),
        body,
        new HttpRequest(methodFor(body), url, Headers.NONE, Octets.of(body)));
  }

  private HttpRequest call(Resource resource) {
    return Destination.call(subject.scheme(), resource, subject.credentials());
  }

  /** A call with a body that is signed, if any is. */
  String withBody(String body) {
    return withBody("", body);
  }

  String withBody(String query, String body) {
    return givenBody(methodFor(body), url() + query, body);
  }

  static String givenBody(String method, String url, String body) {
    return "Given a "
        + method
        + " request for "
        + Gherkin.quoted(url)
        + " with the body "
        + Gherkin.quoted(body);
  }

  /** One with which a body is signed, if it is with any. */
  String methodFor(String body) {
    RequestUrl url = RequestUrl.parse(url());
    return Stream.concat(Stream.of(POST), methodsOfBodies().stream())
        .filter(
            method ->
                rules.signsBodyOf(new HttpRequest(method, url, Headers.NONE, Octets.of(body))))
        .findFirst()
        .orElse(POST);
  }

  /** Those whose body is signed in place of the query. */
  List<String> methodsOfBodies() {
    return rules.leaves().stream()
        .filter(QueryPart.class::isInstance)
        .flatMap(part -> ((QueryPart) part).bodyInsteadFor().stream().sorted())
        .distinct()
        .toList();
  }
}
