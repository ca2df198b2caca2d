package io.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheme that is read ahead is the scheme that is read, and its errors are those it has. */
class HeadStartTest {
  private static final Path BUILT_IN = Path.of("features");

  @Test
  void theSchemeThatIsNamedIsReadOnce() {
    Path folder = BUILT_IN.resolve("rmtrack");
    HeadStart start = HeadStart.begin(BUILT_IN, "sign", "--quiet", "rmtrack", "--request", "-");
    Scheme first = start.apply(folder);
    assertThat(first.id()).isEqualTo("rmtrack");
    assertThat(start.apply(folder)).isSameAs(first);
  }

  @Test
  void anyOtherIsReadWhenItIsAskedFor() {
    HeadStart start = HeadStart.begin(BUILT_IN, "sign", "rmtrack");
    // When it has been read, and not while there is nothing yet to be taken for another.
    assertThat(start.apply(BUILT_IN.resolve("rmtrack")).id()).isEqualTo("rmtrack");
    assertThat(start.apply(BUILT_IN.resolve("hoshinplan")).id()).isEqualTo("hoshinplan");
    assertThat(HeadStart.none().apply(BUILT_IN.resolve("rmtrack")).id()).isEqualTo("rmtrack");
  }

  @Test
  void whatIsWrongIsSaidWhereTheSchemeIsAskedFor(@TempDir Path folder) throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("scheme.yaml"), "title: Broken\nnonsense: 1\n");
    HeadStart start = HeadStart.begin(folder, "sign", "broken");
    assertThatThrownBy(() -> start.apply(broken))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scheme.yaml:2")
        .hasMessageContaining("nonsense");
  }

  @Test
  void wordsThatAreNoNameAreLeftAlone() {
    HeadStart start = HeadStart.begin(BUILT_IN, "sign", "", ".", "..", "../features", "a/b", "\0");
    assertThat(start.apply(BUILT_IN.resolve("rmtrack")).id()).isEqualTo("rmtrack");
  }
}
