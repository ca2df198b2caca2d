package io.countersign.cli;

import io.countersign.document.EnumWord;
import io.countersign.document.Visible;
import io.countersign.selftest.PowerTally;
import io.countersign.selftest.SelfTestResult;
import io.countersign.selftest.Trial;
import java.io.PrintStream;
import java.util.List;

/** A self-test in a small table, with what is not as it should be below it. */
final class SelfTestSummary {
  private static final List<Trial.End> COLUMNS =
      List.of(Trial.End.CAUGHT, Trial.End.RECORDED, Trial.End.EQUIVALENT, Trial.End.SURVIVED);

  private final SelfTestResult result;
  private final OutputOptions output;
  private final PrintStream out;

  SelfTestSummary(SelfTestResult result, OutputOptions output, PrintStream out) {
    this.result = result;
    this.output = output;
    this.out = out;
  }

  /**
   * @param matrix whether to print each trial
   */
  void print(boolean matrix) {
    if (matrix) {
      result.trials().forEach(this::line);
      out.println();
    }
    table();
    result.trials().stream().filter(trial -> !trial.end().isGood()).forEach(this::finding);
    result
        .unnamed()
        .forEach(id -> out.printf("%n%s %s%n", output.mark(false, "not named"), safe(id)));
    out.println();
    out.println(output.mark(result.isGood(), result.words()));
  }

  private void table() {
    List<PowerTally> tallies = PowerTally.of(result.trials());
    int width = tallies.stream().mapToInt(one -> one.scheme().length()).max().orElse(6);
    String row = "%-" + Math.max(6, width) + "s  %-8s  %6s  %8s  %10s  %8s  %5s%n";
    out.printf(row, "scheme", "role", "caught", "recorded", "equivalent", "survived", "of");
    for (PowerTally tally : tallies) {
      Object[] cells = new Object[COLUMNS.size() + 3];
      cells[0] = tally.scheme();
      cells[1] = EnumWord.of(tally.role());
      for (int i = 0; i < COLUMNS.size(); i++) {
        cells[i + 2] = tally.count(COLUMNS.get(i));
      }
      cells[cells.length - 1] = tally.all();
      out.printf(row, cells);
    }
    out.println();
    out.printf(
        "%d variants that are right: %d passed%n",
        result.count(Trial.End.PASSED) + result.count(Trial.End.ACCUSED),
        result.count(Trial.End.PASSED));
  }

  private void line(Trial trial) {
    out.printf(
        "%s %s %s: %s%s%n",
        safe(trial.scheme()),
        EnumWord.of(trial.role()),
        safe(trial.id()),
        EnumWord.of(trial.end()),
        because(trial));
  }

  private static String because(Trial trial) {
    if (trial.end() == Trial.End.EQUIVALENT) {
      return ": " + trial.reason();
    }
    return trial.requirements().isEmpty()
        ? ""
        : " by " + safe(String.join(", ", trial.requirements()));
  }

  private void finding(Trial trial) {
    out.printf(
        "%n%s %s %s (%s)%n  %s%n",
        output.mark(false, EnumWord.of(trial.end())),
        safe(trial.scheme()),
        safe(trial.id()),
        EnumWord.of(trial.role()),
        safe(trial.title()));
    trial.requirements().forEach(id -> out.println("    " + safe(id)));
  }

  private static String safe(String text) {
    return Visible.line(text);
  }
}
