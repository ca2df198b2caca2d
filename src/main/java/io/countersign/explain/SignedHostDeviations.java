package io.countersign.explain;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Part;
import io.countersign.scheme.SigningRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A request that is signed for a service's sandbox and sent to its production, or the reverse. */
final class SignedHostDeviations {
  /** Signed for one of them. */
  static final String OTHER_ENVIRONMENT = "host-of-other-environment";

  private static final List<String> WORDS = List.of("sandbox", "staging", "test", "dev");

  /** What takes the place of such a label in production. */
  private static final List<String> PRODUCTION = List.of("api", "www");

  private final List<Variation<Rewrite>> all = new ArrayList<>();

  private SignedHostDeviations() {}

  /** The change of the host, which says of a request what it made of that one's. */
  private record Other(Rewrite rewrite, UnaryOperator<String> change) implements Rewrite {
    @Override
    public Optional<List<Part>> apply(List<Part> parts) {
      return rewrite.apply(parts);
    }

    @Override
    public Deviation seen(Deviation about, HttpRequest message) {
      return SignedHostDeviations.seen(
          about, change.apply(message.authority()), message.authority());
    }
  }

  static Deviation seen(Deviation about, String signed, String arrived) {
    return about.seenAs(
        "The request was signed for the host " + signed + " and arrived at " + arrived + ".");
  }

  static List<Variation<Rewrite>> of(SigningRules rules) {
    SignedHostDeviations deviations = new SignedHostDeviations();
    if (rules.leaves().stream().anyMatch(part -> Rewrite.covers(part, Aspect.Kind.HOST))) {
      WORDS.forEach(deviations::with);
      deviations.without();
    }
    return deviations.all;
  }

  private void with(String word) {
    add(host -> word + "." + host);
    add(host -> changed(host, (first, rest) -> first + "." + word + rest));
    add(host -> changed(host, (first, rest) -> word + rest));
    add(host -> changed(host, (first, rest) -> first + "-" + word + rest));
    add(host -> changed(host, (first, rest) -> word + "-" + first + rest));
  }

  private void without() {
    String any = "(?:" + String.join("|", WORDS) + ")";
    add(host -> host.replaceFirst("(?<![^.])" + any + "\\.", ""));
    for (String name : PRODUCTION) {
      add(host -> host.replaceFirst("^" + any + "\\.", name + "."));
    }
    add(host -> host.replaceFirst("-" + any + "\\.", "."));
    add(host -> host.replaceFirst("(?<![^.])" + any + "-", ""));
  }

  private void add(UnaryOperator<String> change) {
    Shelf<Rewrite> one = new Shelf<>(Affects.STRING_TO_SIGN);
    Rewrite rewrite =
        Rewrite.writingCore(
            part -> Rewrite.covers(part, Aspect.Kind.HOST), Writers.changingText(change));
    one.add(
        OTHER_ENVIRONMENT,
        20,
        Aspect.Kind.HOST,
        "The request was signed for the host of a sandbox and arrived at another, or the reverse.",
        "Sign the host that the request is sent to: look where the two hosts are configured.",
        new Other(rewrite, change));
    all.addAll(one.toList());
  }

  /** What becomes of the first label and of what stands behind it, from the full stop on. */
  @FunctionalInterface
  private interface Labels {
    String change(String first, String rest);
  }

  private static String changed(String host, Labels change) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : change.change(host.substring(0, dot), host.substring(dot));
  }
}
