package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Documents;
import io.countersign.document.EnumWord;
import io.countersign.scheme.Aspect;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import io.countersign.scheme.TestSchemes;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who lists an id in requirements.yaml, or leaves it out, looks it up in the guide. */
final class DerivedRequirementTest {
  private static final Scheme SCHEME = TestSchemes.builtIn("hoshinplan");

  private static final Aspect.Kind KIND = Aspect.Kind.BODY;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z0-9<>-]+)` \\| [^|]+ \\| (`[^|]+) \\| [^|]+ \\|$");

  @Test
  void guide_hasEveryOneWithItsLevel() {
    Map<String, String> due = new TreeMap<>();
    for (DerivedRequirement one : DerivedRequirement.Plain.values()) {
      due.put(one.word(), words(one));
    }
    due.put("covers-<aspect>", words(new DerivedRequirement.Covers(new Aspect(KIND, ""))));
    due.put("leaves-<aspect>-open", words(new DerivedRequirement.LeavesOpen(KIND)));

    assertThat(guide()).isEqualTo(due);
  }

  /** Of one profile the future is refused, and of the other nothing is said. */
  private static String words(DerivedRequirement one) {
    Level plain = one.level(SCHEME.rules(Profile.DOCUMENTED));
    String word = "`" + EnumWord.of(plain) + "`";
    return plain == one.level(SCHEME.rules(Profile.DEPLOYED)) ? word : word + " without `future`";
  }

  private static Map<String, String> guide() {
    String text = Documents.readText(TestSchemes.home().resolve("docs/schemes.md"));
    String section = text.substring(text.indexOf("## What the suite derives by itself"));
    Map<String, String> rows = new TreeMap<>();
    ROW.matcher(section.substring(0, section.indexOf("\n## ", 1)))
        .results()
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }
}
