package io.countersign.steps;

import io.countersign.document.InputException;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.function.Predicate;

/** Cucumber's tag expressions, as in {@code @signer and not @erratum}. */
public final class Tags {
  private Tags() {}

  /**
   * @throws InputException if it is no tag expression
   */
  public static Predicate<List<String>> parse(String expression) {
    try {
      Expression parsed = TagExpressionParser.parse(expression);
      return parsed::evaluate;
    } catch (TagExpressionException e) {
      throw InputException.of(
          "'" + expression + "' is no tag expression",
          "write it as in \"@signer and not @erratum\"");
    }
  }
}
