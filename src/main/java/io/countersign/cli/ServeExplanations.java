package io.countersign.cli;

import io.countersign.document.Documents;
import io.countersign.document.InputException;
import io.countersign.document.Node;
import io.countersign.explain.Deviation;
import io.countersign.explain.Diagnosis;
import io.countersign.explain.Explanation;
import io.countersign.explain.Searched;
import io.countersign.explain.StringsCompared;
import io.countersign.message.Octets;
import io.countersign.suite.Requirements;
import io.countersign.target.vendor.Exchange;
import io.countersign.target.vendor.Registration;
import io.countersign.verify.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains what the mock vendor refuses, while the client waits. */
final class ServeExplanations {
  private static final Duration BUDGET = Duration.ofMillis(300);
  private static final int WIDTH = 160;

  private final Map<String, Client> clients;

  /** Whom the vendor knows, and what is asked of it. */
  private record Client(Registration registration, Requirements requirements) {
    ExplainedRequest explain(Exchange exchange) {
      return ExplainedRequest.of(
          registration.scheme(),
          requirements,
          registration.profile(),
          registration.credentials(),
          exchange.request(),
          exchange.time(),
          BUDGET);
    }
  }

  ServeExplanations(List<Registration> clients) {
    this.clients =
        clients.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> one.scheme().id(),
                    one -> new Client(one, Requirements.of(one.scheme()))));
  }

  /** Nothing where the request was let in. */
  Optional<ExplainedRequest> of(Exchange exchange) {
    return exchange
        .verdict()
        .filter(verdict -> verdict instanceof Verdict.Rejected)
        .map(verdict -> Objects.requireNonNull(clients.get(exchange.scheme())).explain(exchange));
  }

  /** One line that says what was done and what to do, and where it helps, the right string. */
  static List<String> lines(ExplainedRequest explained) {
    List<String> lines = new ArrayList<>();
    if (explained.diagnosis() instanceof Diagnosis.Rejected rejected) {
      Optional<Explanation> likeliest = rejected.explanations().stream().findFirst();
      lines.add(
          "  "
              + likeliest
                  .map(ServeExplanations::sentences)
                  .orElseGet(() -> finding(rejected.searched())));
      Optional<Octets> signed = likeliest.flatMap(Explanation::stringToSign);
      rejected
          .expected()
          .filter(expected -> !expected.equals(signed.orElse(null)))
          .map(expected -> "  string to sign: " + shown(explained.safe(expected)))
          .ifPresent(lines::add);
    }
    return lines.stream().map(explained::safe).toList();
  }

  /** What a search that found nothing says: how far it came, where it was cut off. */
  static String finding(Searched searched) {
    return searched.exhausted()
        ? "No known deviation gives this signature; check the secret itself first."
        : String.format(
            Locale.ROOT,
            "No known deviation by itself gives this signature; the search for combinations was cut"
                + " off after %,d. Check the secret itself first; countersign explain searches"
                + " longer.",
            searched.hypotheses());
  }

  private static String sentences(Explanation explanation) {
    List<Deviation> deviations = explanation.deviations();
    return deviations.stream()
        .map(one -> one.title() + " " + one.fix())
        .collect(Collectors.joining(" "));
  }

  private static String shown(Octets text) {
    return StringsCompared.of(text, text).within(WIDTH).expected();
  }

  /** The explanation as one more member of the answer; one that is no object stays as it is. */
  static Exchange withExplanation(Exchange exchange, ExplainedRequest explained) {
    String body = exchange.body().strip();
    if (!isObject(body)) {
      return exchange;
    }
    String before = body.substring(0, body.length() - 1).strip();
    String comma = before.equals("{") ? "" : ",";
    return exchange.withBody(before + comma + "\"explanation\":" + json(explained) + "}");
  }

  private static boolean isObject(String body) {
    try {
      return Documents.readJson("refusal", body) instanceof Node.Mapping;
    } catch (InputException e) {
      return false;
    }
  }

  private static String json(ExplainedRequest explained) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Json.line(
        new PrintStream(bytes, false, StandardCharsets.UTF_8), ExplainJson.of(explained, false));
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }
}
