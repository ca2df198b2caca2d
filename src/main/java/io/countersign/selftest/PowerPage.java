package io.countersign.selftest;

import io.countersign.target.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the suite is worth, as a page in Markdown; the same result makes the same page. */
public final class PowerPage {
  /** Between these the summary stands, so that other pages can have it, too. */
  public static final String BEGIN = "<!-- power:begin -->";

  public static final String END = "<!-- power:end -->";

  private static final int MOST_NAMED = 3;

  private final StringBuilder out = new StringBuilder();

  private PowerPage() {}

  /** The whole page. */
  public static String of(SelfTestResult result) {
    PowerPage page = new PowerPage();
    page.line("# What the suite catches");
    page.line("");
    page.line("Written by `./countersign selftest --markdown`; a test compares it with a run.");
    page.line("");
    page.line("The suite is run against every known way to get a scheme wrong, one at a time.");
    page.line(
        "**Caught**: a requirement fails because of it. **Recorded**: it is noticed, but only");
    page.line("where the documentation is silent, so that it cannot fail anybody. **Equivalent**:");
    page.line(
        "nothing can tell it from a right one, for the reason given. **Survived**: the suite");
    page.line("is too weak. Signers that do it in another way and are as right are tried as well;");
    page.line(
        "none of them may fail. At endpoints a sample of the verifiers is tried, and what only");
    page.line(
        "a server can get wrong; a server that has a clock of its own, and is not to be written");
    page.line(
        "to, hides more than they do ([what](ci.md#a-vendors-server)). Verifiers are tried with");
    page.line(
        "checks left out or done loosely, and with each wrong way in which a signer computes a");
    page.line("signature: they expect what such a signer sends.");
    page.line("");
    page.line(summary(result));
    page.unnamed(result.unnamed());
    for (PowerTally tally : PowerTally.of(result.trials())) {
      page.matrix(tally.scheme(), tally.role(), result.trials());
    }
    page.rights(result.trials());
    return page.out.toString();
  }

  /** The figures alone, between the marks. */
  public static String summary(SelfTestResult result) {
    PowerPage page = new PowerPage();
    page.line(BEGIN);
    page.line("| scheme | role | deviations | caught | recorded | equivalent | survived |");
    page.line("| --- | --- | --: | --: | --: | --: | --: |");
    for (PowerTally tally : PowerTally.of(result.trials())) {
      page.row(
          '`' + tally.scheme() + '`',
          word(tally.role()),
          tally.all(),
          tally.count(Trial.End.CAUGHT),
          tally.count(Trial.End.RECORDED),
          tally.count(Trial.End.EQUIVALENT),
          tally.count(Trial.End.SURVIVED));
    }
    page.line("");
    page.line(result.words() + '.');
    page.out.append(END);
    return page.out.toString();
  }

  private void unnamed(List<String> unnamed) {
    if (!unnamed.isEmpty()) {
      line("");
      line("## Requirements that no deviation fails");
      line("");
      unnamed.forEach(id -> line("- `" + id + '`'));
    }
  }

  private void matrix(String scheme, Role role, Collection<Trial> trials) {
    line("");
    line("## " + scheme + ": " + word(role) + 's');
    line("");
    line("| deviation | what it does | | named by |");
    line("| --- | --- | --- | --- |");
    trials.stream()
        .filter(trial -> !trial.isRight())
        .filter(trial -> trial.scheme().equals(scheme) && trial.role() == role)
        .forEach(
            trial -> row('`' + trial.id() + '`', trial.title(), word(trial.end()), named(trial)));
  }

  private void rights(Collection<Trial> trials) {
    line("");
    line("## Right in another way");
    line("");
    line("| scheme | variant | what it does | |");
    line("| --- | --- | --- | --- |");
    trials.stream()
        .filter(Trial::isRight)
        .forEach(
            trial ->
                row(
                    '`' + trial.scheme() + '`',
                    '`' + trial.id() + '`',
                    trial.title(),
                    word(trial.end())));
  }

  /** The telling ones first: that a valid request is not accepted is true of most. */
  private static String named(Trial trial) {
    if (!trial.reason().isEmpty() && trial.end() == Trial.End.EQUIVALENT) {
      return trial.reason();
    }
    List<String> ids =
        trial.requirements().stream().map(id -> id.substring(trial.scheme().length() + 1)).toList();
    List<String> telling =
        Stream.concat(
                ids.stream().filter(id -> !id.equals("valid-request")),
                ids.stream().filter(id -> id.equals("valid-request")))
            .toList();
    String more =
        telling.size() > MOST_NAMED ? " and " + (telling.size() - MOST_NAMED) + " more" : "";
    return telling.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more;
  }

  private void row(Object... cells) {
    line(
        Stream.of(cells)
            .map(cell -> cell.toString().replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
