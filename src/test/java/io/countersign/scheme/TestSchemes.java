package io.countersign.scheme;

import io.countersign.document.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemes that tests work with. */
public final class TestSchemes {
  /** Those that sign; the one with a password signs nothing. */
  public static final List<String> SIGNING =
      List.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic");

  private static final Map<String, Scheme> BUILT_IN =
      Map.copyOf(
          Stream.of("hoshinplan", "rmtrack", "ticketevolution", "ticketmatic", "ticketmatic-basic")
              .collect(
                  Collectors.toMap(id -> id, id -> Schemes.in(List.of(features())).scheme(id))));

  private TestSchemes() {}

  /** The top of the repository. */
  public static Path home() {
    return Path.of(System.getProperty("countersign.home", "."));
  }

  /** The folder of the built-in schemes. */
  public static Path features() {
    return home().resolve("features");
  }

  /** Schemes of other vendors, each a folder and no Java. */
  public static Path further() {
    return home().resolve("src/test/resources/schemes");
  }

  /** The example of docs/schemes.md, as its readers copy it: the scheme acme-freight. */
  public static String ofTheGuide() {
    String guide = Documents.readText(home().resolve("docs/schemes.md"));
    return guide.split("```yaml\n", 2)[1].split("```\n", 2)[0];
  }

  /** The rules with another proof; a deviation changes one step of it instead. */
  public static SigningRules withProof(SigningRules rules, Proof other) {
    return new SigningRules(
        rules.stringToSign(), other, rules.sent(), rules.timestamp(), rules.digest());
  }

  public static Scheme builtIn(String id) {
    return BUILT_IN.get(id);
  }
}
