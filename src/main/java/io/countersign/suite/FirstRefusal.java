package io.countersign.suite;

import io.countersign.document.EnumWord;
import io.countersign.message.HttpRequest;
import io.countersign.message.Percent;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Placement;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Proof;
import io.countersign.scheme.SigningRules;
import io.countersign.target.Judged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be behind a server's refusal of the first signed request: only what can be, by the
 * scheme and by what it answered.
 */
final class FirstRefusal {
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "^WWW-Authenticate: *([A-Za-z0-9-]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Setting setting;
  private final SigningRules rules;

  FirstRefusal(Setting setting) {
    this.setting = setting;
    this.rules = setting.rules();
  }

  /** What to look at, in words to follow a colon. */
  String words(Judged.Rejected rejected, Profile profile) {
    String first =
        rejected.reason().startsWith("missing-")
            ? "something between may drop " + carriers() + ", where that is sent"
            : "check " + checks(profile) + onTheWay();
    return first
        + challenge(rejected.answer())
            .map(
                asked ->
                    "; the answer asks for "
                        + asked
                        + " authentication, which is another than the scheme's: something in front"
                        + " of the server may want a login of its own")
            .orElse("");
  }

  private String checks(Profile profile) {
    String checks = "the credentials";
    if (setting.scheme().hasDeployedProfile()) {
      checks += ", the profile (" + EnumWord.of(profile) + ")";
    }
    boolean window =
        rules
            .timestamp()
            .filter(rule -> rule.maxAge().isPresent() || rule.maxAhead().isPresent())
            .isPresent();
    return window ? checks + " and the server's clock" : checks;
  }

  /** What others may have changed of what is signed. */
  private String onTheWay() {
    Map<String, String> signed = new LinkedHashMap<>();
    HttpRequest request = setting.request();
    if (rules.proof() instanceof Proof.Mac && covers(Aspect.Kind.HOST)) {
      signed.put("the Host header", "host " + request.url().authority());
    }
    if (rules.proof() instanceof Proof.Mac && covers(Aspect.Kind.PATH)) {
      signed.put("the path", "path " + request.path());
    }
    return signed.isEmpty()
        ? ""
        : "; a proxy that changes "
            + String.join(" or ", signed.keySet())
            + " breaks the signature, which was made for "
            + String.join(" and ", signed.values());
  }

  private boolean covers(Aspect.Kind kind) {
    return rules.covered().stream().anyMatch(aspect -> aspect.kind() == kind);
  }

  private String carriers() {
    return rules.sent().stream()
        .map(
            placement ->
                placement instanceof Placement.InHeader header
                    ? "the header " + header.name()
                    : "the parameter " + ((Placement.InQuery) placement).name())
        .collect(Collectors.joining(" or "));
  }

  /** The auth-scheme that an answer asks for, where it is none that the scheme sends. */
  private Optional<String> challenge(String answer) {
    Matcher asked = CHALLENGE.matcher(answer);
    List<String> own =
        rules.sent().stream()
            .map(placement -> placement.value().fill(field -> "").split(" ")[0])
            .toList();
    return asked.find() && own.stream().noneMatch(asked.group(1)::equalsIgnoreCase)
        ? Optional.of(asked.group(1))
        : Optional.empty();
  }

  /**
   * Shows a server the same request signed for the path that a proxy may make of it.
   *
   * @param base the path of its address; empty where there is none
   * @return what it accepts, in words; empty where that is nothing
   */
  Optional<String> changedPath(String base, Function<HttpRequest, Judged> ask) {
    if (!covers(Aspect.Kind.PATH)) {
      return Optional.empty();
    }
    String path = setting.request().path();
    Map<String, String> others = new LinkedHashMap<>();
    if (!base.isEmpty() && path.startsWith(base + "/")) {
      others.put(
          "without " + base + ", the path of the address: something between takes that off",
          path.substring(base.length()));
    }
    if (path.contains("%")) {
      others.put("with its path decoded: something between decodes it", Percent.decode(path));
    }
    return others.entrySet().stream()
        .filter(other -> ask.apply(signedFor(other.getValue())) instanceof Judged.Accepted)
        .map(other -> "it accepts the request as it is signed " + other.getKey())
        .findFirst();
  }

  private HttpRequest signedFor(String path) {
    HttpRequest draft = setting.request();
    HttpRequest other = draft.withUrl(draft.url().withPath(path));
    HttpRequest signed =
        Control.sign(rules, setting.credentials(), other, setting.time()).request();
    return signed.withUrl(signed.url().withPath(draft.url().rawPath()));
  }
}
