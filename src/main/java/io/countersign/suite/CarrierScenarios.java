package io.countersign.suite;

import static io.countersign.suite.DerivedRequirement.Plain.CARRIER_NAMES;
import static io.countersign.suite.DerivedRequirement.Plain.NO_DUPLICATES;

import java.util.List;
import java.util.Locale;

/**
 * What is asked of every header and parameter that carries a field.
 *
 * @param given what a request is that has them, in steps; none for the scheme's usual one
 */
record CarrierScenarios(Gherkin out, List<String> given) {
  /**
   * Of two one alone can be meant.
   *
   * @param kind header or parameter
   * @param reason empty where any will do
   */
  void sentTwice(String kind, String name, String reason) {
    out.changed(
        NO_DUPLICATES,
        "The " + kind + " " + name + " is sent twice",
        given,
        "the " + kind + " " + Gherkin.quoted(name) + " is sent twice",
        Gherkin.rejectedAs(reason));
  }

  /** The names of fields are case-insensitive (RFC 9110, section 5.1). */
  void readInAnotherCase(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    String other = lower.equals(header) ? header.toUpperCase(Locale.ROOT) : lower;
    read("The header " + header + " is read where it is written " + other, header, other);
  }

  /** Where a scheme has several names for one header. */
  void readByName(String header, String other) {
    read("The header " + other + " is read", header, other);
  }

  private void read(String title, String header, String other) {
    out.changed(
        CARRIER_NAMES,
        title,
        given,
        "the header " + Gherkin.quoted(header) + " is renamed to " + Gherkin.quoted(other),
        "accepted");
  }
}
