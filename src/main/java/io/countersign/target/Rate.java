package io.countersign.target;

import io.countersign.document.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a server may be asked.
 *
 * @param perSecond above 0
 */
public record Rate(double perSecond) {
  /** What a server that is not one's own can be expected to put up with. */
  public static final Rate POLITE = new Rate(10);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)/s");

  public Rate {
    if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
      throw InputException.of(
          "a rate of " + perSecond + "/s cannot be kept", "give a number above 0, as in 10/s");
    }
  }

  /**
   * @param text as in {@code 10/s} or {@code 0.5/s}
   * @throws InputException if it is not of that form
   */
  public static Rate parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw InputException.of("'" + text + "' is no rate", "write it as in 10/s or 0.5/s");
    }
    double perSecond = Double.parseDouble(matcher.group(1));
    if (perSecond == 0) {
      throw InputException.of("'" + text + "' never asks", "give more than 0, as in 10/s or 0.5/s");
    }
    return new Rate(perSecond);
  }
}
