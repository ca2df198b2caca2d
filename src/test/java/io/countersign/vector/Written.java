package io.countersign.vector;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Schemes;
import io.countersign.scheme.TestSchemes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a check of a file says, from the first result to the mistake that ended it. */
final class Written {
  static final Schemes SCHEMES = Schemes.in(List.of(TestSchemes.features()));

  /** Some threads, batches of few vectors, and room for few of them. */
  static final VectorCheck.Sizes SMALL = new VectorCheck.Sizes(3, 600, 1 << 14, 4, 1 << 20, 2);

  private Written() {}

  static List<String> byOne(Path file) {
    return said(
        each ->
            VectorFile.read(
                file,
                SCHEMES,
                Profile.DOCUMENTED,
                vector -> each.accept(Checked.of(vector.id(), vector.check()))));
  }

  static List<String> byMany(Path file, VectorCheck.Sizes sizes) {
    return said(each -> VectorCheck.of(SCHEMES, Profile.DOCUMENTED, sizes).run(file, each));
  }

  private static List<String> said(Consumer<Consumer<Checked>> check) {
    List<String> said = new ArrayList<>();
    long[] passed = {0};
    try {
      check.accept(
          checked -> {
            passed[0] += checked.passed();
            checked.failures().forEach(failure -> said.add(failure.toString()));
          });
    } catch (InputException e) {
      said.add(e.getMessage());
    }
    said.add(passed[0] + " passed");
    return said;
  }
}
