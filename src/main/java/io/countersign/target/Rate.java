package io.countersign.target;

import io.countersign.document.InputException;

/**
 * How often a server may be asked.
 *
 * @param perSecond above 0
 */
public record Rate(double perSecond) {
  /** What a server that is not one's own can be expected to put up with. */
  public static final Rate POLITE = new Rate(10);

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
    try {
      if (text.endsWith("/s")) {
        return new Rate(Double.parseDouble(text.substring(0, text.length() - 2)));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw InputException.of("'" + text + "' is no rate", "write N/s, as in 10/s");
  }
}
