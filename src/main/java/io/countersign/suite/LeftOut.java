package io.countersign.suite;

import io.countersign.scheme.Placement;
import io.countersign.scheme.SigningRules;
import io.countersign.scheme.Template;

/** What a verifier can say of a request in which a field of the signature is left out. */
final class LeftOut {
  private LeftOut() {}

  /**
   * @param missing the reason where it can be told that the field is missing
   * @return that reason; empty where what carries the field is of no known form without it, or of
   *     one in which another stands in its place
   */
  static String reason(SigningRules rules, String field, String missing) {
    boolean told =
        rules.sent().stream()
            .map(Placement::value)
            .filter(template -> template.fields().contains(field) && template.fields().size() > 1)
            .allMatch(template -> isMissed(template, field));
    return told ? missing : "";
  }

  private static boolean isMissed(Template template, String field) {
    return template
        .read(template.fill(name -> name.equals(field) ? null : "x"))
        .filter(read -> !read.containsKey(field))
        .isPresent();
  }
}
