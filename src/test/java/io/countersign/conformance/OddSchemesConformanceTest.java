package io.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import io.countersign.suite.Outcome;
import io.countersign.suite.RunResult;
import io.countersign.suite.RunVerdict;
import io.countersign.suite.Selection;
import io.countersign.target.EmbeddedTarget;
import io.countersign.target.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the suite derives from a description fits every description that can be loaded: the
 * reference conforms to the scheme of docs/schemes.md, however that is changed.
 */
final class OddSchemesConformanceTest {
  private static final String ID = "acme-freight";

  private static final Set<Outcome> RIGHT =
      Set.of(Outcome.PASSED, Outcome.RECORDED, Outcome.SKIPPED);

  private static final Map<String, UnaryOperator<String>> CHANGES =
      Map.ofEntries(
          Map.entry("as the guide has it", text -> text),
          Map.entry("good for half a minute", replace("max-age: PT5M", "max-age: PT30S")),
          Map.entry("good for two seconds", replace("max-age: PT5M", "max-age: PT2S")),
          Map.entry("good for a second", replace("max-age: PT5M", "max-age: PT1S")),
          Map.entry(
              "never expires",
              replace("max-age: PT5M", "future: accepted", "future: rejected", "")),
          Map.entry(
              "signs the header of the time", replace("- timestamp\n", "- header: X-Acme-Time\n")),
          Map.entry(
              "signs the header of the key",
              replace("- timestamp\n", "- header: X-Acme-Key\n  - timestamp\n")),
          Map.entry(
              "signs any header", replace("- timestamp\n", "- header: X-Other\n  - timestamp\n")),
          Map.entry("has a root and no more", replace("/v1/parcels?status=open&limit=2", "/")),
          Map.entry(
              "has no letters in its path", replace("/v1/parcels?status=open&limit=2", "/2024/1")),
          Map.entry("ends its path with a slash", replace("/v1/parcels?", "/v1/parcels/?")),
          Map.entry("has one parameter", replace("?status=open&limit=2", "?status=open")),
          Map.entry(
              "signs the body of some",
              replace(
                  "query: {order: by-name}",
                  "query: {order: by-name, body-instead-for: [PUT]}",
                  "  - body\n",
                  "")),
          Map.entry(
              "signs the body of others",
              replace(
                  "query: {order: by-name}",
                  "query: {order: by-name, body-instead-for: [PATCH, POST]}",
                  "  - body\n",
                  "")),
          Map.entry("does not sign the query", replace("  - query: {order: by-name}\n", "")),
          Map.entry("does not sign the body", replace("  - body\n", "")),
          Map.entry(
              "begins with what is open",
              replace(
                  "    - name: parcels\n",
                  """
                  - name: time
                    method: GET
                    target: /v1/time
                    open: true
                    answer: '{"time":"{timestamp}"}'
                  - name: parcels
              """)),
          Map.entry(
              "begins with a body",
              replace(
                  "    - name: parcels\n      method: GET\n      target: /v1/parcels?status=open&limit=2\n      answer: '{\"parcels\":[{\"id\":\"P-1\"},{\"id\":\"P-2\"}]}'\n",
                  "")),
          Map.entry("deletes", replace("method: GET", "method: DELETE")));

  private static UnaryOperator<String> replace(String... pairs) {
    return text -> {
      String changed = text;
      for (int i = 0; i < pairs.length; i += 2) {
        assertThat(changed).contains(pairs[i]);
        changed = changed.replace(pairs[i], pairs[i + 1]);
      }
      return changed;
    };
  }

  static List<String> changes() {
    return CHANGES.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void reference_isConformant(String change, @TempDir Path folder) throws IOException {
    String guide = Documents.readText(TestSchemes.home().resolve("docs/schemes.md"));
    String text = guide.split("```yaml\n", 2)[1].split("```\n", 2)[0];
    Path scheme = Files.createDirectories(folder.resolve(ID));
    Files.writeString(scheme.resolve("scheme.yaml"), CHANGES.get(change).apply(text));

    for (Role role : List.of(Role.SIGNER, Role.VERIFIER, Role.ENDPOINT)) {
      RunResult run =
          Runs.of(
              new OneRole(EmbeddedTarget.reference(), role),
              Profile.DOCUMENTED,
              Runs.subjects(folder, List.of(ID)),
              Selection.ALL);

      assertThat(run.cases().stream().filter(one -> !RIGHT.contains(one.outcome())))
          .as("as %s", role)
          .extracting(one -> one.requirement() + ": " + one.name() + ": " + one.message())
          .isEmpty();
      assertThat(run.verdict()).as("as %s", role).isEqualTo(RunVerdict.CONFORMANT);
      assertThat(run.cases()).hasSizeGreaterThan(10);
    }
  }
}
